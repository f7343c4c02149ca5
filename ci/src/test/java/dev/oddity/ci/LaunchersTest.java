package dev.oddity.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two scripts that start the command, as far as their texts can be compared: one of them runs on Windows only. */
class LaunchersTest {

    /** An option of Java's or Maven's, up to what the languages of the two shells write in ways of their own. */
    private static final Pattern OPTION =
            Pattern.compile("(?<![\\w-])-(?:D|XX:|[A-Za-z]+(?= ))[\\w.+:-]*(?:=[\\w.-]+)?");

    @Test
    void both_start_the_command_with_the_same_options_of_java() throws IOException {
        assertThat(options("notebooks.cmd", Main.class.getName()))
                .containsExactlyElementsOf(options("notebooks", Main.class.getName()))
                .contains("-Djdk.attach.allowAttachSelf=true", "-Dfile.encoding=UTF-8", "-Doddity.checkout", "-cp");
    }

    @Test
    void both_build_with_the_same_options_of_maven() throws IOException {
        assertThat(options("notebooks.cmd", "-DskipTests"))
                .containsExactlyElementsOf(options("notebooks", "-DskipTests"))
                .contains("-q", "-DskipTests");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ODDITY_GPU",
                "OMP_NUM_THREADS",
                "JAVA_HOME",
                "nvidia-smi -L",
                "--devicegpu",
                "-Doddity.gpu",
                "pytorch-native-cpu-*.jar",
                "built-for-gpu",
                "oddity-ci.jar"
            })
    void both_heed(String word) throws IOException {
        assertThat(text("notebooks")).contains(word);
        assertThat(text("notebooks.cmd")).contains(word);
    }

    /** Of the command in which a word stands, with the lines it goes on in. */
    private static List<String> options(String script, String word) throws IOException {
        String command = text(script)
                .replace("\\\n", " ")
                .lines()
                .filter(line -> line.contains(word))
                .collect(Collectors.joining("\n"));
        assertThat(command.lines()).as(script + " has one line with " + word).hasSize(1);
        return OPTION.matcher(command).results().map(MatchResult::group).toList();
    }

    private static String text(String script) throws IOException {
        return Files.readString(Path.of(script)).replace("\r\n", "\n");
    }
}
