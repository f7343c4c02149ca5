package dev.oddity.ci.page;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.Parameters;
import dev.oddity.ci.notebook.RunNote;
import dev.oddity.ci.notebook.SourceMark;
import dev.oddity.core.display.Html;
import dev.oddity.core.display.Page;
import dev.oddity.reproducibility.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An executed notebook as one HTML file, for those without Jupyter. Its first heading is the title, code folds away, and at the
 * end stand what it was made with and how to make it again.
 */
public final class NotebookPage {

    private static final Pattern FIRST_HEADING = Pattern.compile("\\A\\s*#\\s+(.+?)\\s*#*\\s*(?:\\n|\\z)");
    private static final Html STYLE = style();

    private NotebookPage() {}

    /**
     * @param name of the notebook, without {@code .ipynb}
     * @param folder of the notebook, for the pictures its texts show
     * @param command that makes it again, where the notebook does not say it itself
     */
    public static String html(Notebook notebook, String name, Path folder, String command) {
        List<Html> pieces = new ArrayList<>(List.of(STYLE));
        Optional<RunNote> note = RunNote.in(notebook);
        note.filter(run -> !run.passed()).map(NotebookPage::banner).ifPresent(pieces::add);
        ShownCell shown = new ShownCell(notebook.language().equals("java"), new Markdown(folder, Map.of()));
        String title = "";
        for (Cell cell : notebook.cells()) {
            if (cell.isCode()) {
                pieces.addAll(shown.html(cell));
                continue;
            }
            if (!cell.isMarkdown()) {
                pieces.add(Html.code(cell.source()));
                continue;
            }
            String text = cell.source();
            Matcher heading = FIRST_HEADING.matcher(text);
            if (title.isEmpty() && heading.find()) {
                title = Markdown.plain(heading.group(1));
                text = text.substring(heading.end());
            }
            if (!text.isBlank()) {
                pieces.add(new Markdown(folder, ShownCell.attachments(cell.attachments())).html(text));
            }
        }
        return Page.titled(title.isEmpty() ? name : title)
                .pieces(pieces.toArray(Html[]::new))
                .section(
                        "Environment",
                        Html.facts(
                                environment(notebook, note.map(RunNote::oddity).orElse(""))))
                .section(
                        "How to make it again",
                        Html.code(note.map(RunNote::command)
                                .filter(line -> !line.isEmpty())
                                .orElse(command)))
                .footer("code of the notebook: SHA-256 " + SourceMark.of(notebook))
                .toHtml();
    }

    /** Writes {@link #html} to a file, whose folder is made if need be. */
    public static void write(Notebook notebook, String name, Path folder, String command, Path file) {
        WholeFile.write(file, html(notebook, name, folder, command));
    }

    private static Html banner(RunNote run) {
        return Html.note(
                run.status().equals(RunNote.UNFINISHED)
                        ? "This notebook was saved while it ran; its run did not come to an end."
                        : "The run of this notebook did not pass: " + run.status()
                                + (run.reason().isEmpty() ? "." : ". " + run.reason()));
    }

    private static Map<String, String> environment(Notebook notebook, String oddity) {
        Map<String, String> facts = new LinkedHashMap<>();
        JsonObject metadata = notebook.metadata();
        put(facts, "Kernel", metadata, "kernelspec", "display_name");
        put(facts, "Language", metadata, "language_info", "name");
        put(facts, "Version", metadata, "language_info", "version");
        if (!oddity.isEmpty()) {
            facts.put("Run by", "Oddity " + oddity);
        }
        notebook.cells().stream()
                .filter(cell -> cell.hasTag(Parameters.INJECTED_TAG))
                .findFirst()
                .ifPresent(cell -> facts.put("Values put in", cell.source().strip()));
        TreeSet<String> times = new TreeSet<>();
        for (Cell cell : notebook.cells()) {
            if (cell.metadata().get("execution") instanceof JsonObject execution) {
                execution.asMap().values().stream()
                        .filter(JsonPrimitive.class::isInstance)
                        .forEach(time -> times.add(time.getAsString()));
            }
        }
        if (!times.isEmpty()) {
            facts.put("Run", times.first() + " to " + times.last());
        }
        String mark = SourceMark.in(notebook).orElse("");
        facts.put(
                "Outputs",
                mark.isEmpty()
                        ? "the notebook does not say that it ran from its first cell to its last"
                        : mark.equals(SourceMark.of(notebook))
                                ? "of this code, run from the first cell to the last"
                                : "of other code than is shown here");
        return facts;
    }

    private static void put(Map<String, String> facts, String label, JsonObject metadata, String part, String key) {
        if (metadata.get(part) instanceof JsonObject described && described.get(key) instanceof JsonPrimitive value) {
            facts.put(label, value.getAsString());
        }
    }

    private static Html style() {
        try (InputStream css = NotebookPage.class.getResourceAsStream("notebook.css")) {
            if (css == null) {
                throw new IllegalStateException("the jar of oddity-ci lacks notebook.css: build it again");
            }
            return new Html("<style>\n" + new String(css.readAllBytes(), StandardCharsets.UTF_8) + "</style>");
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of oddity-ci cannot be read", e);
        }
    }
}
