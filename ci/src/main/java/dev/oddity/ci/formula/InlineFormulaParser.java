package dev.oddity.ci.formula;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * {@code $..$} and {@code $$..$$} among words. A dollar opens a formula if no white space follows, and closes one if none goes
 * before and no digit follows: prices are no formulas. A code span binds closer than a formula.
 */
final class InlineFormulaParser implements InlineContentParser {

    static final class Factory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return new InlineFormulaParser();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        int dollars = scanner.matchMultiple('$');
        if (dollars > 2 || dollars == 1 && Character.isWhitespace(scanner.peek())) {
            return ParsedInline.none();
        }
        Position start = scanner.position();
        char before = '$';
        while (scanner.hasNext() && scanner.peek() != '`') {
            char next = scanner.peek();
            if (next == '$') {
                Position end = scanner.position();
                boolean closes = scanner.matchMultiple('$') == dollars
                        && (dollars == 2 || !Character.isWhitespace(before) && !Character.isDigit(scanner.peek()));
                String tex = scanner.getSource(start, end).getContent();
                return closes && !tex.isBlank()
                        ? ParsedInline.of(
                                new FormulaExtension.Inline(new Formula(tex, dollars == 2)), scanner.position())
                        : ParsedInline.none();
            }
            if (next == '\\') {
                scanner.next();
            }
            before = next;
            scanner.next();
        }
        return ParsedInline.none();
    }
}
