package dev.oddity.kernel.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Messages to and from ZeroMQ frames: identities, delimiter, signature, four parts of JSON, buffers. Both ends of a
 * connection use it. Safe for several threads.
 */
public final class Frames {

    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int PARTS = 4;

    private final Signature signature;

    /** @param key of the connection, for HMAC-SHA256; not empty */
    public Frames(String key) {
        this.signature = new Signature(key);
    }

    /** Frames to be sent as one multipart message. */
    public List<byte[]> of(Message message) {
        List<byte[]> parts = message.parts();
        List<byte[]> frames = new ArrayList<>(message.identities());
        frames.add(DELIMITER);
        frames.add(signature.of(parts).getBytes(StandardCharsets.US_ASCII));
        frames.addAll(parts);
        return frames;
    }

    /** Empty if the frames are no message or their signature is wrong: such are dropped, whoever sent them. */
    public Optional<Message> parse(List<byte[]> frames) {
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        int first = delimiter + 2;
        if (first + PARTS > frames.size()) {
            return Optional.empty();
        }
        List<byte[]> parts = frames.subList(first, first + PARTS);
        if (!signature.isOf(parts, frames.get(delimiter + 1))) {
            return Optional.empty();
        }
        try {
            Message message = new Message(
                    List.copyOf(frames.subList(0, delimiter)),
                    json(parts.get(0)),
                    json(parts.get(1)),
                    json(parts.get(2)),
                    json(parts.get(3)));
            return message.type().isEmpty() ? Optional.empty() : Optional.of(message);
        } catch (JsonParseException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static JsonObject json(byte[] part) {
        return JsonParser.parseString(new String(part, StandardCharsets.UTF_8)).getAsJsonObject();
    }
}
