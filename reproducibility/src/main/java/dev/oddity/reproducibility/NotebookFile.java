package dev.oddity.reproducibility;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The notebook whose kernel this is, as it lies on disk when it is asked for: what was typed since it was saved is not in it.
 *
 * @param path as the front end names it
 * @param codeSha256 of the sources of its code cells, so that outputs, texts and metadata may change
 */
public record NotebookFile(Path path, String codeSha256) {

    /** Where Jupyter's servers and {@code ci/notebooks} tell a kernel its notebook. */
    public static final String VARIABLE = "JPY_SESSION_NAME";

    /** System property that says the same of a kernel in another's process, and goes before the variable. */
    public static final String PROPERTY = "oddity.notebook";

    private static final long LARGEST_BYTES = 256L << 20;

    /** Empty outside of notebooks, and where the front end tells no file that can be read. */
    public static Optional<NotebookFile> running() {
        return running(name -> System.getProperty(PROPERTY, System.getenv(name)));
    }

    static Optional<NotebookFile> running(Function<String, @Nullable String> environment) {
        String told = environment.apply(VARIABLE);
        if (told == null || !told.endsWith(".ipynb")) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(told);
            return Files.isRegularFile(path) ? Optional.of(new NotebookFile(path, code(path))) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String code(Path path) {
        Object cells = JsonFile.read(path, LARGEST_BYTES) instanceof Map<?, ?> tree ? tree.get("cells") : null;
        List<?> known = cells instanceof List<?> list ? list : List.of();
        return Sha256.hex(known.stream()
                .filter(cell -> cell instanceof Map<?, ?> map && "code".equals(map.get("cell_type")))
                .map(cell -> source(((Map<?, ?>) cell).get("source")))
                .collect(Collectors.joining("\n\f\n")));
    }

    /** A text, or a list of lines that keep their ends. */
    private static String source(@Nullable Object source) {
        return source instanceof List<?> lines
                ? lines.stream().map(String::valueOf).collect(Collectors.joining())
                : String.valueOf(source);
    }

    public Map<String, Object> tree() {
        return Map.of("path", path.toString(), "codeSha256", codeSha256);
    }
}
