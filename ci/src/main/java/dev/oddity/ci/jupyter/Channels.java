package dev.oddity.ci.jupyter;

import com.google.gson.JsonObject;
import dev.oddity.kernel.wire.Message;
import java.util.Collection;

/** The way to one kernel and back. Used by one thread. */
interface Channels extends AutoCloseable {

    /** Sends on the shell channel; answers the message, whose id names the replies. */
    Message ask(String type, JsonObject content);

    /** Sends on the control channel, which a busy kernel hears too. */
    void command(String type, JsonObject content);

    /** Waits until something arrives, at most so long. */
    void await(long millis);

    /** What the kernel has published since this was asked last, in order of arrival; of very much the first part. */
    Collection<Message> published();

    /** The replies on the shell channel since this was asked last. */
    Collection<Message> replies();

    boolean heartbeatLost();

    @Override
    void close();
}
