package dev.oddity.ci.notebook;

import com.google.gson.JsonElement;
import dev.oddity.datasets.NearMiss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be set in a notebook from outside: the declarations of its cell tagged {@code parameters}, such as
 * {@code int epochs = 20; List<Integer> widths = List.of(64, 32);}. Their values are the profile {@value #FULL}; others are the
 * {@link Profiles} of the notebook.
 */
public final class Parameters {

    /** The profile of the values written in the parameters cell. */
    public static final String FULL = "full";
    /** The profile that is small enough for every commit. */
    public static final String SMOKE = "smoke";

    public static final String TAG = "parameters";
    public static final String INJECTED_TAG = "injected-parameters";

    private final Notebook notebook;
    private final String name;
    private final Map<String, Parameter> declared;
    private final Profiles profiles;

    private Parameters(Notebook notebook, String name, Map<String, Parameter> declared, Profiles profiles) {
        this.notebook = notebook;
        this.name = name;
        this.declared = declared;
        this.profiles = profiles;
    }

    /**
     * @param name of the notebook, for messages
     * @throws NotebookException if there are two parameters cells, or one with anything but constants
     */
    public static Parameters of(Notebook notebook, String name) {
        List<Cell> tagged =
                notebook.cells().stream().filter(cell -> cell.hasTag(TAG)).toList();
        if (tagged.size() > 1) {
            throw new NotebookException("%s has %d cells tagged %s; one is allowed: take the tag from the others"
                    .formatted(name, tagged.size(), TAG));
        }
        // What a declaration says in another language is not known here; such a notebook runs as written.
        Map<String, Parameter> declared =
                tagged.isEmpty() || !notebook.language().equals("java")
                        ? Map.of()
                        : new ParameterDeclarations(name, DeclaredEnums.in(notebook))
                                .in(tagged.get(0).source());
        return new Parameters(notebook, name, declared, Profiles.of(notebook, name));
    }

    public boolean isEmpty() {
        return declared.isEmpty();
    }

    /** {@code epochs (int), seeds (int)}. */
    public String describe() {
        return declared.values().stream()
                .map(parameter -> parameter.name() + " (" + parameter.type().javaName() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Names of the profiles, sorted; {@value #FULL} and {@value #SMOKE} are always there. */
    public List<String> profiles() {
        return profiles.names();
    }

    /**
     * The notebook as it is to be run: behind the parameters cell stands a cell that sets every value that the
     * profile or {@code settings} give, {@code settings} winning. Without any, the notebook is as written. An earlier
     * such cell is taken out.
     *
     * @throws NotebookException if a name or profile is unknown, or a value does not fit its type
     */
    public Notebook inject(String profile, Settings settings) {
        Map<String, String> statements = new LinkedHashMap<>();
        profiles.values(profile).forEach((parameter, value) -> statements.put(parameter, statement(parameter, value)));
        settings.file().forEach((parameter, value) -> statements.put(parameter, statement(parameter, value)));
        settings.typed().forEach((parameter, words) -> statements.put(parameter, statementOf(parameter, words)));

        List<Cell> written = notebook.cells().stream()
                .filter(cell -> !cell.hasTag(INJECTED_TAG))
                .toList();
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : written) {
            cells.add(cell);
            if (cell.hasTag(TAG) && !statements.isEmpty()) {
                String source = "// profile " + profile + "\n" + String.join("\n", statements.values());
                cells.add(Cell.code(freeId(written), source, INJECTED_TAG));
            }
        }
        return new Notebook(notebook.metadata(), cells);
    }

    /** A cell of the notebook's own may have the usual id, such as one whose tag somebody took away. */
    private static String freeId(List<Cell> cells) {
        Set<String> taken = cells.stream().map(Cell::id).collect(Collectors.toSet());
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? INJECTED_TAG : INJECTED_TAG + "-" + number)
                .filter(id -> !taken.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private String statement(String name, JsonElement value) {
        Parameter parameter = parameter(name);
        return parameter
                .type()
                .literal(value)
                .map(parameter::set)
                .orElseThrow(() -> misfit(parameter, value.toString()));
    }

    private String statementOf(String name, String words) {
        Parameter parameter = parameter(name);
        return parameter
                .type()
                .typed(words)
                .flatMap(parameter.type()::literal)
                .map(parameter::set)
                .orElseThrow(() -> misfit(parameter, words));
    }

    private Parameter parameter(String wanted) {
        Parameter parameter = declared.get(wanted);
        if (parameter != null) {
            return parameter;
        }
        if (!notebook.language().equals("java")) {
            throw new NotebookException(
                    "no parameter '%s' in %s: parameters are set in notebooks in Java, and this one is in %s"
                            .formatted(wanted, name, notebook.language()));
        }
        if (declared.isEmpty()) {
            throw new NotebookException(
                    "no parameter '%s' in %s: it has no code cell tagged %s; add one, such as int %s = 1;"
                            .formatted(wanted, name, TAG, wanted));
        }
        throw new NotebookException("no parameter '%s' in %s%s parameters: %s"
                .formatted(wanted, name, NearMiss.hint(wanted, declared.keySet()), describe()));
    }

    private NotebookException misfit(Parameter parameter, String value) {
        return new NotebookException("parameter '%s' of %s is declared %s, which %s is not; give %s"
                .formatted(
                        parameter.name(),
                        name,
                        parameter.type().javaName(),
                        value,
                        parameter.type().example()));
    }
}
