package dev.oddity.reproducibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OddityVersionTest {

    @Test
    void it_is_the_one_in_the_pom() throws IOException {
        Matcher version = Pattern.compile("<artifactId>oddity-parent</artifactId>\\s*<version>(.+?)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));

        assertThat(version.find()).isTrue();
        assertThat(OddityVersion.CURRENT).isEqualTo(version.group(1));
    }

    @Test
    void what_no_build_has_filled_in_is_unknown() {
        assertThat(OddityVersion.told("${project.version}")).isEqualTo("unknown");
        assertThat(OddityVersion.told("")).isEqualTo("unknown");
        assertThat(OddityVersion.told("1.2")).isEqualTo("1.2");
    }

    @Test
    void its_commit_is_the_one_of_the_checkout_it_was_built_in_unless_the_build_knew_none() {
        OddityVersion.COMMIT.ifPresent(commit -> assertThat(commit).matches("[0-9a-f]{40}( with changes)?"));

        assertThat(OddityVersion.words())
                .isEqualTo(OddityVersion.CURRENT
                        + OddityVersion.COMMIT
                                .map(commit -> ", built from " + commit)
                                .orElse(""));
    }
}
