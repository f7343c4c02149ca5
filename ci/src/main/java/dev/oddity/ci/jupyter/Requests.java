package dev.oddity.ci.jupyter;

import com.google.gson.JsonObject;
import dev.oddity.kernel.wire.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Messages that this client sends, all of one session. */
final class Requests {

    private final String session = UUID.randomUUID().toString();

    String session() {
        return session;
    }

    Message of(String type, JsonObject content) {
        return answering(new JsonObject(), type, content);
    }

    /** @param parent header of the message that this one answers */
    Message answering(JsonObject parent, String type, JsonObject content) {
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", UUID.randomUUID().toString());
        header.addProperty("msg_type", type);
        header.addProperty("session", session);
        header.addProperty("username", "oddity");
        header.addProperty("date", Instant.now().toString());
        header.addProperty("version", "5.3");
        return new Message(List.of(), header, parent, new JsonObject(), content);
    }
}
