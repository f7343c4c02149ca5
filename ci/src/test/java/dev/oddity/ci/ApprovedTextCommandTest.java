package dev.oddity.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cells tagged {@code approve} say, held by the command as metrics are. */
class ApprovedTextCommandTest extends CommandTest {

    @Test
    void text_is_held_to_what_was_approved_and_what_differs_by_nature_is_not() throws IOException {
        said("out 3 alarms in 1.5 s by x@1a2b3c");

        assertThat(run("run", "--kernel", fake())).isEqualTo(2);
        assertThat(out.toString()).contains("""
                  a has no approved text for the profile smoke; if it is right, accept it with: ci/notebooks approve a --profile smoke --kernel fake
                  cell 'c0', stdout (- old, + new)
                    + 3 alarms in [duration] by x@[hash-1]
                  received: %s
                """.formatted(root.resolve("target/notebooks/smoke/a.smoke.received.txt")));

        assertThat(run("approve", "a")).isZero();
        assertThat(out.toString()).contains("a: approved, see %s and %s".formatted(approved("a.smoke"), text()));
        assertThat(text()).hasContent("c0\n  stdout\n    3 alarms in [duration] by x@[hash-1]\n");

        said("out 3 alarms in 0.02 s by x@77aa77");
        assertThat(run("run", "--kernel", fake())).isZero();
        assertThat(out.toString()).contains("the text of one cell is as approved");

        said("out 4 alarms in 0.02 s by x@77aa77");
        Path junit = root.resolve("junit.xml");
        assertThat(run("run", "--kernel", fake(), "--junit", junit.toString())).isEqualTo(2);
        assertThat(out.toString()).contains("""
                  a says something else than approved; if it is right, accept it with: ci/notebooks approve a --profile smoke --kernel fake
                  cell 'c0', stdout (- old, + new)
                    - 3 alarms in [duration] by x@[hash-1]
                    + 4 alarms in [duration] by x@[hash-1]
                """);
        assertThat(junit).content().contains("+ 4 alarms in [duration]");
    }

    @Test
    void check_names_approved_text_of_cells_that_are_not_tagged_any_more() throws IOException {
        said("out 3");
        assertThat(run("approve", "a", "--kernel", fake())).isZero();
        run("check", "a");
        assertThat(out.toString()).doesNotContain("has text of");

        notebook("a", "out 3");

        assertThat(run("check", "a")).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "%s has text of the cell 'c0', which is not in the notebook or not tagged approve; approve again"
                                .formatted(text()));
        assertThat(run("run", "--kernel", fake())).isEqualTo(2);
        assertThat(out.toString()).contains("- 3");

        assertThat(run("approve", "a")).isZero();
        assertThat(text()).doesNotExist();
        run("check", "a");
        assertThat(out.toString()).doesNotContain("has text of");
    }

    @Test
    void a_pattern_that_is_none_is_refused_before_anything_runs() throws IOException {
        write("a", Map.of("tags", List.of("approve", "scrub:[")), "out 3");

        assertRefused(
                "cell 'c0' scrubs by '[', which is no regular expression of Java: Unclosed character class, at character 1",
                "run",
                "--kernel",
                fake());
        assertThat(run("check")).isEqualTo(1);
        assertThat(out.toString()).contains("cell 'c0' scrubs by '['");
    }

    private Path text() {
        return root.resolve("notebooks/approved/a.smoke.approved.txt");
    }

    private void said(String source) throws IOException {
        write("a", Map.of("tags", List.of("approve")), source);
    }

    private void write(String name, Map<String, Object> metadata, String source) throws IOException {
        JsonArray cells = new JsonArray();
        cells.add(new Gson()
                .toJsonTree(Map.of(
                        "id", "c0", "cell_type", "code", "source", source, "metadata", metadata, "outputs", List.of()))
                .getAsJsonObject());
        write(name, cells);
    }
}
