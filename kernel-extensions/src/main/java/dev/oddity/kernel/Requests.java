package dev.oddity.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.oddity.kernel.jshell.CellError;
import dev.oddity.kernel.jshell.Completion;
import dev.oddity.kernel.jshell.Completions;
import dev.oddity.kernel.jshell.Readiness;
import dev.oddity.kernel.wire.Connection;
import dev.oddity.kernel.wire.Message;
import dev.oddity.kernel.wire.Request;
import dev.oddity.kernel.wire.Wire;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests. Whatever happens, each is answered and ends with the status {@code idle}. */
final class Requests {

    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    private final Connection connection;
    private final OddityKernel kernel;
    private final Execution execution;
    private final CountDownLatch shutdown = new CountDownLatch(1);
    private volatile boolean restarting;

    Requests(Connection connection, OddityKernel kernel, Execution execution) {
        this.connection = connection;
        this.kernel = kernel;
        this.execution = execution;
    }

    /** Waits for a front end to shut the kernel down; whether to start it anew. */
    boolean awaitShutdown() throws InterruptedException {
        shutdown.await();
        return restarting;
    }

    /** As if a front end had asked for it. */
    void shutDown() {
        shutdown.countDown();
    }

    void handle(Request request) {
        JsonObject header = request.message().header();
        connection.publishStatus(header, "busy");
        try {
            answer(request);
        } catch (Throwable e) {
            LOG.warn("{} failed", request.message().type(), e);
            request.reply(failed(e));
        } finally {
            connection.publishStatus(header, "idle");
        }
        if (request.message().type().equals("shutdown_request")) {
            shutdown.countDown();
        }
    }

    private void answer(Request request) {
        Fields content = new Fields(request.content());
        switch (request.message().type()) {
            case "execute_request" -> execution.execute(request);
            case "kernel_info_request" -> request.reply(kernelInfo());
            case "is_complete_request" -> request.reply(isComplete(code(content)));
            case "complete_request" -> request.reply(complete(code(content), cursor(content)));
            case "inspect_request" -> request.reply(inspect(code(content), cursor(content)));
            case "history_request" -> request.reply(execution.history().answer(content));
            case "comm_info_request" -> request.reply(commInfo());
            case "comm_open" -> closeComm(request.message());
            case "interrupt_request" -> {
                kernel.interrupt();
                request.reply(ok());
            }
            case "shutdown_request" -> {
                restarting = content.flag("restart", false);
                JsonObject reply = ok();
                reply.addProperty("restart", restarting);
                request.reply(reply);
            }
            default -> LOG.debug("{} is not spoken here", request.message().type());
        }
    }

    private JsonObject kernelInfo() {
        LanguageInfo language = kernel.getLanguageInfo();
        JsonObject info = new JsonObject();
        info.addProperty("name", language.getName());
        info.addProperty("version", language.getVersion());
        info.addProperty("mimetype", language.getMimetype());
        info.addProperty("file_extension", language.getFileExtension());
        info.addProperty("pygments_lexer", language.getPygmentsLexer());
        info.addProperty("codemirror_mode", String.valueOf(language.getCodemirrorMode()));
        JsonArray links = new JsonArray();
        kernel.getHelpLinks().forEach(help -> {
            JsonObject link = new JsonObject();
            link.addProperty("text", help.getText());
            link.addProperty("url", help.getUrl());
            links.add(link);
        });
        JsonObject reply = ok();
        reply.addProperty("protocol_version", Wire.PROTOCOL);
        reply.addProperty("implementation", kernel.getName());
        reply.addProperty("implementation_version", kernel.getVersion());
        reply.add("language_info", info);
        reply.addProperty(
                "banner", "Oddity " + kernel.getVersion() + ", Java " + language.getVersion() + "; %help lists magics");
        reply.add("help_links", links);
        return reply;
    }

    private JsonObject isComplete(String code) {
        Readiness readiness = kernel.readiness(code);
        JsonObject reply = new JsonObject();
        reply.addProperty("status", readiness.status().name().toLowerCase(Locale.ROOT));
        if (readiness.status() == Readiness.Status.INCOMPLETE) {
            reply.addProperty("indent", readiness.indent());
        }
        return reply;
    }

    /** With types and signatures in the way that JupyterLab and VS Code read them. */
    private JsonObject complete(String code, int cursor) {
        Completions found = kernel.completions(code, code.offsetByCodePoints(0, cursor));
        int start = code.codePointCount(0, found.start());
        int end = code.codePointCount(0, found.end());
        JsonArray matches = new JsonArray();
        JsonArray types = new JsonArray();
        for (Completion completion : found.all()) {
            matches.add(completion.text());
            JsonObject type = new JsonObject();
            type.addProperty("start", start);
            type.addProperty("end", end);
            type.addProperty("text", completion.text());
            type.addProperty("type", completion.type());
            type.addProperty("signature", completion.signature());
            types.add(type);
        }
        JsonObject metadata = new JsonObject();
        metadata.add("_jupyter_types_experimental", types);
        JsonObject reply = ok();
        reply.add("matches", matches);
        reply.addProperty("cursor_start", start);
        reply.addProperty("cursor_end", end);
        reply.add("metadata", metadata);
        return reply;
    }

    private JsonObject inspect(String code, int cursor) {
        Optional<JsonObject> shown = Optional.ofNullable(
                        kernel.inspect(code, code.offsetByCodePoints(0, cursor), false))
                .map(Bundles::json);
        JsonObject reply = ok();
        reply.addProperty("found", shown.isPresent());
        reply.add("data", shown.map(json -> json.get("data")).orElseGet(JsonObject::new));
        reply.add("metadata", new JsonObject());
        return reply;
    }

    private static JsonObject commInfo() {
        JsonObject reply = ok();
        reply.add("comms", new JsonObject());
        return reply;
    }

    /** There is nobody here to talk to, and a front end should know rather than wait. */
    private void closeComm(Message open) {
        JsonObject content = new JsonObject();
        content.addProperty("comm_id", open.text("comm_id"));
        content.add("data", new JsonObject());
        connection.publish(open.header(), "comm_close", content);
    }

    private static JsonObject ok() {
        JsonObject reply = new JsonObject();
        reply.addProperty("status", "ok");
        return reply;
    }

    private static JsonObject failed(Throwable e) {
        JsonObject reply = CellOutput.content(CellError.of(e));
        reply.addProperty("status", "error");
        return reply;
    }

    private static String code(Fields content) {
        return content.text("code", "");
    }

    /** In characters of Unicode; without one, the end. */
    private static int cursor(Fields content) {
        String code = code(content);
        int all = code.codePointCount(0, code.length());
        return Math.max(0, Math.min(content.number("cursor_pos", all), all));
    }
}
