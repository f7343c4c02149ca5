package dev.oddity.kernel.javadoc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocPageTest {

    private final Sources sources = new Sources(DocPageTest.class.getClassLoader());

    private DocPage page(String comment) {
        return new DocPage().comment(sources.comment(comment).orElseThrow());
    }

    @Test
    void inline_tags_become_code_and_links_their_label() {
        DocPage page = page("Sums {@code a < b}, see {@link java.util.List#add the list} and {@link #fit}.");

        assertThat(page.html()).isEqualTo("<p>Sums <code>a &lt; b</code>, see the list and <code>fit</code>.</p>");
        assertThat(page.text()).isEqualTo("Sums a < b, see the list and fit.");
    }

    @Test
    void parameters_results_and_exceptions_are_a_list() {
        DocPage page = page("Divides.\n@param by not 0\n@return the quotient\n@throws ArithmeticException if it is 0");

        assertThat(page.html())
                .endsWith("<dl><dt><strong>by</strong></dt><dd>not 0</dd><dt><strong>returns</strong></dt>"
                        + "<dd>the quotient</dd><dt><strong>throws ArithmeticException</strong></dt>"
                        + "<dd>if it is 0</dd></dl>");
        assertThat(page.text())
                .isEqualTo("Divides.\n\nby\n    not 0\nreturns\n    the quotient\nthrows ArithmeticException\n"
                        + "    if it is 0");
    }

    @Test
    void of_the_html_in_a_comment_only_plain_elements_stay_and_no_attribute() {
        DocPage page = page("<p onclick=\"steal()\">So <script>steal()</script> <a href=\"javascript:x\">it</a>"
                + " <b>is</b></p><ul><li>one<li>two</ul>");

        assertThat(page.html())
                .doesNotContain("script>")
                .doesNotContain("onclick")
                .doesNotContain("href");
        assertThat(page.html()).contains("<b>is</b>").contains("<ul><li>one<li>two</ul>");
        assertThat(page.text()).contains("  - one\n  - two");
    }
}
