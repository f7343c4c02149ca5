package dev.oddity.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.oddity.kernel.jshell.Cell;
import dev.oddity.kernel.jshell.CellError;
import dev.oddity.kernel.jshell.Outcome;
import dev.oddity.kernel.wire.Connection;
import dev.oddity.kernel.wire.Message;
import dev.oddity.kernel.wire.Request;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/** Runs the cells that a front end sends, counts them, and remembers them. */
final class Execution {

    private final Connection connection;
    private final OddityKernel kernel;
    private final CellOutput output;
    private final CellText out;
    private final CellText err;
    private final StandardStreams streams;
    private final History history = new History();
    private volatile @Nullable Message running;
    private int count;

    Execution(Connection connection, OddityKernel kernel, CellOutput output) {
        this.connection = connection;
        this.kernel = kernel;
        this.output = output;
        this.out = new CellText(output, CellOutput.Stream.STDOUT, kernel::traceText);
        this.err = new CellText(output, CellOutput.Stream.STDERR, kernel::traceText);
        this.streams = new StandardStreams(new CellInput(this::ask), out.printed(), err.printed());
    }

    /** From now on {@code System.in}, {@code out} and {@code err} are those of the cells. */
    void takeStreams() {
        streams.use();
    }

    History history() {
        return history;
    }

    /** A line from the user of the running cell. */
    private String ask() throws InterruptedException {
        Message cell = running;
        if (cell == null || !new Fields(cell.content()).flag("allow_stdin", true)) {
            throw new IllegalStateException("this cell reads from System.in, but whoever runs it takes no input"
                    + " (allow_stdin is false); put the value into the cell instead");
        }
        flushText();
        output.flush();
        return connection.ask(cell);
    }

    void execute(Request request) {
        Fields content = new Fields(request.content());
        if (request.aborted()) {
            request.reply(reply("aborted"));
            return;
        }
        String code = content.text("code", "");
        boolean blank = code.isBlank();
        boolean silent = content.flag("silent", false);
        if (!blank && !silent && content.flag("store_history", true)) {
            count++;
        }
        if (!silent) {
            publishInput(request.message().header(), code);
        }
        // A cell before may have set others and never set them back.
        takeStreams();
        kernel.beginCell();
        running = request.message();
        output.begin(request.message().header());
        JsonObject reply;
        boolean stopped = false;
        try {
            JsonArray payload = blank ? new JsonArray() : run(code, content, silent);
            // Whoever interrupts a cell wants none of those behind it, even if this one kept what it had and ended
            // well.
            stopped = kernel.wasInterrupted();
            reply = done(content, payload);
        } catch (Throwable e) {
            CellError error = kernel.error(e);
            if (!silent) {
                output.error(error);
            }
            remember(content, silent, code, null);
            reply = reply("error");
            putAll(CellOutput.content(error), reply);
            stopped = true;
        } finally {
            flushText();
            output.end();
            running = null;
        }
        if (stopped && content.flag("stop_on_error", true)) {
            request.abortWaiting();
        }
        flush();
        request.reply(reply);
    }

    /** Never by way of the streams, which belong to whoever prints and may be held by code that was left behind. */
    private void flushText() {
        out.flush();
        err.flush();
    }

    /** All output is on its way before the reply is: a client that has the reply need not wait for more. */
    private void flush() {
        try {
            connection.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return what a pager is to show */
    private JsonArray run(String code, Fields content, boolean silent) {
        JsonArray payload = new JsonArray();
        Optional<String> question = Question.name(code);
        if (question.isPresent()) {
            payload.add(page(question.get()));
        } else {
            Outcome outcome = kernel.run(new Cell("cell " + count, code));
            String text = null;
            if (outcome.hasValue() && !output.isId(outcome.value())) {
                DisplayData shown = kernel.show(outcome.value());
                if (!silent) {
                    output.result(count, shown);
                }
                text = text(shown);
            }
            remember(content, silent, code, text);
        }
        return payload;
    }

    private JsonObject done(Fields content, JsonArray payload) {
        kernel.beginCell();
        JsonObject reply = reply("ok");
        reply.add("payload", payload);
        reply.add("user_expressions", userExpressions(content));
        return reply;
    }

    private JsonObject page(String name) {
        String text = Optional.ofNullable(kernel.inspect(name, name.length(), true))
                .map(Execution::text)
                .orElse("nothing is known of " + name);
        JsonObject data = new JsonObject();
        data.addProperty("text/plain", text);
        JsonObject page = new JsonObject();
        page.addProperty("source", "page");
        page.add("data", data);
        page.addProperty("start", 0);
        return page;
    }

    private JsonObject userExpressions(Fields request) {
        JsonObject values = new JsonObject();
        if (request.content().get("user_expressions") instanceof JsonObject asked) {
            for (String name : asked.keySet()) {
                values.add(name, userExpression(new Fields(asked).text(name, "")));
            }
        }
        return values;
    }

    private JsonObject userExpression(String code) {
        JsonObject value = new JsonObject();
        try {
            Outcome outcome = kernel.run(new Cell("user expression", code));
            value = Bundles.json(kernel.show(outcome.value()));
            value.remove("transient");
            value.addProperty("status", "ok");
        } catch (Throwable e) {
            value.addProperty("status", "error");
            putAll(CellOutput.content(kernel.error(e)), value);
        }
        return value;
    }

    private void publishInput(JsonObject header, String code) {
        JsonObject input = new JsonObject();
        input.addProperty("code", code);
        input.addProperty("execution_count", count);
        connection.publish(header, "execute_input", input);
    }

    private void remember(Fields content, boolean silent, String code, @Nullable String result) {
        if (!silent && content.flag("store_history", true)) {
            history.add(count, code, result);
        }
    }

    private JsonObject reply(String status) {
        JsonObject reply = new JsonObject();
        reply.addProperty("status", status);
        reply.addProperty("execution_count", count);
        return reply;
    }

    private static @Nullable String text(DisplayData shown) {
        JsonElement text = Bundles.json(shown).getAsJsonObject("data").get("text/plain");
        return text == null ? null : text.getAsString();
    }

    private static void putAll(JsonObject from, JsonObject into) {
        from.entrySet().forEach(entry -> into.add(entry.getKey(), entry.getValue()));
    }
}
