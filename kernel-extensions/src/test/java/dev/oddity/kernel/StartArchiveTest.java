package dev.oddity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StartArchiveTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private Path folder;

    @Test
    void is_made_by_a_run_and_used_by_later_ones_without_a_word() throws Exception {
        StartArchive archive = StartArchive.in(folder);

        assertThat(archive.make(program())).isEmpty();

        assertThat(folder).isDirectoryContaining("glob:**start.jsa");
        assertThat(Files.list(folder)).containsExactly(archive.file());
        assertThat(output(archive)).isEqualTo(output(program()));
    }

    @Test
    void one_that_is_missing_or_of_no_use_is_passed_over_without_a_word() throws Exception {
        StartArchive archive = StartArchive.in(folder);

        assertThat(output(archive)).isEqualTo(output(program()));
        Files.writeString(archive.file(), "no archive at all");
        assertThat(output(archive)).isEqualTo(output(program()));
    }

    @Test
    void says_why_there_is_none() {
        StartArchive archive = StartArchive.in(folder);

        assertThat(archive.make(List.of(JAVA, "no.such.Program")))
                .hasValueSatisfying(why -> assertThat(why).startsWith("this Java makes none of this class path"));
        assertThat(archive.file()).doesNotExist();
    }

    /** Any program that is in a jar will do: class-data sharing leaves folders out. */
    private static List<String> program() throws Exception {
        Path jar = Path.of(CommandLine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return List.of(JAVA, "-cp", jar.toString(), "picocli.AutoComplete", "--help");
    }

    private static String output(StartArchive archive) throws Exception {
        List<String> command = new ArrayList<>(program());
        command.addAll(1, archive.options());
        return output(command);
    }

    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
