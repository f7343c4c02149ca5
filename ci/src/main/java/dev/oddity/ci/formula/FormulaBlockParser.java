package dev.oddity.ci.formula;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Formulas on lines of their own, from a line that begins with {@code $$} or an environment of LaTeX's to the line that ends
 * with its end. Nothing in them is Markdown, so a line may begin with a plus.
 */
final class FormulaBlockParser extends AbstractBlockParser {

    private static final Pattern START = Pattern.compile("\\$\\$|\\\\begin\\{([a-z]+\\*?)}");
    private static final int CODE_INDENT = 4;

    private final FormulaExtension.Block block = new FormulaExtension.Block();
    private final StringBuilder text = new StringBuilder();
    private final String end;
    private final boolean dollars;
    private boolean ended;

    private FormulaBlockParser(String end, boolean dollars) {
        this.end = end;
        this.dollars = dollars;
    }

    static final class Factory extends AbstractBlockParserFactory {

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            String line = state.getLine().getContent().toString();
            String rest = line.substring(state.getNextNonSpaceIndex());
            Matcher start = START.matcher(rest);
            if (state.getIndent() >= CODE_INDENT || !start.lookingAt()) {
                return BlockStart.none();
            }
            boolean dollars = start.group(1) == null;
            String end = dollars ? "$$" : "\\end{" + start.group(1) + "}";
            int close = rest.indexOf(end, start.end());
            if (close >= 0 && !rest.substring(close + end.length()).isBlank()) {
                // Words follow: it is a formula in a line of text.
                return BlockStart.none();
            }
            return BlockStart.of(new FormulaBlockParser(end, dollars)).atIndex(state.getNextNonSpaceIndex());
        }
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return ended ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        String words = line.getContent().toString();
        int from = text.isEmpty() ? words.indexOf(dollars ? "$$" : "\\begin") + 2 : 0;
        text.append(words).append('\n');
        ended = words.stripTrailing().endsWith(end) && words.lastIndexOf(end) >= from;
    }

    @Override
    public void closeBlock() {
        String whole = text.toString().strip();
        if (dollars) {
            whole = whole.substring(end.length());
            whole = ended ? whole.substring(0, whole.length() - end.length()) : whole;
        }
        block.tex = whole.strip();
    }
}
