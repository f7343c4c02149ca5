package dev.oddity.ci.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecsTest {

    @TempDir
    Path folder;

    @Test
    void a_kernelspec_is_read_as_jupyter_reads_it() throws IOException {
        Path spec = install("first", "java", "\"interrupt_mode\": \"message\", \"env\": {\"A\": \"1\"}");

        KernelSpec java = new KernelSpecs(List.of(folder.resolve("none"), folder.resolve("first"))).find("java");

        assertThat(java)
                .isEqualTo(new KernelSpec(
                        "java",
                        List.of("run", "{resource_dir}/k.jar", "{connection_file}"),
                        "Java",
                        "java",
                        true,
                        Map.of("A", "1"),
                        spec));
        assertThat(java.command(Path.of("/c.json"))).containsExactly("run", spec + "/k.jar", "/c.json");
    }

    @Test
    void the_first_folder_wins() throws IOException {
        Path first = install("first", "java", "\"interrupt_mode\": \"signal\"");
        install("second", "java", "\"interrupt_mode\": \"message\"");

        KernelSpec java = new KernelSpecs(List.of(folder.resolve("first"), folder.resolve("second"))).find("java");

        assertThat(java.folder()).isEqualTo(first);
        assertThat(java.interruptsByMessage()).isFalse();
    }

    @Test
    void a_folder_may_be_named_instead_of_a_kernel() throws IOException {
        Path spec = install("anywhere", "mine", "\"env\": {}");

        assertThat(new KernelSpecs(List.of()).find(spec.toString()).name()).isEqualTo("mine");
    }

    @Test
    void a_kernel_that_is_not_there_is_answered_with_those_that_are() throws IOException {
        install("first", "java", "\"env\": {}");
        install("first", "oddity", "\"env\": {}");

        assertThatThrownBy(() -> new KernelSpecs(List.of(folder.resolve("first"))).find("odity"))
                .hasMessage("no kernel 'odity' is installed; did you mean 'oddity'? kernels: java, oddity");
        assertThatThrownBy(() -> new KernelSpecs(List.of(folder.resolve("first"))).find("scala"))
                .hasMessage("no kernel 'scala' is installed; kernels: java, oddity");
        assertThatThrownBy(() -> new KernelSpecs(List.of()).find("scala"))
                .hasMessage("no kernel 'scala' is installed; kernels: none");
    }

    @Test
    void a_broken_kernelspec_is_named() throws IOException {
        Path spec = install("first", "java", "\"env\": {}");
        Files.writeString(spec.resolve("kernel.json"), "{\"display_name\": 1}");

        assertThatThrownBy(() -> KernelSpec.read(spec))
                .hasMessage(spec.resolve("kernel.json") + " is no kernelspec: it must be JSON with a list 'argv'");
    }

    @Test
    void folders_are_those_of_jupyter() {
        Map<String, String> none = Map.of();
        Path home = Path.of("/home/a");

        assertThat(KernelSpecs.folders(none, home, "Linux"))
                .containsExactly(
                        Path.of("/home/a/.local/share/jupyter/kernels"),
                        Path.of("/usr/local/share/jupyter/kernels"),
                        Path.of("/usr/share/jupyter/kernels"));
        assertThat(KernelSpecs.folders(none, home, "Mac OS X").get(0))
                .isEqualTo(Path.of("/home/a/Library/Jupyter/kernels"));
        assertThat(KernelSpecs.folders(Map.of("JUPYTER_PATH", "/one", "JUPYTER_DATA_DIR", "/two"), home, "Linux"))
                .startsWith(Path.of("/one/kernels"), Path.of("/two/kernels"));
    }

    private Path install(String place, String name, String more) throws IOException {
        Path spec = Files.createDirectories(folder.resolve(place).resolve(name));
        Files.writeString(
                spec.resolve("kernel.json"),
                "{\"argv\": [\"run\", \"{resource_dir}/k.jar\", \"{connection_file}\"], \"display_name\": \"Java\","
                        + " \"language\": \"java\", " + more + "}");
        return spec;
    }
}
