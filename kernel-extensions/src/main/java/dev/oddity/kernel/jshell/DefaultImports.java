package dev.oddity.kernel.jshell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;

/**
 * What a session has imported from its start on, as far as cells can tell. A package or type is imported when a name of
 * its own first stands in a cell: JShell compiles each statement under all imports there are, and those of the usual
 * packages take as long as all the rest of a short one.
 */
final class DefaultImports {

    private static final Pattern OF_PACKAGE = Pattern.compile("import\\s+((?:\\p{Ll}\\w*\\.)+)(\\p{Lu}\\w*|\\*)\\s*;");

    /** Of a type, by Java's convention. */
    private static final Pattern NAME = Pattern.compile("\\b\\p{Lu}\\w*");

    /**
     * Several imports that JShell is given at once it knows by the first. Given the same first one with others after it, it
     * takes them for those it knows already, and compiles nothing anew that they may concern.
     */
    private static final String FIRST = "import static " + NoNames.class.getName() + ".*;";

    private final JShell shell;
    private final ClassLoader loader;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> lasting = new ArrayList<>();
    private final List<String> passing = new ArrayList<>();

    /** @param loader of the classes that are imported */
    DefaultImports(JShell shell, ClassLoader loader) {
        this.shell = shell;
        this.loader = loader;
    }

    /**
     * An import of a package's types that no code has needed yet.
     *
     * @param within the package, with a point at its end
     * @param name the type, or an asterisk for all
     */
    private record Waiting(String line, String within, String name) {

        boolean isWide() {
            return name.equals("*");
        }
    }

    /** @param lines imports, whole; what can't be had of them is left out */
    void add(List<String> lines) {
        List<String> others = new ArrayList<>();
        for (String line : lines) {
            Matcher parts = OF_PACKAGE.matcher(line);
            if (parts.matches()) {
                waiting.add(new Waiting(line, parts.group(1), parts.group(2)));
            } else {
                others.add(line);
            }
        }
        seen.clear();
        join(lasting, others);
    }

    /** Some code is about to be compiled, or looked at: the types that it names are there. */
    void forNamesIn(String code) {
        if (waiting.isEmpty()) {
            return;
        }
        Set<String> fresh = new HashSet<>();
        for (Matcher names = NAME.matcher(code); names.find(); ) {
            if (seen.add(names.group())) {
                fresh.add(names.group());
            }
        }
        take(waiting.stream()
                .filter(line -> fresh.stream().anyMatch(name -> brings(line, name)))
                .toList());
    }

    /** Any name may be asked for: all are there. */
    void forAllNames() {
        take(List.copyOf(waiting));
    }

    /** Does some work while more imports hold, those of them that can be had. What is declared isn't touched by them. */
    <T> T with(List<String> lines, Supplier<T> work) {
        join(passing, lines);
        try {
            return work.get();
        } finally {
            if (!passing.isEmpty()) {
                passing.clear();
                evaluate();
            }
        }
    }

    private void take(List<Waiting> wanted) {
        waiting.removeAll(wanted);
        join(lasting, wanted.stream().filter(Waiting::isWide).map(Waiting::line).toList());
        // One of a single name stands by itself: a cell may import another type of that name instead.
        wanted.stream().filter(one -> !one.isWide()).map(Waiting::line).forEach(this::isDefined);
    }

    /** All at once or, if one of them can't be had, each that can. */
    private void join(List<String> held, List<String> lines) {
        if (!lines.isEmpty() && !joined(held, lines)) {
            lines.forEach(line -> joined(held, List.of(line)));
        }
    }

    private boolean joined(List<String> held, List<String> lines) {
        held.addAll(lines);
        if (evaluate()) {
            return true;
        }
        // Refused, it has taken what stood there with it.
        held.subList(held.size() - lines.size(), held.size()).clear();
        evaluate();
        return false;
    }

    private boolean evaluate() {
        return isDefined(Stream.of(List.of(FIRST), lasting, passing)
                .flatMap(List::stream)
                .collect(Collectors.joining("\n")));
    }

    private boolean isDefined(String imports) {
        return shell.eval(imports).get(0).status().isDefined();
    }

    private boolean brings(Waiting one, String name) {
        if (!one.isWide()) {
            return one.name().equals(name);
        }
        try {
            Class.forName(one.within() + name, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
