package dev.oddity.kernel;

import dev.oddity.kernel.jshell.JavaSession;
import dev.oddity.kernel.jshell.Outcome;
import dev.oddity.kernel.jshell.Variable;
import java.util.List;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code %vars}: the variables that cells declared, with types and values. */
final class VarsMagic implements Magic {

    private static final int SHOWN = 100;

    private final JavaSession session;

    VarsMagic(JavaSession session) {
        this.session = session;
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
        StringColumn names = StringColumn.create("variable");
        StringColumn types = StringColumn.create("type");
        StringColumn values = StringColumn.create("value");
        for (Variable variable : session.variables()) {
            names.append(variable.name());
            types.append(variable.type());
            values.append(shortened(variable));
        }
        return new Outcome(true, Table.create("variables", names, types, values), List.of());
    }

    private static String shortened(Variable variable) {
        String text;
        try {
            text = String.valueOf(variable.value()).lines().findFirst().orElse("");
        } catch (RuntimeException | StackOverflowError e) {
            return "can't be shown: " + e;
        }
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
