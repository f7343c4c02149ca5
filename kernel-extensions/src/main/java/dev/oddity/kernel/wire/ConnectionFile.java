package dev.oddity.kernel.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a Jupyter client writes down for a kernel: where to listen and the key that signs every message.
 *
 * @param ip 127.0.0.1 or another 127.x.y.z; a kernel runs whatever it is sent, so it listens nowhere else
 * @param key for HMAC-SHA256; never empty
 */
public record ConnectionFile(String ip, String key, int shell, int control, int stdin, int iopub, int heartbeat) {

    // Digits only: a name would be loopback for as long as somebody's name server says so.
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");
    private static final int LAST_PORT = 65_535;
    private static final String ALGORITHM = "hmac-sha256";

    public ConnectionFile {
        if (key.isEmpty()) {
            throw new IllegalArgumentException(
                    "the connection has no key: without one anybody on this machine could run"
                            + " code here; use a client that signs its messages");
        }
        if (!LOOPBACK.matcher(ip).matches()) {
            throw new IllegalArgumentException("the connection asks to listen on '" + ip
                    + "': this kernel listens on loopback addresses of the form 127.x.y.z only; use 127.0.0.1,"
                    + " and a tunnel from another machine");
        }
    }

    /**
     * Reads a connection file.
     *
     * @throws IllegalArgumentException if it is missing, is not such a file, or asks for what is unsafe
     */
    public static ConnectionFile read(Path file) {
        try {
            return parse(Files.readString(file), file);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("no connection file " + file
                    + "; a Jupyter client writes it and starts the" + " kernel with its path");
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("connection file " + file + " isn't text in UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException("connection file " + file + " can't be read: " + e, e);
        }
    }

    private static ConnectionFile parse(String text, Path file) {
        JsonObject json;
        try {
            json = JsonParser.parseString(text).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new IllegalArgumentException("connection file " + file + " isn't a JSON object");
        }
        String transport = text(json, "transport", file);
        if (!transport.equals("tcp")) {
            throw new IllegalArgumentException(
                    "connection file " + file + " asks for transport '" + transport + "'; only 'tcp' is spoken here");
        }
        String scheme = json.has("signature_scheme") ? text(json, "signature_scheme", file) : ALGORITHM;
        if (!scheme.equals(ALGORITHM)) {
            throw new IllegalArgumentException("connection file " + file + " asks for signatures by '" + scheme
                    + "'; only '" + ALGORITHM + "' is spoken here");
        }
        return new ConnectionFile(
                text(json, "ip", file),
                text(json, "key", file),
                port(json, "shell_port", file),
                port(json, "control_port", file),
                port(json, "stdin_port", file),
                port(json, "iopub_port", file),
                port(json, "hb_port", file));
    }

    String address(int port) {
        return "tcp://" + ip + ":" + port;
    }

    private static String text(JsonObject json, String name, Path file) {
        return entry(json, name, file).getAsString();
    }

    private static int port(JsonObject json, String name, Path file) {
        String text = entry(json, name, file).getAsString();
        if (PORT.matcher(text).matches()) {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= LAST_PORT) {
                return port;
            }
        }
        throw new IllegalArgumentException("connection file " + file + ": '" + name + "' is '" + text
                + "'; a port is a whole number from 1 to " + LAST_PORT);
    }

    private static JsonElement entry(JsonObject json, String name, Path file) {
        JsonElement entry = json.get(name);
        if (entry == null || !entry.isJsonPrimitive()) {
            throw new IllegalArgumentException("connection file " + file + " has no '" + name + "'");
        }
        return entry;
    }
}
