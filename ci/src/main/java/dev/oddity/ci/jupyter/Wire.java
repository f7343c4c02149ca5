package dev.oddity.ci.jupyter;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Messages as ZeroMQ frames: identities, the delimiter, the HMAC-SHA256 of the next four frames, then header, parent
 * header, metadata and content as JSON.
 */
final class Wire {

    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int JSON_FRAMES = 4;
    private static final Gson JSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private final SecretKeySpec key;
    private final String session = UUID.randomUUID().toString();

    Wire(String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    String session() {
        return session;
    }

    Message request(String type, JsonObject content) {
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", UUID.randomUUID().toString());
        header.addProperty("msg_type", type);
        header.addProperty("session", session);
        header.addProperty("username", "oddity");
        header.addProperty("date", Instant.now().toString());
        header.addProperty("version", "5.3");
        return new Message(header, new JsonObject(), content);
    }

    List<byte[]> frames(Message message) {
        List<byte[]> parts = new ArrayList<>();
        for (JsonObject part : List.of(message.header(), message.parent(), new JsonObject(), message.content())) {
            parts.add(JSON.toJson(part).getBytes(StandardCharsets.UTF_8));
        }
        List<byte[]> frames = new ArrayList<>(List.of(DELIMITER, signature(parts)));
        frames.addAll(parts);
        return frames;
    }

    /** Empty if the frames are no message, or one that nobody with the key has signed. */
    Optional<Message> message(List<byte[]> frames) {
        int at = 0;
        while (at < frames.size() && !Arrays.equals(frames.get(at), DELIMITER)) {
            at++;
        }
        if (frames.size() < at + 2 + JSON_FRAMES) {
            return Optional.empty();
        }
        List<byte[]> parts = frames.subList(at + 2, at + 2 + JSON_FRAMES);
        if (!MessageDigest.isEqual(signature(parts), frames.get(at + 1))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Message(json(parts.get(0)), json(parts.get(1)), json(parts.get(3))));
        } catch (JsonParseException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private byte[] signature(List<byte[]> parts) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            parts.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has HmacSHA256", e);
        }
    }

    private static JsonObject json(byte[] frame) {
        return JsonParser.parseString(new String(frame, StandardCharsets.UTF_8)).getAsJsonObject();
    }
}
