package dev.oddity.kernel.wire;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** A kernel process and a small client of it, for tests. One request at a time. */
public final class KernelClient implements AutoCloseable {

    /** For one message: long, since a machine may be slow or busy, and over before a test's own time is. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int LOOK_MILLIS = 1000;

    private final Process process;
    private final ZMQ.Context context = ZMQ.context(1);
    private final ZMQ.Socket shell = context.socket(SocketType.DEALER);
    private final ZMQ.Socket control = context.socket(SocketType.DEALER);
    private final ZMQ.Socket stdin = context.socket(SocketType.DEALER);
    private final ZMQ.Socket iopub = context.socket(SocketType.SUB);
    private final Frames frames;
    private final Headers headers = new Headers();

    /** What came of a request: its reply and what was published on the way. */
    public record Answer(JsonObject reply, List<Message> published) {

        /** Contents of all published messages of a type. */
        public List<JsonObject> contents(String type) {
            return published.stream()
                    .filter(message -> message.type().equals(type))
                    .map(Message::content)
                    .toList();
        }

        /** All text of a stream. */
        public String text(String stream) {
            StringBuilder text = new StringBuilder();
            contents("stream").stream()
                    .filter(content -> content.get("name").getAsString().equals(stream))
                    .forEach(content -> text.append(content.get("text").getAsString()));
            return text.toString();
        }
    }

    private KernelClient(Process process, ConnectionFile file) {
        this.process = process;
        this.frames = new Frames(file.key());
        byte[] identity = UUID.randomUUID().toString().getBytes();
        for (ZMQ.Socket socket : List.of(shell, control, stdin, iopub)) {
            socket.setLinger(0);
            socket.setReceiveTimeOut(LOOK_MILLIS);
            socket.setIdentity(identity);
        }
        iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
        shell.connect(file.address(file.shell()));
        control.connect(file.address(file.control()));
        stdin.connect(file.address(file.stdin()));
        iopub.connect(file.address(file.iopub()));
    }

    /** Starts a kernel with a command that has {@code {connection_file}} in it, and waits until it answers. */
    public static KernelClient start(List<String> command, Path folder) throws IOException {
        return start(command, folder, Map.of());
    }

