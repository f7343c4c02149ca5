package dev.oddity.ci.page;

import dev.oddity.ci.formula.FormulaExtension;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * HTML in texts of notebooks, as far as it only lays out words, as Jupyter keeps it: no scripts, no frames, no forms, links to
 * the web, to mail or within the notebook's folder, and of styles those that colour or align.
 */
final class SafeMarkup {

    private static final Set<String> STYLES = Set.of(
            "background-color",
            "border",
            "border-color",
            "border-radius",
            "color",
            "float",
            "font-size",
            "font-style",
            "font-weight",
            "height",
            "margin",
            "margin-bottom",
            "margin-left",
            "margin-right",
            "margin-top",
            "max-width",
            "padding",
            "text-align",
            "text-decoration",
            "vertical-align",
            "width");

    /** Nothing that calls a function or leads elsewhere. */
    private static final Pattern VALUE = Pattern.compile("[\\w#%.,\\s-]+|(?i:rgba?|hsla?)\\([\\d\\s,.%]+\\)");

    private static final Safelist SAFE = Safelist.relaxed()
            .addTags(
                    "abbr",
                    "article",
                    "aside",
                    "center",
                    "del",
                    "details",
                    "dfn",
                    "figcaption",
                    "figure",
                    "font",
                    "footer")
            .addTags(
                    "header", "hr", "ins", "kbd", "main", "mark", "s", "samp", "section", "summary", "time", "tt",
                    "var", "wbr")
            .addAttributes(":all", "align", "class", "dir", "id", "lang", "style", "title")
            .addAttributes("code", FormulaExtension.ATTRIBUTE)
            .addAttributes("details", "open")
            .addAttributes("font", "color", "size")
            .addAttributes("table", "border", "cellpadding", "cellspacing")
            .addAttributes("td", "valign")
            .addAttributes("th", "valign")
            .addProtocols("a", "href", "#")
            .addProtocols("img", "src", "data")
            .preserveRelativeLinks(true);

    private SafeMarkup() {}

    static Document of(Document document) {
        Document clean = new Cleaner(SAFE).clean(document);
        clean.outputSettings().prettyPrint(false);
        clean.select("[style]").forEach(element -> {
            String styles = Arrays.stream(element.attr("style").split(";"))
                    .map(String::strip)
                    .filter(SafeMarkup::isSafe)
                    .collect(Collectors.joining("; "));
            if (styles.isEmpty()) {
                element.removeAttr("style");
            } else {
                element.attr("style", styles);
            }
        });
        return clean;
    }

    private static boolean isSafe(String style) {
        int colon = style.indexOf(':');
        return colon > 0
                && STYLES.contains(style.substring(0, colon).strip().toLowerCase(Locale.ROOT))
                && VALUE.matcher(style.substring(colon + 1).strip()).matches();
    }
}
