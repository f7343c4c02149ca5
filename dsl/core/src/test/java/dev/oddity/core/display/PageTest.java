package dev.oddity.core.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class PageTest {

    private static final Page PAGE = Page.titled("fraud & <error>")
            .summary("One seed.")
            .section(
                    "Figures",
                    Html.row(
                            Html.figure(new byte[] {1, 2, 3}, 640, 400, "a \"chart\"", "seed 42"),
                            Html.figure(new byte[] {4}, 640, 400, "another", "")))
            .section("Data", Html.facts(Map.of("rows", "1,000 < 2,000")), Html.note("a subsample"), Html.paragraph("p"))
            .section("Sentence", Html.code("experiment(\"a\")\n    .data(b)"))
            .footer("Oddity");

    @Test
    void it_needs_no_other_file_and_runs_no_script() {
        assertThat(PAGE.toHtml())
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<meta charset=\"utf-8\">", "prefers-color-scheme: dark", "data:image/png;base64,AQID")
                .doesNotContain("<script", "http://", "https://", "<link", "@import", "url(");
    }

    @Test
    void texts_are_escaped_wherever_they_go() {
        assertThat(PAGE.toHtml())
                .contains(
                        "<title>fraud &amp; &lt;error&gt;</title>",
                        "<h1>fraud &amp; &lt;error&gt;</h1>",
                        "alt=\"a &quot;chart&quot;\"",
                        "<dt>rows</dt><dd>1,000 &lt; 2,000</dd>",
                        "<pre class=\"oddity-code\">experiment(&quot;a&quot;)\n    .data(b)</pre>")
                .doesNotContain("<error>");
    }

    @Test
    void a_fragment_is_well_formed_and_styles_only_what_is_its_own() throws Exception {
        String fragment = PAGE.fragment().markup().replaceAll("(<img[^>]*)>", "$1/>");

        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<div>" + fragment + "</div>")));

        String css = fragment.substring(fragment.indexOf("<style>") + 7, fragment.indexOf("</style>"));
        assertThat(css.lines().filter(line -> !line.isBlank())).allMatch(rule -> rule.startsWith(".oddity"));
    }

    @Test
    void a_page_is_a_value() {
        Page titled = Page.titled("t");

        titled.section("more", Html.paragraph("p"));

        assertThat(titled.toHtml()).doesNotContain("more");
    }

    @Test
    void a_figure_without_caption_has_none() {
        assertThat(Html.figure(new byte[] {1}, 2, 3, "x", "").markup())
                .isEqualTo("<figure class=\"oddity-figure\"><img width=\"2\" height=\"3\" alt=\"x\""
                        + " src=\"data:image/png;base64,AQ==\"></figure>");
    }
}
