package dev.oddity.ci.jupyter;

import com.google.gson.JsonObject;
import dev.oddity.kernel.wire.Frames;
import dev.oddity.kernel.wire.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** The five sockets to a kernel's process. */
final class SocketChannels implements Channels {

    private static final int AT_ONCE = 1000;

    /** Bytes that may wait to be looked at. */
    static final long ROOM = 16L << 20;

    /** Messages that may wait behind those: few, since they may be large. */
    private static final int BEHIND = 16;

    private static final String NEWS = "inproc://news";
    private static final int LOOK_UP_MILLIS = 50;

    private final ZContext context = new ZContext();
    private final Frames frames;
    private final Requests requests = new Requests();
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;
    private final ZMQ.Socket stdin;
    private final ZMQ.Socket news;
    private final Backlog<List<byte[]>> published = new Backlog<>(
            ROOM, parts -> parts.stream().mapToLong(part -> part.length).sum());
    private final Thread taking;
    private final Heartbeat heartbeat;
    private final ZMQ.Poller poller;

    SocketChannels(ConnectionFile at, Patience patience) {
        context.setLinger(0);
        frames = new Frames(at.key());
        // One identity for all: a kernel asks for input under the identity of the execution request.
        byte[] identity = requests.session().getBytes(StandardCharsets.US_ASCII);
        shell = connect(SocketType.DEALER, at.shell(), identity);
        control = connect(SocketType.DEALER, at.control(), identity);
        stdin = connect(SocketType.DEALER, at.stdin(), identity);
        ZMQ.Socket echo = connect(SocketType.REQ, at.heartbeat(), new byte[0]);
        heartbeat = new Heartbeat(echo, patience);
        news = context.createSocket(SocketType.PAIR);
        news.bind(NEWS);
        poller = context.createPoller(5);
        for (ZMQ.Socket socket : List.of(shell, control, stdin, echo, news)) {
            poller.register(socket, ZMQ.Poller.POLLIN);
        }
        taking = taking(subscribed(at.iopub()));
        taking.start();
    }

    private ZMQ.Socket subscribed(int port) {
        ZMQ.Socket iopub = context.createSocket(SocketType.SUB);
        iopub.setRcvHWM(BEHIND);
        iopub.setReceiveTimeOut(LOOK_UP_MILLIS);
        iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
        iopub.connect(ConnectionFile.address(port));
        return iopub;
    }

    /** Takes what is published off the socket while the reader is busy with what came before, as long as there is room. */
    private Thread taking(ZMQ.Socket iopub) {
        ZMQ.Socket bell = context.createSocket(SocketType.PAIR);
        bell.connect(NEWS);
        Thread thread = new Thread(
                () -> {
                    while (!published.hasEnded()) {
                        List<byte[]> message = receive(iopub, 0);
                        if (!message.isEmpty() && published.put(message)) {
                            bell.send(new byte[0]);
                        }
                    }
                },
                "take-published");
        thread.setDaemon(true);
        return thread;
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
        poller.poll(published.isEmpty() ? Math.max(1, millis) : 0);
        while (news.recv(ZMQ.DONTWAIT) != null) {
            // One ring or several, there is news.
            continue;
        }
        heartbeat.beat();
        refuseInput();
    }

    /** Not more than {@value #AT_ONCE}: a kernel may publish faster than its messages are read, and limits must hold. */
    @Override
    public List<Message> published() {
        return published.take(AT_ONCE).stream()
                .flatMap(parts -> frames.parse(parts).stream())
                .toList();
    }

    @Override
    public List<Message> replies() {
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

    private List<Message> drain(ZMQ.Socket socket) {
        List<Message> messages = new ArrayList<>();
        for (List<byte[]> parts = receive(socket, ZMQ.DONTWAIT);
                !parts.isEmpty();
                parts = receive(socket, ZMQ.DONTWAIT)) {
            frames.parse(parts).ifPresent(messages::add);
        }
        return messages;
    }

    /** The parts of one message; none if there is none. */
    private static List<byte[]> receive(ZMQ.Socket socket, int flags) {
        List<byte[]> parts = new ArrayList<>();
        byte[] first = socket.recv(flags);
        if (first != null) {
            parts.add(first);
            while (socket.hasReceiveMore()) {
                parts.add(socket.recv());
            }
        }
        return parts;
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

    /** Whether the kernel is held up until somebody looks at what it has published. */
    boolean holdsUp() {
        return published.holdsUp();
    }

    /** How much waits to be looked at. */
    long waiting() {
        return published.held();
    }

    @Override
    public void close() {
        published.end();
        awaitTaking();
        poller.close();
        context.close();
    }

    /** An interrupt waits with it, {@value #LOOK_UP_MILLIS} ms at most: no socket may be closed under who reads it. */
    private void awaitTaking() {
        boolean interrupted = false;
        while (taking.isAlive()) {
            try {
                taking.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
