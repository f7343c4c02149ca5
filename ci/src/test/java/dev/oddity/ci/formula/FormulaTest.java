package dev.oddity.ci.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands here as MathML is what the MathML Core specification gives for the same layout. */
class FormulaTest {

    @Test
    void a_power_is_a_power() {
        assertThat(mathMl("x^2")).isEqualTo("<math><msup><mi>x</mi><mn>2</mn></msup></math>");
    }

    @Test
    void brackets_are_operators_with_commas_between() {
        assertThat(mathMl("f(\\mu, \\Sigma)"))
                .isEqualTo("<math><mi>f</mi><mrow><mo fence=\"true\" stretchy=\"true\" form=\"prefix\">(</mo><mi>μ</mi>"
                        + "<mo separator=\"true\">,</mo><mi>Σ</mi>"
                        + "<mo fence=\"true\" stretchy=\"true\" form=\"postfix\">)</mo></mrow></math>");
    }

    /** The letters as Unicode's chart of mathematical alphanumeric symbols has them. */
    @ParameterizedTest
    @CsvSource({
        "\\mathbb{R}, ℝ",
        "\\mathbb{E}, \uD835\uDD3C",
        "\\mathcal{N}, \uD835\uDCA9",
        "\\mathcal{L}, ℒ",
        "\\mathbf{x}, \uD835\uDC31",
        "\\boldsymbol{\\theta}, \uD835\uDEC9",
        "\\mathbf{0}, \uD835\uDFCE"
    })
    void letters_of_other_alphabets_are_characters_of_their_own(String tex, String letter) {
        assertThat(mathMl(tex)).contains(">" + letter + "<").doesNotContain("mathvariant");
    }

    @Test
    void upright_letters_are_one_name_and_what_follows_is_not_upright() {
        assertThat(mathMl("\\mathrm{KL}(p)")).contains("<mi>KL</mi>").contains("<mi>p</mi>");
        assertThat(mathMl("\\mathrm{d}x"))
                .contains("<mi mathvariant=\"normal\">d</mi>")
                .contains("<mi>x</mi>");
        assertThat(mathMl("\\log p")).contains("<mi>log</mi><mspace width=\"0.17em\"></mspace><mi>p</mi>");
    }

    @Test
    void on_lines_of_its_own_limits_stand_below() {
        String sum = new Formula("\\sum_{i=1}^n x_i + \\max_x f", true).mathMl().orElseThrow();

        assertThat(sum)
                .startsWith("<math display=\"block\"><munderover><mo>∑</mo>")
                .contains("<munder><mi>max</mi><mi>x</mi></munder>");
        assertThat(mathMl("\\sum_{i=1}^n x_i")).contains("<msubsup><mo>∑</mo>");
    }

    @Test
    void aligned_equations_meet_at_their_signs() {
        String aligned = new Formula("\\begin{align*} a &= b \\\\ c &= -1 \\end{align*}", true)
                .mathMl()
                .orElseThrow();

        assertThat(aligned)
                .contains("<mtd style=\"text-align: right; text-align: -webkit-right\"><mi>a</mi></mtd>")
                .contains("<mtd style=\"text-align: left; text-align: -webkit-left\"><mo>=</mo><mi>b</mi></mtd>")
                .contains("−");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\frac{1}{n}\\sum_{i=1}^{n} (x_i - \\hat{x}_i)^2",
                "\\mathbb{E}_{q(z|x)}[\\log p(x|z)] - D_{\\mathrm{KL}}(q(z|x)\\,\\|\\,p(z))",
                "\\operatorname{ROC} \\to \\infty",
                "\\text{score of}(x) = \\lVert x \\rVert_2",
                "\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}",
                "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}",
                "\\sqrt[3]{x} \\leq \\frac12 \\quad \\forall x \\in \\mathbb{R}^d",
                "\\underset{\\theta}{\\arg\\min} \\dots \\binom{n}{k}",
                "\\left( \\frac{a}{b} \\right) \\bigl(x\\bigr)",
                "\\begin{equation} \\bar{w} \\odot \\nabla_x L \\end{equation}"
            })
    void what_texts_on_anomaly_detection_write_is_known(String tex) {
        assertThat(new Formula(tex, true).mathMl().orElse("not known: " + tex))
                .startsWith("<math display=\"block\">")
                .doesNotContain("mfenced", "mstyle", "mathvariant=\"bold\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\unknownthing{x}", "\\frac{1}", "x^{2", "\\begin{array}"})
    void what_is_not_known_or_not_whole_has_no_layout(String tex) {
        assertThat(new Formula(tex, false).mathMl()).isEmpty();
    }

    @Test
    void a_formula_of_a_program_has_its_marks_around_it() {
        assertThat(Formula.marked("$\\displaystyle x$")).contains(new Formula("\\displaystyle x", true));
        assertThat(Formula.marked("$$x$$\n")).contains(new Formula("x", true));
        assertThat(Formula.marked("\\[x\\]")).contains(new Formula("x", true));
        assertThat(Formula.marked("\\begin{align}x\\end{align}"))
                .contains(new Formula("\\begin{align}x\\end{align}", true));
        assertThat(Formula.marked("$a$ and $b$")).isEmpty();
        assertThat(Formula.marked("")).isEmpty();
    }

    @Test
    void in_markdown_prices_and_code_are_no_formulas() {
        assertThat(html("$x_a$ and $y_b$, $$z$$"))
                .isEqualTo("<p>" + inline("x_a") + " and " + inline("y_b") + ", " + block("z") + "</p>\n");
        assertThat(html("$5 and $6, `$a$`, \\$x\\$")).isEqualTo("<p>$5 and $6, <code>$a$</code>, $x$</p>\n");
        assertThat(html("from 5$ to 6$7")).isEqualTo("<p>from 5$ to 6$7</p>\n");
        assertThat(html("$a < b\\$ c$")).isEqualTo("<p>" + inline("a &lt; b\\$ c") + "</p>\n");
    }

    @Test
    void a_formula_on_lines_of_its_own_holds_no_markdown() {
        assertThat(html("before\n$$\na\n+ b\n\n- c *d* e*\n$$\nafter"))
                .isEqualTo("<p>before</p>\n<p>" + block("a\n+ b\n\n- c *d* e*") + "</p>\n<p>after</p>\n");
        assertThat(html("\\begin{align}\na &= b\n\\end{align}\n\n*c*"))
                .isEqualTo("<p>" + block("\\begin{align}\na &amp;= b\n\\end{align}") + "</p>\n<p><em>c</em></p>\n");
        assertThat(html("$$x$$ in words")).isEqualTo("<p>" + block("x") + " in words</p>\n");
        assertThat(html("    $$\n    code")).isEqualTo("<pre><code>$$\ncode\n</code></pre>\n");
        assertThat(html("$$\nnever ended")).isEqualTo("<p>" + block("never ended") + "</p>\n");
    }

    private static String mathMl(String tex) {
        return new Formula(tex, false).mathMl().orElseThrow();
    }

    private static String html(String markdown) {
        var extensions = java.util.List.of(FormulaExtension.create());
        return HtmlRenderer.builder()
                .extensions(extensions)
                .build()
                .render(Parser.builder().extensions(extensions).build().parse(markdown));
    }

    private static String inline(String tex) {
        return "<code data-formula=\"inline\">" + tex + "</code>";
    }

    private static String block(String tex) {
        return "<code data-formula=\"display\">" + tex + "</code>";
    }
}
