package dev.oddity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KernelSpecInstallerTest {

    private static final Path HOME = Path.of("/home/me");

    @TempDir
    private Path folder;

    @Test
    void the_users_kernels_lie_where_jupyter_looks_on_each_platform() {
        assertThat(KernelSpecInstaller.user(Map.of(), HOME, "Linux").folder())
                .isEqualTo(HOME.resolve(".local/share/jupyter/kernels/oddity"));
        assertThat(KernelSpecInstaller.user(Map.of("XDG_DATA_HOME", "/data"), HOME, "Linux")
                        .folder())
                .isEqualTo(Path.of("/data/jupyter/kernels/oddity"));
        assertThat(KernelSpecInstaller.user(Map.of(), HOME, "Mac OS X").folder())
                .isEqualTo(HOME.resolve("Library/Jupyter/kernels/oddity"));
        assertThat(KernelSpecInstaller.user(Map.of("APPDATA", "/roaming"), HOME, "Windows 11")
                        .folder())
                .isEqualTo(Path.of("/roaming/jupyter/kernels/oddity"));
        assertThat(KernelSpecInstaller.user(Map.of("JUPYTER_DATA_DIR", "/jupyter"), HOME, "Linux")
                        .folder())
                .isEqualTo(Path.of("/jupyter/kernels/oddity"));
    }

    @Test
    void a_python_environment_is_found_or_asked_for() {
        assertThat(KernelSpecInstaller.sysPrefix(Map.of("VIRTUAL_ENV", "/venv")).folder())
                .isEqualTo(Path.of("/venv/share/jupyter/kernels/oddity"));
        assertThatThrownBy(() -> KernelSpecInstaller.sysPrefix(Map.of()))
                .hasMessage(
                        "--sys-prefix: no Python environment is active (neither VIRTUAL_ENV nor CONDA_PREFIX is set);"
                                + " activate one, or give its path with --prefix");
    }

    @Test
    void the_spec_names_java_and_the_class_path_absolutely_and_leaves_out_what_is_missing() throws IOException {
        Path jar = Files.createFile(folder.resolve("a.jar"));
        String relative = Path.of("").toAbsolutePath().relativize(jar).toString();

        JsonObject json = JsonParser.parseString(
                        KernelSpec.of(Path.of("/jdk/bin/java"), relative + File.pathSeparator + "no-such.jar")
                                .toJson())
                .getAsJsonObject();

        assertThat(json.getAsJsonArray("argv"))
                .extracting(argument -> argument.getAsString())
                .startsWith("/jdk/bin/java")
                .endsWith("-cp", jar.toString(), "dev.oddity.kernel.Main", "{connection_file}");
        assertThat(json.get("display_name").getAsString()).isEqualTo("Java (Oddity)");
        assertThat(json.get("language").getAsString()).isEqualTo("java");
        assertThat(json.get("interrupt_mode").getAsString()).isEqualTo("message");
        assertThat(json.getAsJsonObject("env").toString()).isEqualTo("{\"OMP_NUM_THREADS\":\"1\"}");
    }

    @Test
    void install_says_what_it_wrote_and_uninstall_takes_it_away() throws IOException {
        Path kernel = folder.resolve("share/jupyter/kernels/oddity");

        assertThat(run("install", "--no-archive", "--prefix", folder.toString()))
                .startsWith("wrote " + kernel.resolve("kernel.json") + ":\n{");
        assertThat(kernel.resolve("kernel.json")).isRegularFile();
        Files.createFile(kernel.resolve("start.jsa"));
        assertThat(run("uninstall", "--prefix", folder.toString())).isEqualTo("removed " + kernel + "\n");
        assertThat(kernel).doesNotExist();
        assertThat(run("uninstall", "--prefix", folder.toString()))
                .isEqualTo("nothing to remove: no kernelspec in " + kernel + "\n");
    }

    @Test
    void uninstall_leaves_what_others_put_beside_the_kernelspec_and_says_so() throws IOException {
        Path kernel = folder.resolve("share/jupyter/kernels/oddity");
        run("install", "--no-archive", "--prefix", folder.toString());
        Files.createFile(kernel.resolve("logo-64x64.png"));
        Files.createDirectory(kernel.resolve("assets"));
        String what =
                kernel.resolve("kernel.json") + "; not written by install and left there: assets, logo-64x64.png\n";

        assertThat(run("uninstall", "--prefix", folder.toString(), "--dry-run")).isEqualTo("would remove " + what);
        assertThat(kernel.resolve("kernel.json")).exists();
        assertThat(run("uninstall", "--prefix", folder.toString())).isEqualTo("removed " + what);
        assertThat(kernel).isDirectoryNotContaining("glob:**kernel.json");
        assertThat(kernel.resolve("logo-64x64.png")).exists();
        assertThat(run("uninstall", "--prefix", folder.toString()))
                .isEqualTo("nothing to remove: no kernelspec in " + kernel + "\n");
    }

    @Test
    void a_dry_run_writes_nothing() {
        assertThat(run("install", "--prefix", folder.toString(), "--dry-run"))
                .startsWith("would write " + folder.resolve("share/jupyter/kernels/oddity/kernel.json") + ":\n{")
                .contains("\"-Xlog:disable\"")
                .endsWith("would write " + folder.resolve("share/jupyter/kernels/oddity/start.jsa")
                        + ", so that kernels start sooner\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_place_that_cannot_be_written_to_is_told_in_one_sentence() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(run("install", "--no-archive", "--prefix", file.toString()))
                .startsWith("cannot write " + file + "/share/jupyter/kernels/oddity/kernel.json: ")
                .endsWith("; make room, or give another place that can be written to\n");
    }

    private static String run(String... arguments) {
        StringWriter text = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(text));
        line.setErr(new PrintWriter(text, true));
        line.execute(arguments);
        return text.toString();
    }
}
