package dev.oddity.ci.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Presentation MathML 2, as SnuggleTeX writes it, in the words of MathML Core, which is what browsers lay out: brackets as
 * operators, letters of other alphabets as characters of their own, columns aligned by CSS.
 */
final class MathMlCore {

    private static final Set<String> LETTERS = Set.of("mi", "mn", "mtext");
    private static final Set<String> SCRIPTED = Set.of("msub", "msup", "msubsup", "munder", "mover", "munderover");
    private static final Set<String> LIMITS =
            Set.of("argmax", "argmin", "inf", "lim", "liminf", "limsup", "max", "min", "sup");
    private static final Set<String> NO_SPACE_BEFORE = Set.of("mo", "mspace", "mtext", "mtable");

    private MathMlCore() {}

    /** Empty if there is anything but one formula. */
    static Optional<String> of(String xml, boolean display) {
        Document document = Jsoup.parse(xml, "", Parser.xmlParser());
        document.outputSettings().prettyPrint(false);
        if (document.childrenSize() != 1 || !document.child(0).nodeName().equals("math")) {
            return Optional.empty();
        }
        Element math = document.child(0);
        if (math.select("*").stream().anyMatch(each -> !each.nodeName().startsWith("m"))) {
            return Optional.empty();
        }
        math.clearAttributes();
        innermostFirst(math, "mfenced").forEach(MathMlCore::brackets);
        innermostFirst(math, "mstyle[mathvariant]").forEach(MathMlCore::style);
        innermostFirst(math, "[mathvariant]").forEach(element -> alphabet(element, element.attr("mathvariant")));
        innermostFirst(math, "[columnalign]").forEach(MathMlCore::column);
        innermostFirst(math, "mi").forEach(MathMlCore::spaceAfterName);
        math.select("mo, mn").stream()
                .filter(each -> each.text().startsWith("-"))
                .forEach(each -> each.text("−" + each.text().substring(1)));
        if (display) {
            math.attr("display", "block");
            math.select("mtable").attr("displaystyle", "true");
            math.select("msub").stream()
                    .filter(each -> LIMITS.contains(each.child(0).text()))
                    .forEach(each -> each.tagName("munder"));
        }
        return Optional.of(math.outerHtml());
    }

    private static List<Element> innermostFirst(Element math, String query) {
        List<Element> found = new ArrayList<>(math.select(query));
        Collections.reverse(found);
        return found;
    }

    /** Several things in brackets have commas between them. */
    private static void brackets(Element fenced) {
        List<Element> inside = new ArrayList<>(fenced.children());
        Element row = new Element("mrow");
        bracket(row, fenced.attr("open"), "prefix");
        for (int i = 0; i < inside.size(); i++) {
            if (i > 0) {
                row.appendElement("mo").attr("separator", "true").text(",");
            }
            row.appendChild(inside.get(i));
        }
        bracket(row, fenced.attr("close"), "postfix");
        fenced.replaceWith(row);
    }

    private static void bracket(Element row, String sign, String form) {
        if (!sign.isEmpty()) {
            row.appendElement("mo")
                    .attr("fence", "true")
                    .attr("stretchy", "true")
                    .attr("form", form)
                    .text(sign);
        }
    }

    /** Upright letters in a row are one name. */
    private static void style(Element styled) {
        String variant = styled.attr("mathvariant");
        List<Element> inside = styled.children();
        boolean name = variant.equals("normal")
                && inside.size() > 1
                && inside.stream().allMatch(each -> each.nodeName().equals("mi"));
        if (name) {
            styled.replaceWith(new Element("mi").text(styled.text().replace(" ", "")));
            return;
        }
        for (Element each : styled.select("*")) {
            if (LETTERS.contains(each.nodeName())) {
                alphabet(each, variant);
            }
        }
        styled.clearAttributes();
        styled.tagName("mrow");
    }

    private static void alphabet(Element element, String variant) {
        element.removeAttr("mathvariant");
        if (!LETTERS.contains(element.nodeName())) {
            return;
        }
        if (variant.equals("normal")) {
            // The one variant that MathML Core knows by an attribute.
            element.attr("mathvariant", "normal");
        } else {
            element.text(MathAlphabet.named(variant)
                    .map(letters -> letters.of(element.text()))
                    .orElse(element.text()));
        }
    }

    private static void column(Element cell) {
        String side = cell.attr("columnalign").toLowerCase(Locale.ROOT);
        cell.removeAttr("columnalign");
        if (side.equals("left") || side.equals("right")) {
            // Chromium moves what is in a cell by its own word only.
            cell.attr("style", "text-align: " + side + "; text-align: -webkit-" + side);
        }
    }

    /** As TeX leaves a little room between a function's name and what it is of. */
    private static void spaceAfterName(Element name) {
        if (name.text().codePointCount(0, name.text().length()) < 2) {
            return;
        }
        Element whole = name;
        while (whole.parent() != null
                && SCRIPTED.contains(whole.parent().nodeName())
                && whole.elementSiblingIndex() == 0) {
            whole = whole.parent();
        }
        Element next = whole.nextElementSibling();
        if (next != null && !NO_SPACE_BEFORE.contains(first(next).nodeName()) && !isScript(whole)) {
            whole.after(new Element("mspace").attr("width", "0.17em"));
        }
    }

    /** What a row begins with, such as a bracket. */
    private static Element first(Element element) {
        Element first = element;
        while ((first.nodeName().equals("mrow") || SCRIPTED.contains(first.nodeName())) && first.childrenSize() > 0) {
            first = first.child(0);
        }
        return first;
    }

    private static boolean isScript(Element element) {
        return element.parent() != null && SCRIPTED.contains(element.parent().nodeName());
    }
}
