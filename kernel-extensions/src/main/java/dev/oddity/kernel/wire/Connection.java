package dev.oddity.kernel.wire;

import com.google.gson.JsonObject;

/**
 * A kernel's end of whatever ties it to its clients: sockets ({@link Wire}), or nothing but a hand-over within one process
 * ({@link DirectConnection}). A kernel does the same over either.
 */
public interface Connection {

    /**
     * Tells every client. May be called from any thread.
     *
     * @param parent header of the request that this belongs to; empty if to none
     */
    void publish(JsonObject parent, String type, JsonObject content);

    /** Tells every client that a request is being worked on ({@code busy}) or done ({@code idle}). */
    default void publishStatus(JsonObject parent, String state) {
        JsonObject content = new JsonObject();
        content.addProperty("execution_state", state);
        publish(parent, "status", content);
    }

    /** Asks the user who sent a request for one line, without its end; waits for it. */
    String ask(Message request) throws InterruptedException;

    /** Waits, two seconds at most, until what was published is on its way. */
    void flush() throws InterruptedException;
}
