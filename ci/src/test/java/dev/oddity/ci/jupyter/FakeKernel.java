package dev.oddity.ci.jupyter;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.oddity.kernel.wire.Frames;
import dev.oddity.kernel.wire.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * A kernel process for tests. Each line of a cell is a command: a word, and an argument in Java's escapes. What it does is
 * certain, as no real language is about time and death.
 */
public final class FakeKernel {

    private final Frames frames;
    private final Requests messages = new Requests();
    private final ZMQ.Socket shell;
    private final ZMQ.Socket iopub;
    private final ZMQ.Socket stdin;
    private final SynchronousQueue<String> interrupts = new SynchronousQueue<>();
    private int count;

    private FakeKernel(ZContext context, JsonObject at) {
        frames = new Frames(at.get("key").getAsString());
        shell = bind(context, SocketType.ROUTER, at, "shell_port");
        iopub = bind(context, SocketType.PUB, at, "iopub_port");
        stdin = bind(context, SocketType.ROUTER, at, "stdin_port");
        ZMQ.Socket control = bind(context, SocketType.ROUTER, at, "control_port");
        start("control", () -> control(control));
    }

    /** As a kernelspec; further arguments: {@code mute} never answers, {@code heartless} has no heartbeat. */
    public static KernelSpec spec(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FakeKernel.class.getName(),
                "{connection_file}"));
        command.addAll(List.of(arguments));
        return new KernelSpec("fake", command, "Fake", "fake", true, Map.of(), folder);
    }

    public static void main(String[] arguments) throws Exception {
        List<String> manners = List.of(arguments);
        JsonObject at =
                JsonParser.parseString(Files.readString(Path.of(arguments[0]))).getAsJsonObject();
        System.err.println("fake kernel starts");
        if (manners.contains("broken")) {
            System.exit(7);
        }
        endWithItsParent();
        ZContext context = new ZContext();
        if (!manners.contains("heartless")) {
            ZMQ.Socket echo = bind(context, SocketType.REP, at, "hb_port");
            start("heartbeat", () -> {
                while (true) {
                    echo.send(echo.recv());
                }
            });
        }
        if (manners.contains("mute")) {
            new SynchronousQueue<String>().take();
        }
        new FakeKernel(context, at).serve();
    }

    /** As kernels do that know the variable: a runner that is killed leaves none behind. */
    private static void endWithItsParent() {
        String parent = System.getenv("JPY_PARENT_PID");
        if (parent != null) {
            ProcessHandle.of(Long.parseLong(parent))
                    .ifPresent(process ->
                            process.onExit().thenRun(() -> Runtime.getRuntime().halt(9)));
        }
    }

    private void serve() throws Exception {
        while (true) {
            Received request = receive(shell);
            if (request.message().type().equals("execute_request")) {
                execute(request);
            } else {
                publish(request, "status", Map.of("execution_state", "busy"));
                reply(request, "kernel_info_reply", "{\"status\":\"ok\",\"language_info\":{\"name\":\"fake\"}}");
                publish(request, "status", Map.of("execution_state", "idle"));
            }
        }
    }

    private void execute(Received request) throws Exception {
        count++;
        publish(request, "status", Map.of("execution_state", "busy"));
        publish(request, "execute_input", Map.of("execution_count", count, "code", ""));
        String error = "";
        List<String> late = new ArrayList<>();
        for (String line : request.message().text("code").lines().toList()) {
            String[] words = line.split(" ", 2);
            String argument = words.length > 1 ? words[1].translateEscapes() : "";
            switch (words[0]) {
                case "late" -> late.add(argument);
                case "error" -> error = argument;
                case "hang" -> error = "Interrupted " + interrupts.take();
                case "flow" -> {
                    while (true) {
                        publish(request, "stream", Map.of("name", "stdout", "text", "on and on\n"));
                    }
                }
                case "deaf" -> new SynchronousQueue<String>().take();
                case "killed" -> {
                    // What it has shown is on its way when its runner has answered a question.
                    ask(request);
                    killed();
                }
                case "die" -> Runtime.getRuntime().halt(Integer.parseInt(argument));
                case "ask" -> publish(request, "stream", Map.of("name", "stdout", "text", ask(request)));
                default -> show(request, words[0], argument);
            }
        }
        if (error.isEmpty()) {
            reply(request, "execute_reply", "{\"status\":\"ok\",\"execution_count\":" + count + "}");
        } else {
            Map<String, Object> content = Map.of(
                    "ename",
                    error.split(" ", 2)[0],
                    "evalue",
                    error.contains(" ") ? error.split(" ", 2)[1] : "",
                    "traceback",
                    List.of(error));
            publish(request, "error", content);
            reply(request, "execute_reply", "{\"status\":\"error\",\"execution_count\":" + count + "}");
        }
        late.forEach(text -> publish(request, "stream", Map.of("name", "stdout", "text", text)));
        publish(request, "status", Map.of("execution_state", "idle"));
        publish(request, "stream", Map.of("name", "stdout", "text", "after idle"));
    }

    private static void killed() throws Exception {
        new ProcessBuilder("sh", "-c", "kill -9 " + ProcessHandle.current().pid()).start();
        new SynchronousQueue<String>().take();
    }

    private void show(Received request, String command, String argument) {
        switch (command) {
            case "out" -> publish(request, "stream", Map.of("name", "stdout", "text", argument));
            case "err" -> publish(request, "stream", Map.of("name", "stderr", "text", argument));
            case "flood" ->
                publish(request, "stream", Map.of("name", "stdout", "text", "x".repeat(Integer.parseInt(argument))));
            case "result" ->
                publish(
                        request,
                        "execute_result",
                        Map.of(
                                "data", Map.of("text/plain", argument),
                                "metadata", Map.of(),
                                "execution_count", count));
            case "display", "update" ->
                publish(
                        request,
                        command.equals("display") ? "display_data" : "update_display_data",
                        Map.of(
                                "data", Map.of("text/plain", argument.split(" ", 2)[1]),
                                "metadata", Map.of(),
                                "transient", Map.of("display_id", argument.split(" ", 2)[0])));
            case "metrics" ->
                publish(
                        request,
                        "display_data",
                        Map.of(
                                "data",
                                Map.of(
                                        "text/plain",
                                        "metrics",
                                        "application/vnd.oddity.metrics+json",
                                        JsonParser.parseString(argument)),
                                "metadata",
                                Map.of()));
            case "clear" -> publish(request, "clear_output", Map.of("wait", argument.equals("wait")));
            default -> {
                // Like a comment.
            }
        }
    }

    private String ask(Received request) {
        send(stdin, request.identity(), message(request, "input_request", tree(Map.of("prompt", "?"))));
        return "got '" + receive(stdin).message().text("value") + "'";
    }

    private void control(ZMQ.Socket control) {
        while (true) {
            Received request = receive(control);
            if (request.message().type().equals("shutdown_request")) {
                Runtime.getRuntime().halt(0);
            }
            try {
                interrupts.put("by message");
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void publish(Received request, String type, Map<String, Object> content) {
        send(iopub, type.getBytes(), message(request, type, tree(content)));
    }

    private void reply(Received request, String type, String content) {
        JsonObject tree = JsonParser.parseString(content).getAsJsonObject();
        send(shell, request.identity(), message(request, type, tree));
    }

    private Message message(Received request, String type, JsonObject content) {
        return messages.answering(request.message().header(), type, content);
    }

    private void send(ZMQ.Socket socket, byte[] first, Message message) {
        socket.send(first, ZMQ.SNDMORE);
        List<byte[]> parts = frames.of(message);
        for (int i = 0; i < parts.size(); i++) {
            socket.send(parts.get(i), i + 1 < parts.size() ? ZMQ.SNDMORE : 0);
        }
    }

    private Received receive(ZMQ.Socket socket) {
        byte[] identity = socket.recv();
        List<byte[]> received = new ArrayList<>();
        while (socket.hasReceiveMore()) {
            received.add(socket.recv());
        }
        return new Received(identity, frames.parse(received).orElseThrow());
    }

    private static JsonObject tree(Map<String, Object> content) {
        return new Gson().toJsonTree(content).getAsJsonObject();
    }

    private static ZMQ.Socket bind(ZContext context, SocketType type, JsonObject at, String port) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.bind(ConnectionFile.address(at.get(port).getAsInt()));
        return socket;
    }

    private static void start(String name, Runnable loop) {
        Thread thread = new Thread(loop, name);
        thread.setDaemon(true);
        thread.start();
    }

    private record Received(byte[] identity, Message message) {}
}
