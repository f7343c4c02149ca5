package dev.oddity.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the project's pages point to. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]+)[^)]*\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "ci/README.md"})
    void every_relative_link_and_image_is_there(String page) throws IOException {
        Path root = Checkout.around(Path.of("")).root();

        List<String> links = LINK.matcher(Files.readString(root.resolve(page)))
                .results()
                .map((MatchResult link) -> link.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .toList();

        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link ->
                        assertThat(root.resolve(page).resolveSibling(link)).exists());
    }
}
