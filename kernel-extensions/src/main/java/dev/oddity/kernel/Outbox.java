package dev.oddity.kernel;

import com.google.gson.JsonObject;

/** Where messages to all clients go: the wire, or a list in a test. May be called from any thread. */
@FunctionalInterface
interface Outbox {

    /** @param parent header of the request that the message belongs to; empty if to none */
    void publish(JsonObject parent, String type, JsonObject content);
}
