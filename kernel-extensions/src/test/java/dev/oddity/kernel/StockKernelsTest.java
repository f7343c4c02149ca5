package dev.oddity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.oddity.kernel.ijava.StockIJava;
import dev.oddity.kernel.wire.KernelClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our views in kernels that are not ours, over the wire, on the base libraries of JJava and of IJava. */
class StockKernelsTest {

    @TempDir
    private Path folder;

    @Test
    void a_stock_jjava_finds_the_extension_and_shows_what_our_kernel_shows() throws Exception {
        try (KernelClient kernel = start(StockJJava.class)) {
            assertShowsAsOurs(kernel);
            assertShowsProgressInOnePlace(kernel);
        }
    }

    @Test
    void a_stock_ijava_shows_what_our_kernel_shows_after_one_call() throws Exception {
        try (KernelClient kernel = start(StockIJava.class)) {
            assertThat(kernel.execute("progress")
                            .contents("execute_result")
                            .get(0)
                            .toString())
                    .contains("nowhere to paint");
            kernel.execute("install");

            assertShowsAsOurs(kernel);
            assertShowsProgressInOnePlace(kernel);
        }
    }

    /** JJava renamed others between 1.0-a6 and 1.0-a8. */
    @Test
    void of_a_stock_kernel_only_what_has_the_same_name_in_all_versions_is_used() {
        assertThat(used(OddityExtension.class, BaseKernel.class)).containsExactly("getIO", "getRenderer");
        assertThat(used(JJavaCell.class, BaseKernel.class)).isEmpty();
        assertThat(used(JJavaCell.class, DisplayData.class))
                .as("setDisplayId() has another result in 1.0-a8")
                .containsExactly("<init>", "putTransientData");
    }

    private KernelClient start(Class<?> main) throws Exception {
        return KernelClient.start(KernelSpec.ofThisJvm().commandOf(main), folder);
    }

    private static void assertShowsAsOurs(KernelClient kernel) {
        Renderer ours = new Renderer();
        OddityExtension.install(ours);
        for (String name : Samples.NAMES) {
            JsonObject shown = kernel.execute(name).contents("execute_result").get(0);

            JsonObject expected = Bundles.json(ours.render(Samples.of(name)));
            assertThat(shown.get("data")).as(name).isEqualTo(expected.get("data"));
            assertThat(shown.get("metadata")).as(name).isEqualTo(expected.get("metadata"));
        }
    }

    private static void assertShowsProgressInOnePlace(KernelClient kernel) {
        KernelClient.Answer answer = kernel.execute("progress");

        JsonObject first = answer.contents("display_data").get(0);
        JsonObject second = answer.contents("update_display_data").get(0);
        assertThat(first.getAsJsonObject("data").get("text/plain").getAsString())
                .isEqualTo("half");
        assertThat(second.getAsJsonObject("data").get("text/plain").getAsString())
                .isEqualTo("whole");
        assertThat(second.get("transient")).isEqualTo(first.get("transient"));
    }

    /** Names of the methods of one class that another calls, by its byte code. */
    private static Set<String> used(Class<?> caller, Class<?> of) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Path classFile = Path.of("target", "classes", caller.getName().replace('.', '/') + ".class");
        ToolProvider.findFirst("javap")
                .orElseThrow()
                .run(new PrintStream(text), System.err, "-c", "-p", classFile.toString());
        Matcher calls = Pattern.compile("Method " + of.getName().replace('.', '/') + "\\.\"?([\\w<>]+)\"?:")
                .matcher(text.toString(StandardCharsets.UTF_8));
        Set<String> names = new TreeSet<>();
        while (calls.find()) {
            names.add(calls.group(1));
        }
        return names;
    }
}
