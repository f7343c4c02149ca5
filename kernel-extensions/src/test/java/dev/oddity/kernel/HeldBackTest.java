package dev.oddity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.junit.jupiter.api.Test;

class HeldBackTest {

    private static final int MOST = 5_000_000;

    @Test
    void markup_is_sent_whole_up_to_the_limit() {
        DisplayData shown = new DisplayData("a page");
        shown.putHTML("x".repeat(MOST));

        assertThat(Bundles.json(shown).getAsJsonObject("data").get("text/html").getAsString())
                .hasSize(MOST);
        assertThat(text(shown)).isEqualTo("a page");
    }

    @Test
    void beyond_it_nothing_of_it_is_sent_and_the_text_says_so() {
        DisplayData shown = new DisplayData("a page");
        shown.putHTML("x".repeat(MOST + 1));

        assertThat(Bundles.json(shown).getAsJsonObject("data").keySet()).containsExactly("text/plain");
        assertThat(text(shown))
                .isEqualTo("a page\n[text/html of 5,000,001 characters is not shown: more than 5,000,000 are"
                        + " held back; write it to a file if you need it]");
    }

    @Test
    void what_is_small_enough_beside_it_is_sent() {
        DisplayData shown = new DisplayData("a chart");
        shown.putSVG("<svg/>");
        shown.putData("image/png", "A".repeat(MOST + 4));
        shown.putMetaData("image/png", "width 10");
        shown.putMetaData("image/svg+xml", "width 20");

        JsonObject sent = Bundles.json(shown);

        assertThat(sent.getAsJsonObject("data").keySet()).containsExactlyInAnyOrder("text/plain", "image/svg+xml");
        assertThat(sent.getAsJsonObject("metadata").keySet()).containsExactly("image/svg+xml");
        assertThat(text(shown)).startsWith("a chart\n[image/png of 5,000,004 characters is not shown");
    }

    @Test
    void json_counts_as_the_text_that_it_is_sent_as() {
        JsonArray numbers = new JsonArray();
        for (int i = 0; i < MOST / 2; i++) {
            numbers.add(7);
        }
        DisplayData shown = new DisplayData("numbers");
        shown.putData(JsonForm.TYPE, numbers);

        // A digit and a comma each; the last comma is one of the two brackets.
        assertThat(text(shown)).startsWith("numbers\n[application/json of 5,000,001 characters is not shown");
    }

    @Test
    void markup_is_not_shown_as_its_own_text_instead() {
        String page = "<p>".repeat(MOST);
        DisplayData shown = new DisplayData(page);
        shown.putHTML(page);

        assertThat(text(shown)).startsWith("[text/html of 15,000,000 characters is not shown");
    }

    @Test
    void without_a_text_the_note_is_the_text() {
        DisplayData shown = new DisplayData();
        shown.putSVG("x".repeat(MOST + 1));

        assertThat(text(shown)).startsWith("[image/svg+xml of 5,000,001 characters is not shown");
    }

    @Test
    void a_long_text_is_cut_as_before() {
        assertThat(text(new DisplayData("y".repeat(200_003))))
                .isEqualTo("y".repeat(200_000)
                        + "\n[3 more characters are not shown; write them to a file if you need them]");
    }

    private static String text(DisplayData shown) {
        return Bundles.json(shown).getAsJsonObject("data").get("text/plain").getAsString();
    }
}
