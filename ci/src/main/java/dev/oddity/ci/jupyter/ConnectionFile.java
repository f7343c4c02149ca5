package dev.oddity.ci.jupyter;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a kernel is to listen, and the key that signs its messages. Only the loopback interface is used. */
record ConnectionFile(int shell, int iopub, int stdin, int control, int heartbeat, String key) {

    private static final String IP = "127.0.0.1";
    private static final int KEY_BYTES = 32;

    /** Five ports that are free now and a random key. */
    static ConnectionFile create() {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getByName(IP)));
            }
            int[] ports = sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            return new ConnectionFile(
                    ports[0],
                    ports[1],
                    ports[2],
                    ports[3],
                    ports[4],
                    HexFormat.of().formatHex(key));
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + IP, e);
        } finally {
            for (ServerSocket socket : sockets) {
                close(socket);
            }
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
            Path file = Files.createTempDirectory("oddity-kernel-").resolve("connection.json");
            return Files.writeString(file, new Gson().toJson(json));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a kernel's connection file", e);
        }
    }

    static String address(int port) {
        return "tcp://" + IP + ":" + port;
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot free the port " + socket.getLocalPort(), e);
        }
    }
}
