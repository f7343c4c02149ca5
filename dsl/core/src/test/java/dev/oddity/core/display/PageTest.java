package dev.oddity.core.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        assertThat(css.lines().filter(line -> !line.isBlank() && !line.equals("@media print {") && !line.equals("}")))
                .allMatch(rule -> rule.startsWith(".oddity"));
    }

    @Test
    void on_paper_nothing_is_cut_off_that_scrolls_on_a_screen() {
        String css = PAGE.fragment().markup();
        String paper = css.substring(css.indexOf("@media print {"), css.indexOf("</style>"));

        assertThat(selectors(css.replace(paper, ""), "overflow-x: auto"))
                .isNotEmpty()
                .isSubsetOf(selectors(paper, "overflow: visible"));
        assertThat(selectors(css.replace(paper, ""), "white-space: nowrap"))
                .isNotEmpty()
                .isSubsetOf(selectors(paper, "white-space: normal"));
    }

    @Test
    void on_paper_a_section_may_go_over_the_end_of_a_sheet_but_no_heading_stands_there_alone() {
        String html = PAGE.toHtml();
        String paper = html.substring(html.indexOf("@media print"));

        assertThat(selectors(paper.replace(" } ", " }\n"), "break-inside: avoid"))
                .contains("figure")
                .doesNotContain("section");
        assertThat(selectors(paper.replace(" } ", " }\n"), "break-after: avoid"))
                .contains("h2");
    }

    /** Of the rules, one a line, that say so. */
    private static Set<String> selectors(String rules, String declaration) {
        return rules.lines()
                .filter(rule -> rule.contains(declaration + ";"))
                .flatMap(rule -> Stream.of(rule.replaceFirst("^@media print \\{ ", "")
                        .split("\\{")[0]
                        .split(",")))
                .map(String::strip)
                .collect(Collectors.toSet());
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
