package dev.oddity.kernel.wire;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** Echoes, so that a client knows that the process lives. */
final class Heartbeat {

    private final ZMQ.Socket socket;
    private final Thread thread;

    Heartbeat(ZMQ.Context context, String address) {
        this.socket = context.socket(SocketType.ROUTER);
        Wire.bind(socket, address);
        this.thread = new Thread(this::serve, "jupyter-heartbeat");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void serve() {
        try {
            while (true) {
                RequestChannel.sendFrames(socket, RequestChannel.receive(socket, 0));
            }
        } catch (ZMQException e) {
            socket.close();
        }
    }
}
