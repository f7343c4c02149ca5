package dev.oddity.kernel;

import dev.oddity.kernel.jshell.CellError;
import dev.oddity.kernel.jshell.CellThread;
import dev.oddity.kernel.jshell.JavaSession;
import dev.oddity.kernel.jshell.Outcome;
import dev.oddity.kernel.jshell.Thrown;
import dev.oddity.kernel.jshell.Variable;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code %vars}: the variables that cells declared, with types and values. */
final class VarsMagic implements Magic {

    private static final int SHOWN = 100;
    private static final Pattern PACKAGE = Pattern.compile("\\b([a-z]\\w*\\.)+(?=[A-Z])");

    private final JavaSession session;
    private final CellThread thread;

    VarsMagic(JavaSession session, CellThread thread) {
        this.session = session;
        this.thread = thread;
    }

    @Override
    public String name() {
        return "vars";
    }

    @Override
    public String help() {
        return "%vars              the variables, their types and values";
    }

    @Override
    public Outcome run(MagicCall call) {
        Magics.refuseArguments(call);
        StringColumn names = StringColumn.create("variable");
        StringColumn types = StringColumn.create("type");
        StringColumn values = StringColumn.create("value");
        for (Variable variable : session.variables()) {
            names.append(variable.name());
            types.append(PACKAGE.matcher(variable.type()).replaceAll(""));
            values.append(shortened(variable));
        }
        return new Outcome(true, Table.create("variables", names, types, values), List.of());
    }

    /** A value's text is made by the user's code: it may throw whatever it likes, and may go on for ever. */
    private String shortened(Variable variable) {
        try {
            return thread.call(() -> firstLine(text(variable.value())));
        } catch (Throwable e) {
            Thrown.interrupt(e).ifPresent(interrupt -> {
                throw CellError.of(interrupt);
            });
            return "can't be shown: " + Thrown.text(e);
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Table table) {
            return count(table.rowCount(), "row") + " × " + count(table.columnCount(), "column");
        }
        if (value != null && value.getClass().isArray()) {
            return ArrayText.of(value);
        }
        String text = String.valueOf(value);
        boolean saysNothing =
                value != null && text.equals(value.getClass().getName() + "@" + Integer.toHexString(value.hashCode()));
        return saysNothing ? "a " + value.getClass().getSimpleName() : text;
    }

    private static String count(int number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
