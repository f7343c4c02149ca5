package dev.oddity.kernel.wire;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.UUID;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** The other end of a {@link Wire} on this machine: asks, and waits for each answer. */
public final class LoopbackClient implements AutoCloseable {

    private static final String ADDRESS = "127.0.0.1";
    private static final int PORTS = 5;

    private final ZMQ.Context context = ZMQ.context(1);
    private final ZMQ.Socket shell = context.socket(SocketType.DEALER);
    private final ZMQ.Socket control = context.socket(SocketType.DEALER);
    private final Frames frames;
    private final Headers headers = new Headers();

    public LoopbackClient(ConnectionFile connection) {
        frames = new Frames(connection.key());
        shell.setLinger(0);
        control.setLinger(0);
        shell.connect(connection.address(connection.shell()));
        control.connect(connection.address(connection.control()));
    }

    /** A connection with a key of its own over ports that are free at the moment. */
    public static ConnectionFile freeConnection() throws IOException {
        List<Integer> ports = FreePorts.on(InetAddress.getByName(ADDRESS), PORTS);
        return new ConnectionFile(
                ADDRESS,
                UUID.randomUUID().toString(),
                ports.get(0),
                ports.get(1),
                ports.get(2),
                ports.get(3),
                ports.get(4));
    }

    /** Sends a request on the shell channel and waits, for as long as it takes, until it is answered. */
    public void ask(String type, JsonObject content) {
        send(shell, type, content);
        RequestChannel.receive(shell, 0);
    }

    /** Asks the kernel to end, and waits until it has heard. */
    public void shutDown() {
        send(control, "shutdown_request", new JsonObject());
        RequestChannel.receive(control, 0);
    }

    @Override
    public void close() {
        shell.close();
        control.close();
        context.term();
    }

    private void send(ZMQ.Socket socket, String type, JsonObject content) {
        Message request = new Message(List.of(), headers.next(type), new JsonObject(), new JsonObject(), content);
        RequestChannel.sendFrames(socket, frames.of(request));
    }
}
