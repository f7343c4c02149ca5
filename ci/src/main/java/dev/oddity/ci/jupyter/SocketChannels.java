package dev.oddity.ci.jupyter;

import com.google.gson.JsonObject;
import dev.oddity.kernel.wire.Frames;
import dev.oddity.kernel.wire.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** The five sockets to a kernel's process. */
final class SocketChannels implements Channels {

    private static final int AT_ONCE = 1000;

    private final ZContext context = new ZContext();
    private final Frames frames;
    private final Requests requests = new Requests();
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;
    private final ZMQ.Socket iopub;
    private final ZMQ.Socket stdin;
    private final Heartbeat heartbeat;
    private final ZMQ.Poller poller;

    SocketChannels(ConnectionFile at, Patience patience) {
        context.setLinger(0);
        frames = new Frames(at.key());
        // One identity for all: a kernel asks for input under the identity of the execution request.
        byte[] identity = requests.session().getBytes(StandardCharsets.US_ASCII);
        shell = connect(SocketType.DEALER, at.shell(), identity);
        control = connect(SocketType.DEALER, at.control(), identity);
        iopub = connect(SocketType.SUB, at.iopub(), new byte[0]);
        iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
        stdin = connect(SocketType.DEALER, at.stdin(), identity);
        ZMQ.Socket echo = connect(SocketType.REQ, at.heartbeat(), new byte[0]);
        heartbeat = new Heartbeat(echo, patience);
        poller = context.createPoller(5);
        for (ZMQ.Socket socket : List.of(shell, control, iopub, stdin, echo)) {
            poller.register(socket, ZMQ.Poller.POLLIN);
        }
    }

    @Override
    public Message ask(String type, JsonObject content) {
        return send(shell, requests.of(type, content));
    }

    @Override
    public void command(String type, JsonObject content) {
        send(control, requests.of(type, content));
    }

    @Override
    public void await(long millis) {
        poller.poll(Math.max(1, millis));
        heartbeat.beat();
        refuseInput();
    }

    @Override
    public Deque<Message> published() {
        return drain(iopub);
    }

    @Override
    public Deque<Message> replies() {
        return drain(shell);
    }

    @Override
    public boolean heartbeatLost() {
        return heartbeat.lost();
    }

    /** Nobody is there to answer; a kernel that asks although it was told so must not wait for ever. */
    private void refuseInput() {
        for (Message request : drain(stdin)) {
            if (request.type().equals("input_request")) {
                JsonObject nothing = new JsonObject();
                nothing.addProperty("value", "");
                send(stdin, requests.answering(request.header(), "input_reply", nothing));
            }
        }
    }

    /** Not more than {@value #AT_ONCE}: a kernel may publish faster than its messages are read, and limits must hold. */
    private Deque<Message> drain(ZMQ.Socket socket) {
        Deque<Message> messages = new ArrayDeque<>();
        while (messages.size() < AT_ONCE) {
            byte[] first = socket.recv(ZMQ.DONTWAIT);
            if (first == null) {
                break;
            }
            List<byte[]> received = new ArrayList<>(List.of(first));
            while (socket.hasReceiveMore()) {
                received.add(socket.recv());
            }
            frames.parse(received).ifPresent(messages::add);
        }
        return messages;
    }

    private Message send(ZMQ.Socket socket, Message message) {
        List<byte[]> parts = frames.of(message);
        for (int i = 0; i < parts.size(); i++) {
            socket.send(parts.get(i), i + 1 < parts.size() ? ZMQ.SNDMORE : 0);
        }
        return message;
    }

    private ZMQ.Socket connect(SocketType type, int port, byte[] identity) {
        ZMQ.Socket socket = context.createSocket(type);
        if (identity.length > 0) {
            socket.setIdentity(identity);
        }
        socket.setHWM(0);
        socket.connect(ConnectionFile.address(port));
        return socket;
    }

    @Override
    public void close() {
        poller.close();
        context.close();
    }
}
