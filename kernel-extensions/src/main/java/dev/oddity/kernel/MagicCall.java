package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Cell;
import java.util.Optional;

/**
 * A magic found in a cell.
 *
 * @param onCell whether it was written {@code %%} and concerns the rest of the cell
 * @param argumentsStart where the arguments begin in the cell
 * @param argumentsEnd where its line ends
 * @param end where the next statement may begin
 */
record MagicCall(Cell cell, String name, boolean onCell, int argumentsStart, int argumentsEnd, int end) {

    String arguments() {
        return cell.source().substring(argumentsStart, argumentsEnd).strip();
    }

    /** Of a cell magic, what stands below its line. */
    String body() {
        return cell.source().substring(Math.min(argumentsEnd + 1, end), end);
    }

    /**
     * The magic at an offset. Only where a statement may begin: there no Java begins with a per cent sign, so that the
     * remainder operator is never taken for a magic.
     */
    static Optional<MagicCall> at(Cell cell, int offset) {
        String source = cell.source();
        if (offset >= source.length() || source.charAt(offset) != '%') {
            return Optional.empty();
        }
        boolean onCell =
                source.startsWith("%%", offset) && source.substring(0, offset).isBlank();
        int name = offset + (onCell ? 2 : 1);
        int nameEnd = name;
        while (nameEnd < source.length() && Character.isJavaIdentifierPart(source.charAt(nameEnd))) {
            nameEnd++;
        }
        int line = source.indexOf('\n', nameEnd);
        int lineEnd = line < 0 ? source.length() : line;
        return Optional.of(new MagicCall(
                cell, source.substring(name, nameEnd), onCell, nameEnd, lineEnd, onCell ? source.length() : lineEnd));
    }
}
