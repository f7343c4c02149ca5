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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    void a_variable_that_is_empty_counts_as_unset_and_a_relative_folder_as_one_from_here() {
        Map<String, String> empty = Map.of("JUPYTER_DATA_DIR", "", "XDG_DATA_HOME", "", "APPDATA", "");

        assertThat(KernelSpecInstaller.user(empty, HOME, "Linux").folder())
                .isEqualTo(HOME.resolve(".local/share/jupyter/kernels/oddity"));
        assertThat(KernelSpecInstaller.user(empty, HOME, "Windows 11").folder())
                .isEqualTo(HOME.resolve(".jupyter/data/kernels/oddity"));
        assertThat(KernelSpecInstaller.user(Map.of("JUPYTER_DATA_DIR", "data"), HOME, "Linux")
                        .folder())
                .isEqualTo(Path.of("data/kernels/oddity").toAbsolutePath());
        assertThat(KernelSpecInstaller.sysPrefix(Map.of("VIRTUAL_ENV", "", "CONDA_PREFIX", "/conda"))
                        .folder())
                .isEqualTo(Path.of("/conda/share/jupyter/kernels/oddity"));
        assertThatThrownBy(() -> KernelSpecInstaller.sysPrefix(Map.of("VIRTUAL_ENV", "")))
                .hasMessageStartingWith("--sys-prefix: no Python environment is active");
        assertThat(run("install", "--prefix", ""))
                .isEqualTo("--prefix is empty, as a variable is that is not set; give a folder, or leave it out to mean"
                        + " the present user\n");
    }

    @Test
    void java_is_told_to_take_file_names_as_utf_8_where_the_locale_knows_ascii_only() {
        assertThat(FileNames.settings(Map.of(), "ANSI_X3.4-1968", "Linux")).isEqualTo(Map.of("LC_CTYPE", "C.UTF-8"));
        assertThat(FileNames.settings(Map.of("LC_ALL", "C"), "ANSI_X3.4-1968", "Linux"))
                .isEqualTo(Map.of("LC_ALL", "C.UTF-8"));
        assertThat(FileNames.settings(Map.of("LC_ALL", ""), "US-ASCII", "Linux"))
                .isEqualTo(Map.of("LC_CTYPE", "C.UTF-8"));
        assertThat(FileNames.settings(Map.of(), "UTF-8", "Linux")).isEmpty();
        assertThat(FileNames.settings(Map.of(), "ISO-8859-15", "Linux")).isEmpty();
        assertThat(FileNames.settings(Map.of(), "US-ASCII", "Windows 11")).isEmpty();
        assertThat(FileNames.settings(Map.of(), "US-ASCII", "Mac OS X")).isEmpty();
    }

    @Test
    void options_of_java_are_kept_in_the_spec_behind_those_of_the_kernel() throws IOException {
        assertThat(run(
                        "install",
                        "--no-archive",
                        "--prefix",
                        folder.toString(),
                        "--jvm-option",
                        "-Xmx600m",
                        "--jvm-option=-Dmine=a b"))
                .contains("  java: " + KernelSpec.ofThisJvm().java() + " -Xmx600m -Dmine=a b\n");

        assertThat(arguments()).containsSubsequence("-Dfile.encoding=UTF-8", "-Xmx600m", "-Dmine=a b", "-cp");
    }

    @Test
    void options_that_java_or_the_kernel_cannot_start_with_are_refused_and_nothing_is_written() {
        assertThat(refusal("-Xmx6q")).isEqualTo("Java starts no kernel with it: Invalid maximum heap size: -Xmx6q");
        assertThat(refusal("-XX:+NoSuchThing"))
                .isEqualTo("Java starts no kernel with it: Unrecognized VM option 'NoSuchThing'");
        assertThat(refusal("-version")).startsWith("Java starts no kernel with it: ");
        assertThat(refusal("--list-modules")).startsWith("Java starts no kernel with it: java.base");
        assertThat(refusal("Xmx6g")).isEqualTo("it is no option of Java; such begin with a hyphen: -Xmx6g");
        assertThat(refusal("--class-path=x"))
                .isEqualTo("the class path is the kernel's; %classpath and %jars in a notebook add to it");
        assertThat(folder).isEmptyDirectory();
    }

    private String refusal(String option) {
        String text = run("install", "--no-archive", "--prefix", folder.toString(), "--jvm-option", option);
        String head = "--jvm-option " + option + ": ";
        assertThat(text).startsWith(head).endsWith("\n");
        return text.substring(head.length(), text.length() - 1);
    }

    private List<String> arguments() throws IOException {
        List<String> arguments = new ArrayList<>();
        JsonParser.parseString(Files.readString(folder.resolve("share/jupyter/kernels/oddity/kernel.json")))
                .getAsJsonObject()
                .getAsJsonArray("argv")
                .forEach(argument -> arguments.add(argument.getAsString()));
        return arguments;
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
                .isEqualTo(
                        "wrote " + kernel.resolve("kernel.json") + "\n  kernel: Java (Oddity), called oddity\n  java: "
                                + KernelSpec.ofThisJvm().java() + "\n" + locale());
        assertThat(run("install", "--no-archive", "--verbose", "--prefix", folder.toString()))
                .startsWith("wrote " + kernel.resolve("kernel.json") + "\n{")
                .contains("\"-cp\"");
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
                .startsWith("would write " + folder.resolve("share/jupyter/kernels/oddity/kernel.json") + "\n{")
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

    /** A line where these tests run without a locale. */
    private static String locale() {
        return KernelSpec.ofThisJvm().environment().entrySet().stream()
                .filter(set -> set.getKey().startsWith("LC_"))
                .map(set -> "  " + set.getKey() + ": " + set.getValue()
                        + ", without which Java could name files in ASCII only here\n")
                .collect(Collectors.joining());
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
