package dev.oddity.ci.formula;

import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Formulas in Markdown as Jupyter has them: {@code $..$} in a line; {@code $$..$$} and environments such as {@code
 * \begin{align}} on lines of their own. They are written as {@code <code data-formula="inline">} or {@code "display"} around
 * their TeX, for whoever lays them out: what he cannot, is shown as it was typed.
 */
public final class FormulaExtension implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {

    /** The attribute of the elements that hold a formula. */
    public static final String ATTRIBUTE = "data-formula";
    /** Its value for formulas on lines of their own. */
    public static final String DISPLAY = "display";

    private static final String INLINE = "inline";

    private FormulaExtension() {}

    public static Extension create() {
        return new FormulaExtension();
    }

    @Override
    public void extend(Parser.Builder parser) {
        parser.customInlineContentParserFactory(new InlineFormulaParser.Factory());
        parser.customBlockParserFactory(new FormulaBlockParser.Factory());
    }

    @Override
    public void extend(HtmlRenderer.Builder renderer) {
        renderer.nodeRendererFactory(Writing::new);
    }

    /** A formula among words. */
    static final class Inline extends CustomNode {

        final Formula formula;

        Inline(Formula formula) {
            this.formula = formula;
        }
    }

    /** A formula on lines of its own. */
    static final class Block extends CustomBlock {

        String tex = "";
    }

    private record Writing(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Inline.class, Block.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Inline inline) {
                write(inline.formula.tex(), inline.formula.display() ? DISPLAY : INLINE);
            } else if (node instanceof Block block) {
                context.getWriter().tag("p");
                write(block.tex, DISPLAY);
                context.getWriter().tag("/p");
                context.getWriter().line();
            }
        }

        private void write(String tex, String kind) {
            context.getWriter().tag("code", Map.of(ATTRIBUTE, kind));
            context.getWriter().text(tex);
            context.getWriter().tag("/code");
        }
    }
}
