package dev.oddity.kernel;

import dev.oddity.core.display.ValueText;
import dev.oddity.kernel.jshell.CellError;
import dev.oddity.kernel.jshell.CellThread;
import dev.oddity.kernel.jshell.JavaSession;
import dev.oddity.kernel.jshell.Outcome;
import dev.oddity.kernel.jshell.Thrown;
import dev.oddity.kernel.jshell.Variable;
import java.util.regex.Pattern;
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
        return Outcome.of(Table.create("variables", names, types, values));
    }

    /** A value's text is made by the user's code: it may throw whatever it likes, and may go on for ever. */
    private String shortened(Variable variable) {
        try {
            return thread.call(() -> firstLine(ValueText.of(variable.value())));
        } catch (Throwable e) {
            Thrown.interrupt(e).ifPresent(interrupt -> {
                throw CellError.of(interrupt);
            });
            return "can't be shown: " + Thrown.text(e);
        }
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
