package dev.oddity.ci.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.Gson;
import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.NotebookReader;
import dev.oddity.ci.notebook.SourceMark;
import dev.oddity.core.display.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookPageTest {

    @TempDir
    Path folder;

    @Test
    void the_first_heading_is_the_title_and_the_rest_follows_in_order() {
        String page = html(
                text("# Fraud & <more>\n\nWhat it is about."),
                code("int a = 1;", stream("stdout", "one")),
                text("## Then"));

        assertThat(page)
                .contains("<title>Fraud &amp; &lt;more&gt;</title>", "<h1>Fraud &amp; &lt;more&gt;</h1>")
                .doesNotContain("# Fraud");
        assertThat(page.indexOf("What it is about.")).isLessThan(page.indexOf(">int</span> a"));
        assertThat(page.indexOf(">int</span> a")).isLessThan(page.indexOf("one</pre>"));
        assertThat(page.indexOf("one</pre>")).isLessThan(page.indexOf("<h2>Then</h2>"));
        assertThat(html(code("1"))).contains("<title>n</title>");
    }

    @Test
    void code_folds_away_without_a_script() {
        assertThat(html(code("int a = 1;")))
                .contains("<details class=\"oddity-source\" open><summary>[7]</summary><pre class=\"oddity-code\">")
                .doesNotContain("<script");
    }

    @Test
    void nothing_is_loaded_from_elsewhere_and_nothing_is_run() {
        String page = html(
                text("![far](https://example.org/a.png) <script>alert(1)</script> [x](javascript:alert(1))"),
                code(
                        "1",
                        data(Map.of(
                                "text/plain",
                                "p",
                                "text/html",
                                "<b>bold</b><script>run()</script><meta http-equiv=refresh content='0;url=x'>"
                                        + "<link rel=stylesheet href=x><base href=x><iframe src=x></iframe>"))));

        assertThat(page)
                .contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:;")
                .contains("<a href=\"https://example.org/a.png\">far</a>", "<b>bold</b></div>")
                .doesNotContain("<img", "<script", "javascript:", "alert", "run()", "<link", "@import", "url(")
                .doesNotContain("refresh", "<base", "<iframe");
    }

    @Test
    void markup_in_texts_that_lays_out_words_is_kept() {
        String page = html(text(
                "<div style=\"text-align: center; color: #0072b2; position: fixed; width: expression(1)\">*a* <kbd>C</kbd>"
                        + "</div>\n\n<details><summary>More</summary>\n\n**b** H<sub>2</sub>O\n\n</details>\n\n"
                        + "<a href=\"other.ipynb\" onclick=\"x()\">c</a> <form><input></form>"));

        assertThat(page)
                .contains("<div style=\"text-align: center; color: #0072b2\">*a* <kbd>C</kbd></div>")
                .contains("<details><summary>More</summary>")
                .contains("<strong>b</strong> H<sub>2</sub>O")
                .contains("<a href=\"other.ipynb\">c</a>")
                .doesNotContain("position: fixed", "expression(", "onclick", "<form", "<input");
    }

    @Test
    void formulas_in_texts_are_laid_out_and_unknown_ones_stay_as_typed() {
        assertThat(html(text("Of $x^2$ and $\\unknown{x}$.\n\n$$\ny\n$$")))
                .contains("<p>Of <math><msup><mi>x</mi><mn>2</mn></msup></math> and ")
                .contains("<code data-formula=\"inline\">\\unknown{x}</code>.</p>")
                .contains("<p><math display=\"block\"><mi>y</mi></math></p>");
    }

    @Test
    void a_style_sheet_of_an_output_holds_for_it_alone() {
        String own = Page.titled("Own").section("S").fragment().markup();

        String page = html(
                code("1", data(Map.of("text/html", "<style>p { color: red }</style><p>a</p></template>"))),
                code("2", data(Map.of("image/svg+xml", "<svg><style>*{stroke:red}</style><path d=\"M0 0\"/></svg>"))),
                code("3", data(Map.of("text/html", own))));

        assertThat(page)
                .contains(
                        "<div class=\"oddity-value\"><template shadowrootmode=\"open\"><style>p { color: red }</style>"
                                + "<p>a</p></template></div>")
                .contains("<template shadowrootmode=\"open\"><svg><style>*{stroke:red}</style>")
                .contains(
                        "<div class=\"oddity-value\"><div class=\"oddity\"><p class=\"oddity-title\"><strong>Own</strong></p>");
    }

    @Test
    void pictures_beside_the_notebook_and_attached_ones_are_part_of_the_page() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.write(folder.resolve("images/a.png"), new byte[] {1, 2, 3});
        Map<String, Object> attached = Map.of(
                "cell_type",
                "markdown",
                "source",
                "![b](attachment:b.png)",
                "attachments",
                Map.of("b.png", Map.of("image/png", "AAAA")));

        assertThat(html(text("![a](images/a.png)"), attached))
                .contains("src=\"data:image/png;base64,AQID\"", "src=\"data:image/png;base64,AAAA\"");
    }

    @Test
    void tables_of_texts_are_tables() {
        assertThat(html(text("| a | b |\n|---|---|\n| 1 | 2 |"))).contains("<th>a</th>", "<td>2</td>");
    }

    @Test
    void of_several_forms_the_richest_is_shown_and_texts_are_escaped() {
        String page = html(
                code(
                        "1",
                        data(Map.of("text/plain", "plain", "image/png", "AB\nCD")),
                        data(Map.of("text/plain", "<i>"))),
                code("2", stream("stderr", "warn <x> \u001b[31mred\u001b[0m")),
                code("3", error("Oops", "it \u001b[1mbroke <y>")));

        assertThat(page)
                .contains("<img alt=\"plain\" src=\"data:image/png;base64,ABCD\">")
                .contains("<pre class=\"oddity-value\">&lt;i&gt;</pre>")
                .contains("<pre class=\"oddity-stream oddity-stderr\">warn &lt;x&gt; red</pre>")
                .contains("<pre class=\"oddity-error\">it broke &lt;y&gt;</pre>");
    }

    @Test
    void it_says_what_it_was_made_with_and_how_to_make_it_again() {
        Notebook notebook = notebook(code("int a = 1;"));

        assertThat(NotebookPage.html(SourceMark.put(notebook), "n", folder, "ci/notebooks run n"))
                .contains(
                        "<h2>Environment</h2>", "<dt>Kernel</dt><dd>Java (Oddity)</dd>", "<dt>Version</dt><dd>17</dd>")
                .contains("<dt>Run</dt><dd>2026-01-02T12:00:00.000Z to 2026-01-02T12:00:01.000Z</dd>")
                .contains("of this code, run from the first cell to the last")
                .contains("<h2>How to make it again</h2>", "ci/notebooks run n</pre>")
                .contains("SHA-256 " + SourceMark.of(notebook));
        assertThat(html(code("int a = 1;"))).contains("does not say that it ran from its first cell to its last");
    }

    @Test
    void an_output_can_neither_end_the_page_nor_swallow_the_rest() {
        String page = html(
                code("1", data(Map.of("text/html", "<p>one</div></section></main><b>bold"))),
                code("2", data(Map.of("text/html", "<!-- <table><tr><td>never closed"))),
                code("3", data(Map.of("text/html", "<div title='</div>'>a < b <br> "))),
                code("4", data(Map.of("text/html", "<textarea>rest"))));

        assertThat(page)
                .contains("<div class=\"oddity-value\"><p>one<b>bold</b></p></div>")
                .contains("<div class=\"oddity-value\"><!-- <table><tr><td>never closed--></div>")
                .contains(
                        "<div class=\"oddity-value\"><div title=\"&lt;/div&gt;\">a &lt; b <br> ",
                        "<div class=\"oddity-value\"><textarea>rest</textarea></div>")
                .endsWith("</footer>\n</main>\n</body>\n</html>\n");
        assertThat(page.split("</main>")).hasSize(2);
    }

    @Test
    void texts_formulas_and_trees_that_code_shows_are_shown_as_such() {
        assertThat(html(
                        code("1", data(Map.of("text/plain", "<Markdown object>", "text/markdown", "some *words*"))),
                        code("2", data(Map.of("text/plain", "<Latex object>", "text/latex", "$x^2$"))),
                        code("3", data(Map.of("text/plain", "<JSON object>", "application/json", Map.of("a", 1))))))
                .contains("some <em>words</em>", "<math display=\"block\"><msup>", "&quot;a&quot;: 1")
                .doesNotContain("object&gt;");
    }

    @Test
    void a_title_is_words_and_a_raw_cell_is_as_it_stands() {
        String page = html(text("# The *first* `pca()`"), raw("# not a *heading*"));

        assertThat(page)
                .contains("<h1>The first &quot;pca()&quot;</h1>")
                .doesNotContain("<h1>The *first*", "<em>heading</em>")
                .contains("<pre class=\"oddity-code\"># not a *heading*</pre>");
    }

    @Test
    void code_of_another_language_is_not_coloured_as_java() {
        Map<String, Object> top = Map.of(
                "nbformat",
                4,
                "metadata",
                Map.of("kernelspec", Map.of("name", "python3", "language", "python")),
                "cells",
                List.of(code("for x in y: # '\nimport z")));

        assertThat(NotebookPage.html(NotebookReader.parse(new Gson().toJson(top), "n.ipynb"), "n", folder, "c"))
                .contains("<pre class=\"oddity-code\">for x in y: # &#39;\nimport z</pre>");
    }

    @Test
    void a_browser_prints_it() throws IOException {
        var browser = Chromium.find(System.getenv());
        assumeThat(browser).as("Chromium on the PATH").isPresent();
        Path page = Files.writeString(folder.resolve("n.html"), html(text("# Printed")));

        browser.get().print(page, folder.resolve("n.pdf"));

        assertThat(Arrays.copyOf(Files.readAllBytes(folder.resolve("n.pdf")), 5))
                .isEqualTo("%PDF-".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void without_a_browser_there_is_none() {
        assertThat(Chromium.find(Map.of("PATH", folder.toString()))).isEmpty();
    }

    @SafeVarargs
    private String html(Map<String, Object>... cells) {
        return NotebookPage.html(notebook(cells), "n", folder, "ci/notebooks run n");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Notebook notebook(Map<String, Object>... cells) {
        Map<String, Object> top = Map.of(
                "nbformat",
                4,
                "metadata",
                Map.of(
                        "kernelspec", Map.of("name", "oddity", "display_name", "Java (Oddity)"),
                        "language_info", Map.of("name", "java", "version", "17")),
                "cells",
                List.of(cells));
        return NotebookReader.parse(new Gson().toJson(top), "n.ipynb");
    }

    private static Map<String, Object> text(String source) {
        return Map.of("cell_type", "markdown", "source", source);
    }

    private static Map<String, Object> raw(String source) {
        return Map.of("cell_type", "raw", "source", source);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Map<String, Object> code(String source, Map<String, Object>... outputs) {
        return Map.of(
                "cell_type",
                "code",
                "source",
                source,
                "execution_count",
                7,
                "metadata",
                Map.of("execution", Map.of("a", "2026-01-02T12:00:01.000Z", "b", "2026-01-02T12:00:00.000Z")),
                "outputs",
                List.of(outputs));
    }

    private static Map<String, Object> stream(String name, String text) {
        return Map.of("output_type", "stream", "name", name, "text", List.of(text));
    }

    private static Map<String, Object> data(Map<String, Object> forms) {
        return Map.of("output_type", "display_data", "metadata", Map.of(), "data", forms);
    }

    private static Map<String, Object> error(String name, String line) {
        return Map.of("output_type", "error", "ename", name, "evalue", "", "traceback", List.of(line));
    }
}
