package dev.oddity.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notebooks and approved files that are JSON, and not what they must be. */
class BrokenFilesTest extends CommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":null,\"cell_type\":\"code\" | cell 1, id must be a string",
                "\"cell_type\":null | cell 1 is null; it must be code, markdown or raw",
                "\"cell_type\":\"foo\" | cell 1 is foo; it must be code, markdown or raw",
                "\"cell_type\":\"code\",\"source\":{} | cell 1, source must be a string or a list of strings",
                "\"cell_type\":\"code\",\"outputs\":[1] | cell 1, output 1 must be an object",
                "\"cell_type\":\"code\",\"metadata\":{\"tags\":\"skip-execution\"} | cell 1, tags must be a list",
                "\"cell_type\":\"raw\",\"attachments\":{\"a\":5} | cell 1, attachment a, data must be an object",
            })
    void what_is_of_another_type_than_it_must_be_is_told_by_every_verb(String cell, String fault) throws IOException {
        Path file = root.resolve("notebooks/a.ipynb");
        Files.writeString(file, "{\"nbformat\":4,\"cells\":[{" + cell + "}]}");
        String told =
                "a.ipynb is no valid notebook: %s; correct it in a text editor, or restore the file".formatted(fault);

        assertRefused(told, "run", "--kernel", fake());
        assertRefused(told, "report", file.toString());
        assertRefused(told, "list");
        assertThat(run("check")).isEqualTo(1);
        assertThat(out).hasToString("a:\n  " + told + "\n");
    }

    @Test
    void a_kernels_name_that_is_no_name_is_of_no_kernel() throws IOException {
        notebook("a", "out hello");
        Path file = root.resolve("notebooks/a.ipynb");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("\\{", "{\"metadata\":{\"kernelspec\":{\"name\":\"a\\\\u0000b\"}},"));

        assertThat(run("run")).isEqualTo(64);

        assertThat(err.toString()).startsWith("a: no kernel 'a\0b' is installed");
    }

    @Test
    void an_approved_file_of_another_form_is_told_and_the_other_notebooks_run() throws IOException {
        notebook("a", METRICS.formatted(.5));
        notebook("b", "out hello");
        Files.createDirectories(approved("a.smoke").getParent());
        Files.writeString(approved("a.smoke"), "{\"c0\":{\"value\":1,\"absolute\":null}}");

        assertThat(run("run", "--kernel", fake())).isEqualTo(2);

        assertThat(out.toString())
                .contains("%s: c0 has absolute null; a tolerance is a number such as 0.02; correct it there"
                        .formatted(approved("a.smoke")))
                .contains("b: passed in");
    }

    @Test
    void whatever_goes_wrong_with_one_notebook_the_others_run() throws IOException {
        notebook("a", "out hello");
        notebook("b", "out hello");
        Files.createDirectories(root.resolve("target/notebooks/smoke/a.smoke.received.json/x"));

        assertThat(run("run", "--kernel", fake())).isEqualTo(1);

        assertThat(out.toString()).contains("a: failed in", "  cannot delete ", "b: passed in");
    }

    @Test
    void a_profile_that_is_no_object_is_refused_since_other_values_would_be_run() throws IOException {
        notebook("a", "out hello");
        Path file = root.resolve("notebooks/a.ipynb");
        String text = Files.readString(file);

        Files.writeString(file, text.replaceFirst("\\{", "{\"metadata\":{\"oddity\":{\"profiles\":{\"smoke\":5}}},"));
        assertRefused("the profile 'smoke' of a.ipynb is 5; it is an object such as {\"epochs\": 2}", "run");
        Files.writeString(file, text.replaceFirst("\\{", "{\"metadata\":{\"oddity\":{\"profiles\":[]}},"));
        assertRefused(
                "'profiles' in the metadata of a.ipynb is []; it is an object such as {\"smoke\": {\"epochs\": 2}}",
                "run");
    }
}
