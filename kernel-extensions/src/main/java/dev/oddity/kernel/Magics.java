package dev.oddity.kernel;

import dev.oddity.datasets.NearMiss;
import dev.oddity.kernel.jshell.CellError;
import dev.oddity.kernel.jshell.CellThread;
import dev.oddity.kernel.jshell.Outcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;

/** The kernel's own magics and those that extensions registered. */
final class Magics {

    private final Map<String, Magic> own = new LinkedHashMap<>();
    private final OddityKernel kernel;
    private final CellThread thread;

    Magics(OddityKernel kernel, CellThread thread) {
        this.kernel = kernel;
        this.thread = thread;
    }

    void add(Magic magic) {
        own.put(magic.name(), magic);
    }

    List<Magic> own() {
        return List.copyOf(own.values());
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>(own.keySet());
        names.addAll(kernel.getMagicsRegistry().getLineMagicNames());
        names.addAll(kernel.getMagicsRegistry().getCellMagicNames());
        return names;
    }

    Outcome run(MagicCall call) {
        Magic magic = own.get(call.name());
        return magic != null ? magic.run(call) : runOfExtension(call);
    }

    private Outcome runOfExtension(MagicCall call) {
        MagicsRegistry registry = kernel.getMagicsRegistry();
        List<String> arguments = call.arguments().isEmpty()
                ? List.of()
                : Arrays.asList(call.arguments().split("\\s+"));
        Set<String> known = call.onCell() ? registry.getCellMagicNames() : registry.getLineMagicNames();
        if (!known.contains(call.name())) {
            String given = (call.onCell() ? "%%" : "%") + call.name();
            String message = "no magic " + given + NearMiss.hint(call.name(), names()) + " magics: "
                    + String.join(", ", names());
            throw new CellError("UnknownMagic", message, List.of(message));
        }
        try {
            Object result = thread.call(() -> call.onCell()
                    ? registry.evalCellMagic(kernel, call.name(), arguments, call.body())
                    : registry.evalLineMagic(kernel, call.name(), arguments));
            return new Outcome(result != null, result, List.of());
        } catch (Throwable e) {
            String message = String.valueOf(e.getMessage());
            throw new CellError(e.getClass().getName(), message, List.of("%" + call.name() + ": " + e));
        }
    }
}
