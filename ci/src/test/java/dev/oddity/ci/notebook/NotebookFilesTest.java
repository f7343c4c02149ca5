package dev.oddity.ci.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookFilesTest {

    @TempDir
    Path folder;

    @Test
    void a_notebook_is_written_with_the_bytes_of_jupyters_own_writer() throws IOException {
        String byJupyter = fixture();

        Notebook notebook = NotebookReader.parse(byJupyter, "fixture");

        assertThat(NotebookWriter.text(notebook)).isEqualTo(byJupyter);
        assertThat(NotebookRules.faults(json(notebook))).isEmpty();
    }

    @Test
    void texts_are_read_whole_whatever_the_file_holds() {
        Notebook notebook = NotebookReader.parse(
                "{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"id\":\"a\",\"source\":[\"a\\n\",\"b\"]},"
                        + "{\"cell_type\":\"markdown\",\"id\":\"b\",\"source\":\"c\\nd\"}]}",
                "n");

        assertThat(notebook.cells()).extracting(Cell::source).containsExactly("a\nb", "c\nd");
        assertThat(NotebookWriter.text(notebook)).contains("\"c\\n\",\n    \"d\"");
    }

    @Test
    void what_is_not_meant_for_files_is_left_out() {
        JsonObject output = JsonParser.parseString(
                        "{\"output_type\":\"display_data\",\"data\":{},\"metadata\":{},\"transient\":{\"display_id\":\"x\"}}")
                .getAsJsonObject();
        Notebook notebook = NotebookReader.parse(
                "{\"nbformat\":4,\"metadata\":{\"signature\":\"s\",\"kept\":1},\"cells\":["
                        + "{\"cell_type\":\"code\",\"id\":\"a\",\"source\":\"\",\"metadata\":{\"trusted\":true}}]}",
                "n");
        notebook = notebook.withCell(0, notebook.cells().get(0).withOutputs(List.of(output), OptionalInt.of(1)));

        String text = NotebookWriter.text(notebook);

        assertThat(text).doesNotContain("transient", "signature", "trusted").contains("\"kept\": 1");
        assertThat(NotebookRules.faults(json(notebook))).isEmpty();
    }

    @Test
    void cells_without_ids_get_the_same_ones_each_time() {
        String old = "{\"nbformat\":4,\"nbformat_minor\":2,\"cells\":[{\"cell_type\":\"code\",\"source\":\"a\"},"
                + "{\"cell_type\":\"code\",\"source\":\"a\"}]}";

        List<String> ids =
                NotebookReader.parse(old, "n").cells().stream().map(Cell::id).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{8}"));
        assertThat(NotebookReader.parse(old, "n").cells()).extracting(Cell::id).containsExactlyElementsOf(ids);
    }

    @Test
    void a_lone_surrogate_survives() {
        String text = "{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"id\":\"a\",\"source\":\"\\ud800x\"}]}";
        Path file = folder.resolve("n.ipynb");

        NotebookWriter.write(NotebookReader.parse(text, "n"), file);

        assertThat(NotebookReader.read(file).cells().get(0).source()).isEqualTo("\ud800x");
    }

    @Test
    void writing_leaves_nothing_but_the_notebook() throws IOException {
        Path file = folder.resolve("new folder").resolve("n.ipynb");

        NotebookWriter.write(NotebookReader.parse(fixture(), "n"), file);
        NotebookWriter.write(NotebookReader.parse(fixture(), "n"), file);

        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void files_that_are_no_notebooks_are_refused() {
        Path missing = folder.resolve("none.ipynb");

        assertThatThrownBy(() -> NotebookReader.read(missing))
                .isInstanceOf(NotebookException.class)
                .hasMessageStartingWith("cannot read the notebook " + missing + ": ");
        assertRefused(
                "{\"cells\": [", "n.ipynb is not JSON, which a notebook must be: it ends in the middle, at line 1");
        assertRefused("", "n.ipynb is not JSON, which a notebook must be: it is empty");
        String notebook = "{\"cells\": [], \"nbformat\": 4}";
        assertRefused(
                "// note\n" + notebook,
                "n.ipynb is not JSON, which a notebook must be: line 1: this is no JSON: // note");
        assertRefused(
                notebook.replace('"', '\''),
                "n.ipynb is not JSON, which a notebook must be: line 1: this is no JSON: {'cells': [], 'nbformat': 4}");
        assertRefused(
                notebook.replace(',', ';'),
                "n.ipynb is not JSON, which a notebook must be: line 1: this is no JSON: {\"cells\": []; \"nbformat\": 4}");
        assertRefused(
                "\uFEFF" + notebook,
                "n.ipynb is not JSON, which a notebook must be: it begins with a byte-order mark, which JSON does not have; save"
                        + " it as UTF-8 without one");
        assertRefused(
                "{\"worksheets\": [], \"nbformat\": 3, \"nbformat_minor\": 0, \"metadata\": {}}",
                "n.ipynb has nbformat 3; only 4 is read: convert it with jupyter nbconvert --to notebook");
        assertRefused(
                "{\"format\": \"oddity-run/1\", \"experiment\": {}}",
                "n.ipynb is the record of a run, and no notebook; ci/notebooks rerun makes it again");
        assertRefused("[]", "n.ipynb is JSON but no notebook: it has no list 'cells'; save it from Jupyter as .ipynb");
        assertRefused(
                "{\"cells\":[],\"nbformat\":3}",
                "n.ipynb has nbformat 3; only 4 is read: convert it with jupyter nbconvert --to notebook");
        assertRefused(
                "{\"cells\":[{}],\"nbformat\":4}",
                "cell 1 of n.ipynb has no cell_type; it must be code, markdown or raw");
        assertRefused(
                "{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"id\":\"a\"},{\"cell_type\":\"raw\",\"id\":\"a\"}]}",
                "two cells of n.ipynb have the id 'a'; ids must differ: change one");
    }

    @Test
    void broken_rules_are_named_one_by_one() {
        JsonObject notebook = JsonParser.parseString("""
                {"nbformat": 4, "metadata": {}, "extra": 1, "cells": [
                  {"cell_type": "code", "id": "no blanks", "metadata": {}, "source": 1, "execution_count": null,
                   "outputs": [{"output_type": "stream", "name": "stdout", "text": [1], "transient": {}},
                               {"output_type": "picture"}]},
                  {"cell_type": "text"}]}""").getAsJsonObject();

        assertThat(NotebookRules.faults(notebook))
                .containsExactly(
                        "the notebook has no 'nbformat_minor'",
                        "the notebook has an unknown key 'extra'",
                        "cell 1 has the id 'no blanks'; an id is 1 to 64 letters, digits, - or _",
                        "cell 1, source must be a string or a list of strings",
                        "cell 1, output 1 has an unknown key 'transient'",
                        "cell 1, output 1, text must be a string or a list of strings",
                        "cell 1, output 2 has the output_type \"picture\"; it must be one of"
                                + " [display_data, error, execute_result, stream]",
                        "cell 2 is text; it must be code, markdown or raw");
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> NotebookReader.parse(text, "n.ipynb"))
                .isInstanceOf(NotebookException.class)
                .hasMessageStartingWith(message);
    }

    private static JsonObject json(Notebook notebook) {
        return JsonParser.parseString(NotebookWriter.text(notebook)).getAsJsonObject();
    }

    private static String fixture() throws IOException {
        try (var stream = NotebookFilesTest.class.getResourceAsStream("written-by-nbformat.ipynb")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
