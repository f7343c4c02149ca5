package dev.oddity.kernel.wire;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Headers of what this kernel sends: one session for its whole life, numbered messages, UTC times by the microsecond. */
final class Headers {

    static final String PROTOCOL = "5.3";

    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    private final String session = UUID.randomUUID().toString();
    private final AtomicLong sent = new AtomicLong();

    JsonObject next(String type) {
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", session + "_" + sent.incrementAndGet());
        header.addProperty("session", session);
        header.addProperty("username", "kernel");
        header.addProperty("date", TIME.format(Instant.now()));
        header.addProperty("msg_type", type);
        header.addProperty("version", PROTOCOL);
        return header;
    }
}
