package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Cell;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A magic found in a cell.
 *
 * @param target what its value is assigned to, such as {@code var jars}; empty if to nothing
 * @param onCell whether it was written {@code %%} and concerns the rest of the cell
 * @param start where it begins in the cell: the target, or the per cent sign
 * @param sign where the per cent sign is
 * @param line from behind the name to the end of the line, where the arguments are
 */
record MagicCall(Cell cell, String target, String name, boolean onCell, int start, int sign, Span line) {

    /** A piece of a cell, from one offset to another. */
    record Span(int start, int end) {}

    /** A declaration or an assignment up to a magic; no Java has a per cent sign behind an equals sign. */
    private static final Pattern TARGET = Pattern.compile("\\G([\\w.$<>\\[\\],? \\t]+?)\\s*=\\s*(?=%\\w)");

    String arguments() {
        return cell.source().substring(line.start(), line.end()).strip();
    }

    /** Where the next statement may begin. */
    int end() {
        return onCell ? cell.source().length() : line.end();
    }

    /** Of a cell magic, what stands below its line. */
    String body() {
        return cell.source().substring(Math.min(line.end() + 1, end()), end());
    }

    /** As it was written, without arguments. */
    String written() {
        return (onCell ? "%%" : "%") + name;
    }

    /**
     * The magic at an offset. Only where a statement may begin: there no Java begins with a per cent sign, so that the
     * remainder operator is never taken for a magic.
     */
    static Optional<MagicCall> at(Cell cell, int offset) {
        String source = cell.source();
        Matcher target = TARGET.matcher(source);
        if (target.find(offset)) {
            return Optional.of(at(cell, target.group(1), offset, target.end(), false));
        }
        if (offset >= source.length() || source.charAt(offset) != '%') {
            return Optional.empty();
        }
        boolean onCell =
                source.startsWith("%%", offset) && source.substring(0, offset).isBlank();
        return Optional.of(at(cell, "", offset, offset, onCell));
    }

    private static MagicCall at(Cell cell, String target, int start, int sign, boolean onCell) {
        String source = cell.source();
        int name = sign + (onCell ? 2 : 1);
        int nameEnd = name;
        while (nameEnd < source.length() && Character.isJavaIdentifierPart(source.charAt(nameEnd))) {
            nameEnd++;
        }
        int line = source.indexOf('\n', nameEnd);
        int lineEnd = line < 0 ? source.length() : line;
        return new MagicCall(
                cell, target, source.substring(name, nameEnd), onCell, start, sign, new Span(nameEnd, lineEnd));
    }
}
