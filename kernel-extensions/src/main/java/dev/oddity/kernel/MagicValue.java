package dev.oddity.kernel;

import dev.oddity.kernel.jshell.CellError;
import dev.oddity.kernel.jshell.JavaSession;
import dev.oddity.kernel.jshell.Outcome;
import dev.oddity.kernel.jshell.Statement;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands the value of a magic of one kernel to the Java that it is assigned to: {@code var jars = %maven …}. */
public final class MagicValue {

    private @Nullable Object value;

    MagicValue() {}

    /** Called by the statement that the kernel makes of such a line, and by nothing else. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public static <T> @Nullable T take() {
        MagicValue here = OddityKernel.running().orElseThrow().magics().assigned();
        Object taken = here.value;
        here.value = null;
        return (T) taken;
    }

    /**
     * Before the magic is run: it must not do what it does for a value that can't be assigned.
     *
     * @throws CellError if its target is final
     */
    static void check(JavaSession session, MagicCall call) {
        session.check(call.cell(), statement(call, ""));
    }

    Outcome assign(JavaSession session, MagicCall call, Outcome outcome) {
        value = outcome.value();
        // Of var the compiler would see Object.
        String type = call.target().matches("(final )?\\s*var\\s.*") ? "<" + type(outcome.value()) + ">" : "";
        return session.run(call.cell(), statement(call, type));
    }

    private static Statement statement(MagicCall call, String type) {
        String source = call.target() + " = " + MagicValue.class.getName() + "." + type + "take();";
        return new Statement(source, call.start(), call.end(), true);
    }

    private static String type(@Nullable Object value) {
        if (value instanceof List) {
            return "java.util.List<String>";
        }
        for (Class<?> type = value == null ? Object.class : value.getClass(); ; type = type.getSuperclass()) {
            if (Modifier.isPublic(type.getModifiers())
                    && type.getCanonicalName() != null
                    && type.getTypeParameters().length == 0
                    && !type.getName().contains("$JShell$")) {
                return type.getCanonicalName();
            }
        }
    }
}
