package dev.oddity.ci.jupyter;

import com.google.gson.Gson;
import dev.oddity.kernel.wire.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a kernel is to listen, and the key that signs its messages. Only the loopback interface is used. */
record ConnectionFile(int shell, int iopub, int stdin, int control, int heartbeat, String key) {

    private static final String IP = "127.0.0.1";
    private static final int KEY_BYTES = 32;
    private static final String NAME = "connection.json";
    private static final String PREFIX = "oddity-kernel-";
    /** With the number of the process that made it and the time it was started; earlier versions left out the time. */
    private static final Pattern FOLDER = Pattern.compile(PREFIX + "(\\d{1,18})-(?:(\\d{1,18})-)?\\d+");
    /** The system tells the start of a process by its own clock, which may be set. */
    private static final Duration CLOCK_MOVES = Duration.ofSeconds(10);

    /** Five free ports and a random key. */
    static ConnectionFile create() {
        try {
            List<Integer> ports = FreePorts.on(InetAddress.getByName(IP), 5);
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            return new ConnectionFile(
                    ports.get(0),
                    ports.get(1),
                    ports.get(2),
                    ports.get(3),
                    ports.get(4),
                    HexFormat.of().formatHex(key));
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + IP, e);
        }
    }

    /** Writes the file into a new folder, which on POSIX systems only its owner may enter. */
    Path write() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("transport", "tcp");
        json.put("ip", IP);
        json.put("shell_port", shell);
        json.put("iopub_port", iopub);
        json.put("stdin_port", stdin);
        json.put("control_port", control);
        json.put("hb_port", heartbeat);
        json.put("signature_scheme", "hmac-sha256");
        json.put("key", key);
        try {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            sweep(temporary);
            Path file = Files.createTempDirectory(temporary, prefix(ProcessHandle.current()))
                    .resolve(NAME);
            return Files.writeString(file, new Gson().toJson(json));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a kernel's connection file", e);
        }
    }

    /** Removes the file and its folder, if they are still there. */
    static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.getParent());
    }

    /** A runner that was killed outright leaves its file, with the key in it: the next one that starts takes it away. */
    static void sweep(Path temporary) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*-*")) {
            for (Path folder : folders) {
                Matcher name = FOLDER.matcher(folder.getFileName().toString());
                if (name.matches() && !isAlive(Long.parseLong(name.group(1)), name.group(2))) {
                    // Another user's cannot be deleted, and are no concern of this one.
                    if (folder.resolve(NAME).toFile().delete()) {
                        folder.toFile().delete();
                    }
                }
            }
        }
    }

    static String prefix(ProcessHandle process) {
        String started = process.info()
                .startInstant()
                .map(start -> start.toEpochMilli() + "-")
                .orElse("");
        return PREFIX + process.pid() + "-" + started;
    }

    /** A number may have been given to another process since. */
    private static boolean isAlive(long process, @Nullable String started) {
        return ProcessHandle.of(process)
                .filter(found -> started == null
                        || found.info()
                                .startInstant()
                                .map(start -> Duration.between(start, Instant.ofEpochMilli(Long.parseLong(started)))
                                                .abs()
                                                .compareTo(CLOCK_MOVES)
                                        <= 0)
                                .orElse(true))
                .isPresent();
    }

    static String address(int port) {
        return "tcp://" + IP + ":" + port;
    }
}
