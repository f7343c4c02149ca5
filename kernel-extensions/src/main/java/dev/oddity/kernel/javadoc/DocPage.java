package dev.oddity.kernel.javadoc;

import com.sun.source.doctree.DeprecatedTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.InheritDocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.SummaryTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import dev.oddity.core.display.Html;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signatures with their comments, in HTML and as text. Of the HTML in a comment only plain elements are kept, without
 * attributes.
 */
public final class DocPage {

    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "br",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "pre",
            "code",
            "em",
            "strong",
            "b",
            "i",
            "sub",
            "sup",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "blockquote",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6");

    private final StringBuilder html = new StringBuilder();

    /** Adds a signature. */
    public DocPage signature(String signature) {
        html.append("<pre><code>").append(Html.escape(signature)).append("</code></pre>");
        return this;
    }

    /** Adds a sentence that is no Javadoc. */
    public DocPage note(String sentence) {
        html.append("<p><em>").append(Html.escape(sentence)).append("</em></p>");
        return this;
    }

    /** Adds a comment: what it says, then its parameters, result and exceptions. */
    public DocPage comment(DocCommentTree comment) {
        String body = prose(comment.getFullBody());
        if (!body.isBlank()) {
            html.append("<p>").append(body).append("</p>");
        }
        StringBuilder facts = new StringBuilder();
        for (DocTree tag : comment.getBlockTags()) {
            tag.accept(new Facts(), facts);
        }
        if (!facts.isEmpty()) {
            html.append("<dl>").append(facts).append("</dl>");
        }
        return this;
    }

    public String html() {
        return html.toString();
    }

    /** The same for a console. */
    public String text() {
        String[] parts = html.toString().split("(?=<pre>)|(?<=</pre>)");
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(part.startsWith("<pre>") ? part : part.replaceAll("\\s+", " "));
        }
        return text.toString()
                .replaceAll("<(p|/p|ul|ol|/pre|blockquote|h\\d|table|/table|dl)>", "\n\n")
                .replaceAll("<(br|tr|dt|pre)>", "\n")
                .replaceAll("<li>", "\n  - ")
                .replaceAll("<dd>", "\n    ")
                .replaceAll("<t[hd]>", "  ")
                .replaceAll("</?\\w+>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .replaceAll(" *\n *\n\\s*\n", "\n\n")
                .strip();
    }

    private static String prose(List<? extends DocTree> trees) {
        StringBuilder prose = new StringBuilder();
        for (DocTree tree : trees) {
            prose.append(tree.accept(new Prose(), null));
        }
        return prose.toString().strip();
    }

    private static final class Facts extends SimpleDocTreeVisitor<@Nullable Void, StringBuilder> {

        @Override
        public @Nullable Void visitParam(ParamTree tree, StringBuilder facts) {
            String name = Html.escape(tree.getName().toString());
            return add(tree.isTypeParameter() ? "&lt;" + name + "&gt;" : name, tree.getDescription(), facts);
        }

        @Override
        public @Nullable Void visitReturn(ReturnTree tree, StringBuilder facts) {
            return add("returns", tree.getDescription(), facts);
        }

        @Override
        public @Nullable Void visitThrows(ThrowsTree tree, StringBuilder facts) {
            String exception = Html.escape(tree.getExceptionName().getSignature());
            return add("throws " + exception, tree.getDescription(), facts);
        }

        @Override
        public @Nullable Void visitDeprecated(DeprecatedTree tree, StringBuilder facts) {
            return add("deprecated", tree.getBody(), facts);
        }

        private static @Nullable Void add(String name, List<? extends DocTree> description, StringBuilder facts) {
            facts.append("<dt><strong>").append(name).append("</strong></dt><dd>");
            facts.append(prose(description)).append("</dd>");
            return null;
        }
    }

    private static final class Prose extends SimpleDocTreeVisitor<String, @Nullable Void> {

        @Override
        public String visitText(TextTree tree, @Nullable Void nothing) {
            return Html.escape(tree.getBody());
        }

        @Override
        public String visitEntity(EntityTree tree, @Nullable Void nothing) {
            return "&" + tree.getName() + ";";
        }

        @Override
        public String visitStartElement(StartElementTree tree, @Nullable Void nothing) {
            String name = tree.getName().toString().toLowerCase(Locale.ROOT);
            return ELEMENTS.contains(name) ? "<" + name + ">" : "";
        }

        @Override
        public String visitEndElement(EndElementTree tree, @Nullable Void nothing) {
            String name = tree.getName().toString().toLowerCase(Locale.ROOT);
            return ELEMENTS.contains(name) ? "</" + name + ">" : "";
        }

        @Override
        public String visitLiteral(LiteralTree tree, @Nullable Void nothing) {
            String text = Html.escape(tree.getBody().getBody());
            return tree.getKind() == DocTree.Kind.CODE ? "<code>" + text + "</code>" : text;
        }

        @Override
        public String visitLink(LinkTree tree, @Nullable Void nothing) {
            if (!tree.getLabel().isEmpty()) {
                return prose(tree.getLabel());
            }
            String target = tree.getReference().getSignature();
            String name = target.startsWith("#") ? target.substring(1) : target.replace('#', '.');
            return "<code>" + Html.escape(name) + "</code>";
        }

        @Override
        public String visitReturn(ReturnTree tree, @Nullable Void nothing) {
            return "Returns " + prose(tree.getDescription()) + ".";
        }

        @Override
        public String visitSummary(SummaryTree tree, @Nullable Void nothing) {
            return prose(tree.getSummary());
        }

        @Override
        public String visitInheritDoc(InheritDocTree tree, @Nullable Void nothing) {
            return "";
        }

        @Override
        protected String defaultAction(DocTree tree, @Nullable Void nothing) {
            return Html.escape(tree.toString());
        }
    }
}
