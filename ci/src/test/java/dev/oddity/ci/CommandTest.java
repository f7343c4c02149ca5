package dev.oddity.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.oddity.ci.jupyter.FakeKernel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Tests of the command, with a kernel whose cells do as they are told. */
abstract class CommandTest extends CheckoutOfItsOwn {

    static final String METRICS =
            "metrics {\"experiment\":\"e\",\"models\":{\"vae()\":{\"f1\":{\"mean\":%s,\"absolute\":0.02}}}}";

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    @BeforeEach
    final void fakeKernel() throws IOException {
        Path spec = Files.createDirectories(root.resolve("fake"));
        Files.writeString(
                spec.resolve("kernel.json"),
                new Gson()
                        .toJson(Map.of(
                                "argv", FakeKernel.spec(spec).arguments(),
                                "display_name", "Fake",
                                "language", "fake",
                                "interrupt_mode", "message")));
    }

    final void assertRefused(String sentence, String... arguments) {
        assertThat(run(arguments)).isEqualTo(64);
        assertThat(err.toString().strip()).isEqualTo(sentence);
    }

    final int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    final int run(Map<String, String> environment, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                root.resolve("notebooks"),
                environment,
                arguments);
    }

    final String fake() {
        return root.resolve("fake").toString();
    }

    final Path approved(String name) {
        return root.resolve("notebooks/approved").resolve(name + ".approved.json");
    }

    /** By the shell, which every Linux has; a program of that name some have not. */
    static void signal(String signal, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -s " + signal + " " + process.pid())
                .start()
                .waitFor();
    }

    /** With all that it started. */
    static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    final void notebook(String name, String... sources) throws IOException {
        JsonArray cells = new JsonArray();
        for (String source : sources) {
            cells.add(cell("c" + cells.size(), source, "plain"));
        }
        write(name, cells);
    }

    /** Puts a parameters cell in front, which the fake kernel takes for a comment. */
    final void parameters(String name, String source) throws IOException {
        JsonObject notebook = new Gson()
                .fromJson(Files.readString(root.resolve("notebooks").resolve(name + ".ipynb")), JsonObject.class);
        JsonArray cells = new JsonArray();
        cells.add(cell("p", source, "parameters"));
        cells.addAll(notebook.getAsJsonArray("cells"));
        write(name, cells);
    }

    private static JsonObject cell(String id, String source, String tag) {
        return new Gson()
                .toJsonTree(Map.of(
                        "id", id, "cell_type", "code", "source", source, "metadata", Map.of("tags", List.of(tag))))
                .getAsJsonObject();
    }

    final void write(String name, JsonArray cells) throws IOException {
        JsonObject top = new JsonObject();
        top.addProperty("nbformat", 4);
        top.add("cells", cells);
        Files.writeString(root.resolve("notebooks").resolve(name + ".ipynb"), top.toString());
    }
}
