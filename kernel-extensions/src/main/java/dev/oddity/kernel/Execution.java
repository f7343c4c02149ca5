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
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/** Runs the cells that a front end sends, counts them, and remembers them. */
final class Execution {

    private final Connection connection;
    private final OddityKernel kernel;
    private final CellOutput output;
    private final History history = new History();
    private volatile @Nullable Message running;
    private int count;

    Execution(Connection connection, OddityKernel kernel, CellOutput output) {
        this.connection = connection;
        this.kernel = kernel;
        this.output = output;
    }

    History history() {
        return history;
    }

    /** A line from the user of the running cell. */
    String ask() throws InterruptedException {
        Message cell = running;
        if (cell == null || !flag(cell.content(), "allow_stdin", true)) {
            throw new IllegalStateException("this cell reads from System.in, but whoever runs it takes no input"
                    + " (allow_stdin is false); put the value into the cell instead");
        }
        output.flush();
        return connection.ask(cell, "", false);
    }

    void execute(Request request) {
        JsonObject content = request.content();
        if (request.aborted()) {
            request.reply(reply("aborted"));
            return;
        }
        boolean silent = flag(content, "silent", false);
        String code = content.has("code") ? content.get("code").getAsString() : "";
        if (!silent && flag(content, "store_history", true)) {
            count++;
        }
        if (!silent) {
            publishInput(request.message().header(), code);
        }
        running = request.message();
        output.begin(request.message().header());
        JsonObject reply;
        try {
            reply = run(code, content, silent);
        } catch (Throwable e) {
            CellError error = CellError.of(e);
            if (!silent) {
                output.error(error);
            }
            remember(content, silent, code, null);
            reply = reply("error");
            putAll(CellOutput.content(error), reply);
            if (flag(content, "stop_on_error", true)) {
                request.abortWaiting();
            }
        } finally {
            output.end();
            running = null;
        }
        flush();
        request.reply(reply);
    }

    /** All output is on its way before the reply is: a client that has the reply need not wait for more. */
    private void flush() {
        try {
            connection.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private JsonObject run(String code, JsonObject content, boolean silent) {
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

    private JsonObject userExpressions(JsonObject content) {
        JsonObject values = new JsonObject();
        if (content.get("user_expressions") instanceof JsonObject asked) {
            for (Map.Entry<String, JsonElement> expression : asked.entrySet()) {
                values.add(
                        expression.getKey(),
                        userExpression(expression.getValue().getAsString()));
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
            putAll(CellOutput.content(CellError.of(e)), value);
        }
        return value;
    }

    private void publishInput(JsonObject header, String code) {
        JsonObject input = new JsonObject();
        input.addProperty("code", code);
        input.addProperty("execution_count", count);
        connection.publish(header, "execute_input", input);
    }

    private void remember(JsonObject content, boolean silent, String code, @Nullable String result) {
        if (!silent && flag(content, "store_history", true)) {
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

    private static boolean flag(JsonObject content, String name, boolean otherwise) {
        return content.has(name) ? content.get(name).getAsBoolean() : otherwise;
    }

    private static void putAll(JsonObject from, JsonObject into) {
        from.entrySet().forEach(entry -> into.add(entry.getKey(), entry.getValue()));
    }
}
