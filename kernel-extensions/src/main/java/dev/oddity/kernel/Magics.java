package dev.oddity.kernel;

import dev.oddity.datasets.NearMiss;
import dev.oddity.kernel.jshell.CellError;
import dev.oddity.kernel.jshell.CellThread;
import dev.oddity.kernel.jshell.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;

/** The kernel's own magics and those that extensions registered. */
final class Magics {

    private static final Pattern CELL_MAGIC = Pattern.compile("\\G%%(\\w+)");

    private final Map<String, Magic> own = new LinkedHashMap<>();
    private final Map<String, Magic> aliases = new LinkedHashMap<>();
    private final MagicValue assigned = new MagicValue();
    private final OddityKernel kernel;
    private final CellThread thread;

    Magics(OddityKernel kernel, CellThread thread) {
        this.kernel = kernel;
        this.thread = thread;
    }

    void add(Magic magic) {
        own.put(magic.name(), magic);
        magic.aliases().forEach(alias -> aliases.put(alias, magic));
    }

    /** What the last magic on the right of an assignment gave. */
    MagicValue assigned() {
        return assigned;
    }

    List<Magic> own() {
        return List.copyOf(own.values());
    }

    /** The kernel's own magic of a name or an alias. */
    Optional<Magic> find(String name) {
        return Optional.ofNullable(own.getOrDefault(name, aliases.get(name)));
    }

    /** Of all magics, without other names for the same. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(own.keySet());
        names.addAll(kernel.getMagicsRegistry().getLineMagicNames());
        names.addAll(kernel.getMagicsRegistry().getCellMagicNames());
        return names;
    }

    /** All about one magic. */
    String help(String name) {
        Magic magic = find(name).orElse(null);
        if (magic == null) {
            if (names().contains(name)) {
                return "%" + name + " is the magic of an extension; see its documentation";
            }
            throw unknown("%" + name, name);
        }
        String more = magic.details().isEmpty() ? "" : "\n\n" + magic.details().strip();
        String others = magic.aliases().isEmpty() ? "" : "\n\nalso: %" + String.join(", %", magic.aliases());
        return magic.help() + more + others;
    }

    Outcome run(MagicCall call) {
        if (call.arguments().matches("\\?{1,2}")) {
            return Outcome.of(new DisplayData(help(call.name())));
        }
        if (call.name().isEmpty()) {
            refuseLateCellMagic(call);
        }
        Optional<Magic> magic = find(call.name());
        if (magic.isEmpty()) {
            return runOfExtension(call);
        }
        if (call.onCell() && !magic.get().takesCell() && !call.body().isBlank()) {
            throw error(
                    call,
                    "it would leave out the code below it; write %" + call.name()
                            + " with one per cent sign, and the code runs after it");
        }
        return magic.get().run(call);
    }

    /** For magics that have none: what is written there was meant to do something. */
    static void refuseArguments(MagicCall call) {
        if (!call.arguments().isEmpty()) {
            throw error(call, "it takes no arguments, but was given '" + call.arguments() + "'; nothing was done");
        }
    }

    private static void refuseLateCellMagic(MagicCall call) {
        Matcher late = CELL_MAGIC.matcher(call.cell().source());
        if (late.find(call.sign())) {
            String message = late.group() + " is about a whole cell: write it on the cell's first line; %"
                    + late.group(1) + " with one per cent sign may stand on any line";
            throw new CellError("MagicError", message, List.of(message));
        }
    }

    /** A magic that failed, told in one sentence. */
    static CellError error(MagicCall call, String message) {
        String text = call.written() + ": " + message;
        return new CellError("MagicError", text, List.of(text));
    }

    private Outcome runOfExtension(MagicCall call) {
        MagicsRegistry registry = kernel.getMagicsRegistry();
        List<String> arguments = MagicArguments.split(call.arguments());
        Set<String> known = call.onCell() ? registry.getCellMagicNames() : registry.getLineMagicNames();
        if (!known.contains(call.name())) {
            throw unknown(call.written(), call.name());
        }
        try {
            Object result = thread.call(() -> call.onCell()
                    ? registry.evalCellMagic(kernel, call.name(), arguments, call.body())
                    : registry.evalLineMagic(kernel, call.name(), arguments));
            return new Outcome(result != null, result);
        } catch (Throwable e) {
            String message = String.valueOf(e.getMessage());
            throw new CellError(e.getClass().getName(), message, List.of("%" + call.name() + ": " + e));
        }
    }

    private CellError unknown(String given, String name) {
        Set<String> all = new TreeSet<>(names());
        all.addAll(aliases.keySet());
        String message = "no magic " + given + NearMiss.hint(name, all) + " magics: " + String.join(", ", names());
        return new CellError("UnknownMagic", message, List.of(message));
    }
}
