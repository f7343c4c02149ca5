package dev.oddity.kernel.wire;

import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** The stdin socket: asks the user of the front end that sent a request for a line. */
final class InputChannel {

    private static final int LOOK_MILLIS = 100;

    private final ZMQ.Socket socket;
    private final Frames frames;
    private final Headers headers;
    private final Set<String> givenUpQuestions = new HashSet<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread created = new Thread(task, "jupyter-stdin");
        created.setDaemon(true);
        return created;
    });

    InputChannel(ZMQ.Context context, String address, Frames frames, Headers headers) {
        this.frames = frames;
        this.headers = headers;
        this.socket = context.socket(SocketType.ROUTER);
        this.socket.setReceiveTimeOut(LOOK_MILLIS);
        Wire.bind(socket, address);
    }

    String ask(Message request) throws InterruptedException {
        AtomicBoolean givenUp = new AtomicBoolean();
        Future<String> answer = thread.submit(() -> exchange(request, givenUp));
        try {
            return answer.get();
        } catch (InterruptedException e) {
            givenUp.set(true);
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the front end could not be asked for input", e.getCause());
        }
    }

    void close() {
        thread.submit(socket::close);
    }

    private String exchange(Message request, AtomicBoolean givenUp) {
        while (!RequestChannel.receive(socket, ZMQ.DONTWAIT).isEmpty()) {
            continue;
        }
        JsonObject content = new JsonObject();
        content.addProperty("prompt", "");
        content.addProperty("password", false);
        JsonObject header = headers.next("input_request");
        Message question = new Message(request.identities(), header, request.header(), new JsonObject(), content);
        RequestChannel.sendFrames(socket, frames.of(question));
        while (!givenUp.get()) {
            List<byte[]> received = RequestChannel.receive(socket, 0);
            Optional<Message> answer = frames.parse(received)
                    .filter(message -> message.type().equals("input_reply"))
                    // Front ends may leave an old question open; not all of them say what they answer.
                    .filter(message -> !givenUpQuestions.contains(message.parentId()));
            if (answer.isPresent()) {
                return answer.get().text("value");
            }
        }
        givenUpQuestions.add(question.id());
        throw new CancellationException();
    }
}
