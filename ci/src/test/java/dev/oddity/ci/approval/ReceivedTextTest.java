package dev.oddity.ci.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.ci.notebook.NotebookException;
import dev.oddity.ci.notebook.NotebookReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ReceivedTextTest {

    @Test
    void an_outline_of_what_tagged_cells_say_one_token_for_one_value_across_cells() {
        ReceivedText received = received("""
                {"id": "a", "cell_type": "code", "metadata": {"tags": ["approve"]}, "source": "", "outputs": [
                  {"output_type": "stream", "name": "stdout", "text": ["x@1a2b3c\\n", "\\n", "  y@77aa77\\n"]},
                  {"output_type": "stream", "name": "stderr", "text": "careful"},
                  {"output_type": "display_data", "metadata": {}, "data": {
                    "text/html": "<b>1</b>", "text/plain": ["1 of 1 ", "in 0.3 s"]}}]},
                {"id": "b", "cell_type": "code", "metadata": {}, "source": "", "outputs": [
                  {"output_type": "stream", "name": "stdout", "text": "z@ff00ff"}]},
                {"id": "c", "cell_type": "code", "metadata": {"tags": ["approve"]}, "source": "", "outputs": [
                  {"output_type": "error", "ename": "Oops", "evalue": "z@77aa77", "traceback": ["at line 3"]}]},
                {"id": "d", "cell_type": "code", "metadata": {"tags": ["approve"]}, "source": "", "outputs": []}""");

        assertThat(received.outline()).isEqualTo("""
                a
                  stdout
                    x@[hash-1]

                     y@[hash-2]
                  stderr
                    careful
                  text/plain
                    1 of 1 in [duration]
                c
                  error
                    Oops: z@[hash-2]
                d
                  (nothing)
                """);
    }

    @Test
    void json_is_laid_out_and_metrics_are_left_to_their_tolerances() {
        ReceivedText received = received("""
                {"id": "a", "cell_type": "code", "metadata": {"tags": ["approve"]}, "source": "", "outputs": [
                  {"output_type": "display_data", "metadata": {}, "data": {
                    "application/vnd.oddity.metrics+json": {"models": {}},
                    "application/vnd.x+json": {"z": [1.50, 12345678901234567890], "a": {"at": "2026-11-22T14:03:33Z", "none": null}},
                    "application/json": "text"}}]}""");

        assertThat(received.outline()).isEqualTo("""
                a
                  application/json
                    "text"
                  application/vnd.x+json
                    {
                      "a": {
                        "at": "[date]",
                        "none": null
                      },
                      "z": [
                        1.50,
                        12345678901234567890
                      ]
                    }
                """);
    }

    @Test
    void of_pictures_type_and_size_count_and_no_pixel() throws Exception {
        BufferedImage picture = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
        String black = png(picture);
        picture.setRGB(3, 3, 0xffffff);
        String dotted = png(picture);
        String cell = """
                {"id": "a", "cell_type": "code", "metadata": {"tags": ["approve"]}, "source": "", "outputs": [
                  {"output_type": "display_data", "metadata": {}, "data": {"image/png": "%s", "image/jpeg": "?",
                    "image/svg+xml": "<?xml version='1.0'?><svg height='8' xmlns='x' width=\\"12pt\\"><rect width='1'/></svg>"}}]}""";

        assertThat(received(cell.formatted(dotted)))
                .isEqualTo(received(cell.formatted(black)))
                .extracting(ReceivedText::outline)
                .isEqualTo("""
                a
                  image/jpeg
                    of unknown size
                  image/png
                    30 × 20
                  image/svg+xml
                    12pt × 8
                """);
        assertThat(dotted).isNotEqualTo(black);
    }

    @Test
    void a_cell_says_what_else_to_scrub_by_tags_or_in_its_metadata() {
        ReceivedText received = received("""
                {"id": "a", "cell_type": "code", "source": "", "metadata": {
                   "tags": ["approve", "scrub:run [0-9]+"], "oddity": {"scrub": {"ticket": "T-[0-9]+"}, "keep": ["date"]}},
                 "outputs": [{"output_type": "stream", "name": "stdout", "text": "run 7 of 2026-11-22: T-3, T-4, T-3"}]},
                {"id": "b", "cell_type": "code", "source": "", "metadata": {"tags": ["approve"]},
                 "outputs": [{"output_type": "stream", "name": "stdout", "text": "run 7 of 2026-11-22: T-3"}]}""");

        assertThat(received.outline()).isEqualTo("""
                a
                  stdout
                    [scrub-1] of 2026-11-22: [ticket-1], [ticket-2], [ticket-1]
                b
                  stdout
                    run 7 of [date]: T-3
                """);
    }

    @Test
    void what_cannot_be_scrubbed_so_is_refused() {
        assertRefused(
                "\"tags\": [\"approve\", \"scrub\"]",
                "cell 'a' has the tag scrub and no pattern; write scrub:PATTERN, or {\"oddity\": {\"scrub\": {\"name\": \"pattern\"}}} in its metadata");
        assertRefused(
                "\"tags\": [\"scrub:T-\"]",
                "cell 'a' says what to scrub or to keep, but its text is not compared; add the tag approve, or take that away");
        assertRefused(
                "\"tags\": [\"approve\", \"scrub:T-[0-9\"]",
                "cell 'a' scrubs by 'T-[0-9', which is no regular expression of Java: Unclosed character class, at character 6");
        assertRefused(
                "\"tags\": [\"approve\", \"scrub:x*\"]",
                "cell 'a' scrubs by 'x*', which fits nothing at all too; let it take one character");
        assertRefused(
                "\"tags\": [\"approve\"], \"oddity\": {\"scrub\": [\"T-\"]}",
                "cell 'a' has scrub [\"T-\"] in its metadata; it is patterns by name, such as {\"ticket\": \"T-[0-9]+\"}");
        assertRefused(
                "\"tags\": [\"approve\"], \"oddity\": {\"scrub\": {\"My ticket\": \"T-\"}}",
                "cell 'a' has 'My ticket' to scrub in its metadata; a name has small letters, digits and hyphens, such as ticket");
        assertRefused(
                "\"tags\": [\"approve\"], \"oddity\": {\"keep\": [\"dates\"]}",
                "cell 'a' is to keep 'dates'; did you mean 'date'? rules: temp, path, lambda, uuid, date, duration, thread, hash");
        assertRefused(
                "\"tags\": [\"approve\"], \"oddity\": {\"keep\": \"date\"}",
                "cell 'a' has keep \"date\" in its metadata; it is a list of rules, such as [\"date\"]");
    }

    private static void assertRefused(String metadata, String sentence) {
        var notebook = notebook(
                "{\"id\": \"a\", \"cell_type\": \"code\", \"source\": \"\", \"metadata\": {%s}}".formatted(metadata));

        assertThatThrownBy(() -> ReceivedText.requireSensible(notebook))
                .isInstanceOf(NotebookException.class)
                .hasMessage(sentence);
    }

    private static String png(BufferedImage picture) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static ReceivedText received(String cells) {
        return ReceivedText.of(notebook(cells));
    }

    private static dev.oddity.ci.notebook.Notebook notebook(String cells) {
        return NotebookReader.parse("{\"nbformat\": 4, \"metadata\": {}, \"cells\": [" + cells + "]}", "n");
    }
}
