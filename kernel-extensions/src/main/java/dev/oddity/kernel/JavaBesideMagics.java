package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Cell;
import dev.oddity.kernel.jshell.CellError;
import dev.oddity.kernel.jshell.JavaSession;
import dev.oddity.kernel.jshell.Prose;
import dev.oddity.kernel.jshell.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Statements of Java in a cell that has magics. Where the semicolon above a magic is missing, Java would go on and take the
 * per cent sign for a remainder: {@code int x = 5} and {@code %vars} on the next line. What follows the sign tells the two
 * apart: a remainder is of a variable.
 */
final class JavaBesideMagics {

    private static final Pattern LINE = Pattern.compile("^[ \\t]*(%{1,2})(\\w+)", Pattern.MULTILINE);

    private final Magics magics;
    private final JavaSession session;

    JavaBesideMagics(Magics magics, JavaSession session) {
        this.magics = magics;
        this.session = session;
    }

    /** The statement that begins at an offset; it ends above a magic if it is whole there. */
    Statement statementAt(Cell cell, int start) {
        Statement statement = session.statementAt(cell, start);
        return magicsIn(cell, statement)
                .map(magic -> above(cell, start, magic))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(statement);
    }

    private Optional<Statement> above(Cell cell, int start, MatchResult magic) {
        Cell upToIt = new Cell(cell.name(), cell.source().substring(0, magic.start()));
        Statement above = session.statementAt(upToIt, start);
        boolean isAll = session.skipBlank(upToIt, above.end()) == magic.start();
        return above.whole() && isAll ? Optional.of(above) : Optional.empty();
    }

    /** What is wrong with a statement that the compiler refused, if it is a magic that stands within it. */
    Optional<CellError> magicInside(Cell cell, Statement statement) {
        return magicsIn(cell, statement).findFirst().map(magic -> {
            String message =
                    magic.group(1) + magic.group(2) + " can't stand inside other code: write it on a line of its own,"
                            + " outside of all brackets (" + cell.name() + ", line " + cell.line(magic.end()) + ")";
            return new CellError("MagicError", message, List.of(message));
        });
    }

    private Stream<MatchResult> magicsIn(Cell cell, Statement statement) {
        String code = cell.source().substring(statement.start(), statement.end());
        return code.indexOf('\n') < 0 || code.indexOf('%') < 0
                ? Stream.empty()
                : LINE.matcher(cell.source())
                        .region(statement.start(), statement.end())
                        .results()
                        .filter(magic -> magics.names().contains(magic.group(2)))
                        .filter(magic -> !Prose.at(cell.source(), magic.start(1)) && !isRemainder(cell, magic));
    }

    /** Whether cells before declare the variable, or this one names it elsewhere. */
    private boolean isRemainder(Cell cell, MatchResult magic) {
        String name = magic.group(2);
        return magic.group(1).equals("%") && isVariable(cell, name);
    }

    private boolean isVariable(Cell cell, String name) {
        return Pattern.compile("(?<![%\\w])" + name + "\\b")
                        .matcher(cell.source())
                        .find()
                || session.variables().stream()
                        .anyMatch(variable -> variable.name().equals(name));
    }
}