    /** @param environment set in addition to this process's */
    public static KernelClient start(List<String> command, Path folder, Map<String, String> environment)
            throws IOException {
        ConnectionFile free = LoopbackClient.freeConnection();
        Map<String, Object> connection = Map.of(
                "transport",
                "tcp",
                "ip",
                free.ip(),
                "key",
                free.key(),
                "signature_scheme",
                "hmac-sha256",
                "shell_port",
                free.shell(),
                "control_port",
                free.control(),
                "stdin_port",
                free.stdin(),
                "iopub_port",
                free.iopub(),
                "hb_port",
                free.heartbeat());
        Path file = Files.writeString(folder.resolve("connection.json"), new Gson().toJson(connection));
        ProcessBuilder builder = new ProcessBuilder(command.stream()
                        .map(argument -> argument.replace("{connection_file}", file.toString()))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "kernel.log"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        KernelClient client = new KernelClient(process, ConnectionFile.read(file));
        client.ask("kernel_info_request", new JsonObject());
        // A subscription may be heard of later than the first request.
        client.iopub.setReceiveTimeOut(100);
        while (!client.subscribed()) {
            continue;
        }
        client.iopub.setReceiveTimeOut(LOOK_MILLIS);
        return client;
    }

    public Answer execute(String code) {
        return execute(code, Map.of());
    }

    /** @param more fields of the request, such as {@code silent} */
    public Answer execute(String code, Map<String, Object> more) {
        return answer(send(shell, "execute_request", executeContent(code, more)), true);
    }

    /**
     * Sends cells at once, as "run all" does; their replies in order. The first asks for a line, and is given one when the
     * kernel has the others.
     */
    public List<JsonObject> executeAllBehindAQuestion(List<String> cells) {
        List<String> ids = new ArrayList<>();
        cells.forEach(code -> ids.add(send(shell, "execute_request", executeContent(code, Map.of()))));
        Message question = receive(stdin);
        awaitArrival();
        type(question, "on");
        return ids.stream().map(id -> answer(id, true).reply()).toList();
    }

    /** Sends cells at once and interrupts the first once it has written something. */
    public List<Answer> executeAllAndInterrupt(List<String> cells) {
        List<String> ids = new ArrayList<>();
        cells.forEach(code -> ids.add(send(shell, "execute_request", executeContent(code, Map.of()))));
        List<Message> published = new ArrayList<>();
        while (published.stream().noneMatch(message -> message.type().equals("stream"))) {
            published.add(receive(iopub));
        }
        awaitArrival();
        send(control, "interrupt_request", new JsonObject());
        receive(control);
        List<Answer> answers = new ArrayList<>();
        for (String id : ids) {
            Answer rest = answer(id, true);
            List<Message> all = new ArrayList<>(published.stream()
                    .filter(message -> id.equals(message.parentId()))
                    .toList());
            all.addAll(rest.published());
            answers.add(new Answer(rest.reply(), all));
        }
        return answers;
    }

    /** Sends a cell and interrupts it once it has written something. */
    public Answer executeAndInterrupt(String code) {
        return executeAndInterrupt(code, () -> {
            List<Message> before = new ArrayList<>();
            while (before.stream().noneMatch(message -> message.type().equals("stream"))) {
                before.add(receive(iopub));
            }
        });
    }

    /** Sends a cell, waits for something and interrupts the cell. */
    public Answer executeAndInterrupt(String code, Runnable waiting) {
        String id = send(shell, "execute_request", executeContent(code, Map.of()));
        waiting.run();
        send(control, "interrupt_request", new JsonObject());
        receive(control);
        return answer(id, true);
    }

    /** Runs a cell that ends the kernel; the error that is published meanwhile. */
    public JsonObject lastWords(String code) {
        send(shell, "execute_request", executeContent(code, Map.of()));
        Message message = receive(iopub);
        while (!message.type().equals("error")) {
            message = receive(iopub);
        }
        return message.content();
    }

    /** Runs a cell that reads, and gives it a line. Leaves {@code allow_stdin} out: the protocol's default is true. */
    public Answer executeAndType(String code, String line) {
        String id = send(shell, "execute_request", executeContent(code, Map.of()));
        Message question = receive(stdin);
        type(question, line);
        return answer(id, true);
    }

    /** Runs a cell that reads, and interrupts it when it asks; then one that reads again and is given two lines. */
    public List<Answer> executeAndInterruptAtQuestion(String code, String next, String lateLine, String line) {
        List<Message> questions = new ArrayList<>();
        Answer interrupted = executeAndInterrupt(code, () -> questions.add(receive(stdin)));
        String id = send(shell, "execute_request", executeContent(next, Map.of()));
        questions.add(receive(stdin));
        type(questions.get(0), lateLine);
        type(questions.get(1), line);
        return List.of(interrupted, answer(id, true));
    }

    private void type(Message question, String line) {
        JsonObject value = new JsonObject();
        value.addProperty("value", line);
        RequestChannel.sendFrames(stdin, frames.of(message("input_reply", question.header(), value)));
    }

    /** What may stand at the end of a code. */
    public JsonObject complete(String code) {
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("cursor_pos", code.codePointCount(0, code.length()));
        return ask("complete_request", content);
    }

    public JsonObject ask(String type, JsonObject content) {
        return answer(send(shell, type, content), false).reply();
    }

    /** Sends something on the shell channel that no client with the key would send. */
    public void sendRaw(List<String> parts) {
        RequestChannel.sendFrames(shell, parts.stream().map(String::getBytes).toList());
    }

    /** Sends a request that is signed with another key. */
    public void sendForged(String code) {
        Frames forged = new Frames("another");
        RequestChannel.sendFrames(
                shell, forged.of(message("execute_request", new JsonObject(), executeContent(code, Map.of()))));
    }

    /** Shuts the kernel down; its exit code. */
    public int shutdown() throws InterruptedException {
        send(control, "shutdown_request", new JsonObject());
        receive(control);
        return awaitEnd();
    }

    /** Waits until the kernel has ended by itself; its exit code. */
    public int awaitEnd() throws InterruptedException {
        return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** Nothing of the kernel is left when this returns: its folder may be deleted. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        List.of(shell, control, stdin, iopub).forEach(ZMQ.Socket::close);
        context.term();
    }

    /** What was sent before lies in the kernel's own queues: each end has one thread that sends and one that receives. */
    private void awaitArrival() {
        send(control, "kernel_info_request", new JsonObject());
        receive(control);
    }

    private boolean subscribed() {
        send(shell, "kernel_info_request", new JsonObject());
        receive(shell);
        boolean heard = false;
        while (!RequestChannel.receive(iopub, 0).isEmpty()) {
            heard = true;
        }
        return heard;
    }

    private Answer answer(String id, boolean published) {
        Message reply = receive(shell);
        while (!id.equals(reply.parentId())) {
            reply = receive(shell);
        }
        return new Answer(reply.content(), published ? publishedFor(id) : List.of());
    }

    /** Sends what gets no reply; what is published for it. */
    public List<Message> tell(String type, JsonObject content) {
        return publishedFor(send(shell, type, content));
    }

    private List<Message> publishedFor(String id) {
        List<Message> messages = new ArrayList<>();
        boolean idle = false;
        while (!idle) {
            Message message = receive(iopub);
            if (id.equals(message.parentId())) {
                messages.add(message);
                idle = message.type().equals("status")
                        && message.content()
                                .get("execution_state")
                                .getAsString()
                                .equals("idle");
            }
        }
        return messages;
    }

    private String send(ZMQ.Socket socket, String type, JsonObject content) {
        Message message = message(type, new JsonObject(), content);
        RequestChannel.sendFrames(socket, frames.of(message));
        return message.id();
    }

    private Message message(String type, JsonObject parent, JsonObject content) {
        return new Message(List.of(), headers.next(type), parent, new JsonObject(), content);
    }

    private Message receive(ZMQ.Socket socket) {
        long begun = System.nanoTime();
        List<byte[]> received = List.of();
        boolean gone = false;
        while (received.isEmpty() && !gone && System.nanoTime() - begun < PATIENCE.toNanos()) {
            // What it said last may still come.
            gone = !process.isAlive();
            received = RequestChannel.receive(socket, 0);
        }
        String ending = gone ? "the kernel ended with " + process.exitValue() : "the kernel did not answer in time";
        return Optional.of(received)
                .flatMap(frames::parse)
                .orElseThrow(() -> new AssertionError(ending + ", or not in signed messages"));
    }

    private static JsonObject executeContent(String code, Map<String, Object> more) {
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        more.forEach((name, value) -> content.add(name, new Gson().toJsonTree(value)));
        return content;
    }
}
