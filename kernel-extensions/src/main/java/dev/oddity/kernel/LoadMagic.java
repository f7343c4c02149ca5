package dev.oddity.kernel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.oddity.kernel.jshell.Cell;
import dev.oddity.kernel.jshell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code %load file}: runs a Java file, a JShell script or the code cells of a notebook, as if they stood here. */
final class LoadMagic implements Magic {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+[\\w.]+\\s*;");
    private static final Pattern JSHELL_COMMAND = Pattern.compile("(?m)^/[a-z!?-].*$");

    private final CellRunner runner;
    private final Consumer<String> notes;
    private final Set<Path> running = new LinkedHashSet<>();

    /** @param notes told of what a file has and cells don't take */
    LoadMagic(CellRunner runner, Consumer<String> notes) {
        this.runner = runner;
        this.notes = notes;
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    public String help() {
        return "%load file         runs a .java or .jsh file or the cells of an .ipynb; its value is that of the last one";
    }

    @Override
    public String details() {
        return """
            %load classes.java
            In a script for the tool jshell a statement may end with its line, without a semicolon. A package line is left out, for cells have none; so are JShell's own commands (/set …), with a note.
            Magics in the file work. The path is relative to the notebook's folder.""";
    }

    @Override
    public List<String> files() {
        return List.of(".java", ".jsh", ".jshell", ".ipynb");
    }

    @Override
    public Outcome run(MagicCall call) {
        List<String> words = MagicArguments.of(call, Map.of()).words();
        if (words.size() != 1) {
            throw Magics.error(call, "one file is needed: %load classes.java");
        }
        Path file = Path.of(words.get(0)).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw Magics.error(call, "no file " + file + "; paths are relative to the notebook's folder");
        }
        if (!running.add(file)) {
            throw Magics.error(call, file.getFileName() + " loads itself: " + names(running, file));
        }
        try {
            Outcome last = Outcome.NOTHING;
            for (Cell cell : cells(call, file)) {
                last = runner.run(cell);
            }
            return last;
        } finally {
            running.remove(file);
        }
    }

    private List<Cell> cells(MagicCall call, Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            String text = Files.readString(file);
            return name.endsWith(".ipynb") ? notebook(name, text) : List.of(new Cell(name, java(name, text)));
        } catch (IOException e) {
            throw Magics.error(call, file + " can't be read as UTF-8 text: " + e);
        } catch (JsonParseException | IllegalStateException e) {
            throw Magics.error(call, file + " is no notebook: " + e.getMessage());
        }
    }

    /** What is left out becomes blank: lines keep their numbers. */
    private String java(String name, String text) {
        String plain = PACKAGE.matcher(text)
                .replaceFirst(found -> " ".repeat(found.group().length()));
        if (name.endsWith(".java")) {
            return plain;
        }
        String script = JSHELL_COMMAND.matcher(plain).replaceAll(found -> {
            if (found.group().startsWith("/*") || found.group().startsWith("//")) {
                return Matcher.quoteReplacement(found.group());
            }
            notes.accept(name + ": " + found.group().strip() + " is a command of the tool jshell and was left out");
            return " ".repeat(found.group().length());
        });
        return runner.session().script(script);
    }

    private static List<Cell> notebook(String name, String text) {
        List<Cell> cells = new ArrayList<>();
        for (JsonElement element :
                JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("cells")) {
            JsonObject cell = element.getAsJsonObject();
            if (cell.get("cell_type").getAsString().equals("code")) {
                cells.add(new Cell(name + ", code cell " + (cells.size() + 1), source(cell.get("source"))));
            }
        }
        return cells;
    }

    /** The format allows one text or a list of lines. */
    private static String source(JsonElement source) {
        if (!source.isJsonArray()) {
            return source.getAsString();
        }
        StringBuilder text = new StringBuilder();
        source.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
        return text.toString();
    }

    private static String names(Set<Path> files, Path again) {
        StringBuilder names = new StringBuilder();
        files.forEach(file -> names.append(file.getFileName()).append(" → "));
        return names.append(again.getFileName()).toString();
    }
}
