package dev.oddity.ci.approval;

import dev.oddity.ci.notebook.Cell;
import dev.oddity.ci.notebook.Notebook;
import java.util.ArrayList;
import java.util.List;

/**
 * What the cells of an executed notebook say that are tagged {@code approve}, scrubbed of what differs from run to run, as an
 * outline: the cell's id, below it the kind of each output, below that its lines.
 *
 * @param outline the empty string without such a cell
 */
public record ReceivedText(String outline) {

    /** Of a cell whose text is held. */
    public static final String TAG = CellScrubbing.APPROVE;

    private static final String NOTHING = "(nothing)";

    /** @throws dev.oddity.ci.notebook.NotebookException if a cell says something about scrubbing that cannot be */
    public static ReceivedText of(Notebook executed) {
        List<Scrubbing.Shown> shown = new ArrayList<>();
        List<Cell> held = executed.cells().stream()
                .filter(cell -> cell.isCode() && cell.hasTag(CellScrubbing.APPROVE))
                .toList();
        for (Cell cell : held) {
            CellScrubbing scrubbing = CellScrubbing.of(cell);
            ShownText.of(cell).forEach(text -> shown.add(new Scrubbing.Shown(text.text(), text.isJson(), scrubbing)));
        }
        List<String> texts = Scrubbing.scrubbed(shown);
        StringBuilder outline = new StringBuilder();
        int next = 0;
        for (Cell cell : held) {
            line(outline, 0, cell.id());
            List<ShownText> said = ShownText.of(cell);
            if (said.isEmpty()) {
                line(outline, 1, NOTHING);
            }
            for (ShownText each : said) {
                line(outline, 1, each.kind());
                texts.get(next++).lines().forEach(text -> line(outline, 2, text));
            }
        }
        return new ReceivedText(outline.toString());
    }

    /**
     * Whether a notebook can be held at all, as far as can be told before it runs.
     *
     * @throws dev.oddity.ci.notebook.NotebookException if a cell says something about scrubbing that cannot be
     */
    public static void requireSensible(Notebook notebook) {
        CellScrubbing.requireSensible(notebook);
    }

    boolean isEmpty() {
        return outline.isEmpty();
    }

    private static void line(StringBuilder outline, int depth, String text) {
        outline.append(text.isEmpty() ? "" : "  ".repeat(depth) + text).append('\n');
    }
}
