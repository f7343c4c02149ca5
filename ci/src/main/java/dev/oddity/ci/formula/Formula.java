package dev.oddity.ci.formula;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.ac.ed.ph.snuggletex.SnuggleEngine;
import uk.ac.ed.ph.snuggletex.SnuggleInput;
import uk.ac.ed.ph.snuggletex.SnuggleSession;

/**
 * A formula in TeX, as in texts of notebooks.
 *
 * @param tex without the dollars around it
 * @param display whether it stands on lines of its own
 */
public record Formula(String tex, boolean display) {

    /** Of AMS-LaTeX what SnuggleTeX lacks, in words it has. */
    private static final String DEFINITIONS = String.join(
            "",
            "\\newcommand{\\to}{\\rightarrow}",
            "\\newcommand{\\gets}{\\leftarrow}",
            "\\newcommand{\\dots}{\\ldots}",
            "\\newcommand{\\colon}{:}",
            "\\newcommand{\\lVert}{\\Vert}",
            "\\newcommand{\\rVert}{\\Vert}",
            "\\newcommand{\\lvert}{\\vert}",
            "\\newcommand{\\rvert}{\\vert}",
            "\\newcommand{\\text}[1]{\\mbox{#1}}",
            "\\newcommand{\\operatorname}[1]{{\\mathrm{#1}}}",
            "\\newcommand{\\boldsymbol}[1]{{\\mathbf{#1}}}",
            "\\newcommand{\\bm}[1]{{\\mathbf{#1}}}",
            "\\newcommand{\\dfrac}[2]{\\frac{#1}{#2}}",
            "\\newcommand{\\tfrac}[2]{\\frac{#1}{#2}}",
            "\\newcommand{\\binom}[2]{\\left(\\begin{array}{c}#1\\\\#2\\end{array}\\right)}",
            "\\newcommand{\\argmin}{{\\mathrm{argmin}}}",
            "\\newcommand{\\argmax}{{\\mathrm{argmax}}}",
            "\\newcommand{\\displaystyle}{}",
            "\\newcommand{\\nonumber}{}",
            "\\newcommand{\\bigl}{}",
            "\\newcommand{\\bigr}{}",
            "\\newcommand{\\Bigl}{}",
            "\\newcommand{\\Bigr}{}",
            "\\newcommand{\\big}{}",
            "\\newcommand{\\Big}{}");

    private static final Pattern SIZED = Pattern.compile("\\\\([dt]?frac|binom)\\s*(\\d)\\s*(\\d)");
    private static final Pattern ALIGNED = Pattern.compile(
            "\\\\begin\\{(align|aligned|alignat|split|gather|gathered|eqnarray|multline)\\*?}(.*?)\\\\end\\{\\1\\*?}",
            Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("\\\\(?:begin|end)\\{(?:equation|displaymath|math)\\*?}");
    private static final Pattern OPERATOR = Pattern.compile("\\\\operatorname\\*");

    /** Up to its brace, or the one letter it is of. */
    private static final Pattern STYLED = Pattern.compile("\\\\math(?:rm|bf|it|sf|tt)\\s*(?:(\\w)|\\{)");

    private static final SnuggleEngine ENGINE = new SnuggleEngine();

    /**
     * A formula as a program shows it, with what LaTeX has around it: dollars, {@code \[..\]}, {@code \(..\)} or an
     * environment; empty if it is anything else.
     */
    public static Optional<Formula> marked(String latex) {
        String text = latex.strip();
        if (text.length() > 4 && text.startsWith("$$") && text.endsWith("$$")) {
            return Optional.of(new Formula(text.substring(2, text.length() - 2), true));
        }
        if (text.length() > 2
                && text.startsWith("$")
                && text.endsWith("$")
                && text.indexOf('$', 1) == text.length() - 1) {
            return Optional.of(new Formula(text.substring(1, text.length() - 1), true));
        }
        boolean brackets = text.startsWith("\\[") && text.endsWith("\\]");
        if (text.length() > 4 && (brackets || text.startsWith("\\(") && text.endsWith("\\)"))) {
            return Optional.of(new Formula(text.substring(2, text.length() - 2), brackets));
        }
        return text.startsWith("\\begin{") ? Optional.of(new Formula(text, true)) : Optional.empty();
    }

    /** As an element {@code math}; empty if there is something in it that is not known. */
    public Optional<String> mathMl() {
        try {
            SnuggleSession session = ENGINE.createSession();
            String input = DEFINITIONS + (display ? "\\[" + spelled() + "\\]" : "$" + spelled() + "$");
            if (!session.parseInput(new SnuggleInput(input))
                    || !session.getErrors().isEmpty()) {
                return Optional.empty();
            }
            String xml = session.buildXMLString();
            return xml != null && session.getErrors().isEmpty() ? MathMlCore.of(xml, display) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a formula could not be read from memory", e);
        } catch (RuntimeException broken) {
            // Of half a formula it sometimes makes a failure of its own.
            return Optional.empty();
        }
    }

    private String spelled() {
        String plain = PLAIN.matcher(tex.strip()).replaceAll("").replace("\\|", "\\Vert ");
        plain = OPERATOR.matcher(plain).replaceAll("\\\\operatorname");
        plain = SIZED.matcher(plain).replaceAll("\\\\$1{$2}{$3}");
        return ALIGNED.matcher(apart(plain))
                .replaceAll(found -> Matcher.quoteReplacement(
                        "\\begin{array}{" + columns(found.group(2)) + "}" + found.group(2) + "\\end{array}"));
    }

    /** Puts braces around styled letters: else SnuggleTeX takes what follows them for upright. */
    private static String apart(String tex) {
        StringBuilder apart = new StringBuilder();
        Matcher styled = STYLED.matcher(tex);
        int from = 0;
        while (styled.find(from)) {
            int end = styled.group(1) == null ? afterBrace(tex, styled.end()) : styled.end();
            String inside = tex.substring(styled.group(1) == null ? styled.end() : styled.start(1), end);
            apart.append(tex, from, styled.start())
                    .append('{')
                    .append(tex, styled.start(), styled.group(1) == null ? styled.end() : styled.start(1))
                    .append(styled.group(1) == null ? apart(inside) : "{" + inside + "}")
                    .append('}');
            from = end;
        }
        return apart.append(tex.substring(from)).toString();
    }

    /** Behind the brace that closes; the end, where none does. */
    private static int afterBrace(String tex, int from) {
        int open = 1;
        for (int i = from; i < tex.length(); i++) {
            char c = tex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                open++;
            } else if (c == '}' && --open == 0) {
                return i + 1;
            }
        }
        return tex.length();
    }

    /** To the right and to the left by turns, as around the sign of a relation. */
    private static String columns(String rows) {
        int most = 1;
        for (String row : rows.split("\\\\\\\\")) {
            most = Math.max(
                    most,
                    1
                            + (int) row.replace("\\&", "")
                                    .chars()
                                    .filter(c -> c == '&')
                                    .count());
        }
        return most == 1 ? "c" : "rl".repeat((most + 1) / 2).substring(0, most);
    }
}
