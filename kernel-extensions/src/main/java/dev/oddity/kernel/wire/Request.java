package dev.oddity.kernel.wire;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A message that wants an answer, with the channel to answer on. Belongs to the thread that it is handled on. */
public final class Request {

    private final Message message;
    private final Channel channel;
    private final Headers headers;
    private final boolean aborted;

    Request(Message message, Channel channel, Headers headers, boolean aborted) {
        this.message = message;
        this.channel = channel;
        this.headers = headers;
        this.aborted = aborted;
    }

    public Message message() {
        return message;
    }

    public JsonObject content() {
        return message.content();
    }

    /** Whether it waited behind a cell that failed, and is to be answered but not done. */
    public boolean aborted() {
        return aborted;
    }

    /** Answers {@code x_request} with {@code x_reply}. */
    public void reply(JsonObject content) {
        JsonObject header = headers.next(message.type().replaceFirst("_request$", "_reply"));
        channel.send(new Message(message.identities(), header, message.header(), new JsonObject(), content));
    }

    /** Marks as aborted what has come in behind this request until now. To be called before it is answered. */
    public void abortWaiting() {
        channel.abortWaiting();
    }

    static List<byte[]> topic(String type) {
        return List.of(("kernel." + type).getBytes(StandardCharsets.US_ASCII));
    }
}
