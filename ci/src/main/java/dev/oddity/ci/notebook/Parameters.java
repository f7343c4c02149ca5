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
    private final Map<String, ParameterType> types;
    private final Profiles profiles;

    private Parameters(Notebook notebook, String name, Map<String, ParameterType> types, Profiles profiles) {
        this.notebook = notebook;
        this.name = name;
        this.types = types;
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
        Map<String, ParameterType> types =
                tagged.isEmpty() || !notebook.language().equals("java")
                        ? Map.of()
                        : new ParameterDeclarations(name, DeclaredEnums.in(notebook))
                                .types(tagged.get(0).source());
        return new Parameters(notebook, name, types, Profiles.of(notebook, name));
    }

    public boolean isEmpty() {
        return types.isEmpty();
    }

    /** {@code epochs (int), seeds (int)}. */
    public String describe() {
        return types.entrySet().stream()
                .map(type -> type.getKey() + " (" + type.getValue().javaName() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Names of the profiles, sorted; {@value #FULL} and {@value #SMOKE} are always there. */
    public List<String> profiles() {
        return profiles.names();
    }

    /**
     * The notebook as it is to be run: behind the parameters cell stands a cell of assignments for every value that the
     * profile or {@code settings} give, {@code settings} winning. Without any, the notebook is as written. An earlier
     * such cell is taken out.
     *
     * @throws NotebookException if a name or profile is unknown, or a value does not fit its type
     */
    public Notebook inject(String profile, Settings settings) {
        Map<String, String> assignments = new LinkedHashMap<>();
        profiles.values(profile)
                .forEach((parameter, value) -> assignments.put(parameter, assignment(parameter, value)));
        settings.file().forEach((parameter, value) -> assignments.put(parameter, assignment(parameter, value)));
        settings.typed().forEach((parameter, words) -> assignments.put(parameter, typed(parameter, words)));

        List<Cell> written = notebook.cells().stream()
                .filter(cell -> !cell.hasTag(INJECTED_TAG))
                .toList();
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : written) {
            cells.add(cell);
            if (cell.hasTag(TAG) && !assignments.isEmpty()) {
                String source = "// profile " + profile + "\n" + String.join("\n", assignments.values());
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

    private String assignment(String parameter, JsonElement value) {
        ParameterType type = type(parameter);
        return type.literal(value)
                .map(literal -> parameter + " = " + literal + ";")
                .orElseThrow(() -> misfit(parameter, type, value.toString()));
    }

    private String typed(String parameter, String words) {
        ParameterType type = type(parameter);
        return type.typed(words)
                .flatMap(type::literal)
                .map(literal -> parameter + " = " + literal + ";")
                .orElseThrow(() -> misfit(parameter, type, words));
    }

    private ParameterType type(String parameter) {
        ParameterType type = types.get(parameter);
        if (type != null) {
            return type;
        }
        if (!notebook.language().equals("java")) {
            throw new NotebookException(
                    "no parameter '%s' in %s: parameters are set in notebooks in Java, and this one is in %s"
                            .formatted(parameter, name, notebook.language()));
        }
        if (types.isEmpty()) {
            throw new NotebookException(
                    "no parameter '%s' in %s: it has no code cell tagged %s; add one, such as int %s = 1;"
                            .formatted(parameter, name, TAG, parameter));
        }
        throw new NotebookException("no parameter '%s' in %s%s parameters: %s"
                .formatted(parameter, name, NearMiss.hint(parameter, types.keySet()), describe()));
    }

    private NotebookException misfit(String parameter, ParameterType type, String value) {
        return new NotebookException("parameter '%s' of %s is declared %s, which %s is not; give %s"
                .formatted(parameter, name, type.javaName(), value, type.example()));
    }
}
