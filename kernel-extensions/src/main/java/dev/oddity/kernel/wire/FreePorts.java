package dev.oddity.kernel.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * Ports of this machine that nobody has, for a process that is yet to be started with them. Between here and there the system
 * would give them to whoever asks for any port, such as another kernel that starts at the same time. So each of them has had
 * one connection that was closed from its side: for a minute or so (TIME-WAIT, RFC 9293, 3.6.1) it is given only to those who
 * ask for it by its number, as kernels do. Where the system has no such rule they are free at the moment, and no more.
 */
public final class FreePorts {

    private static final int PATIENCE_MILLIS = 5000;

    private FreePorts() {}

    public static List<Integer> on(InetAddress address, int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        try {
            // All are held until the last is found, so that none is found twice.
            while (ports.size() < count) {
                ServerSocket socket = new ServerSocket(0, 1, address);
                sockets.add(socket);
                if (isUsedOnce(socket)) {
                    ports.add(socket.getLocalPort());
                }
            }
            return List.copyOf(ports);
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    /** Not if somebody else called in between, who was let in instead; then another port is as good. */
    private static boolean isUsedOnce(ServerSocket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        try (Socket caller = new Socket()) {
            caller.setSoTimeout(PATIENCE_MILLIS);
            caller.connect(socket.getLocalSocketAddress(), PATIENCE_MILLIS);
            socket.accept().close();
            // Whoever closes first is who waits.
            caller.getInputStream().read();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
