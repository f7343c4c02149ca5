package dev.oddity.core.card;

import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.Html;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.display.Page;
import dev.oddity.core.display.TableView;
import dev.oddity.datasets.Dataset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shows a data set: what it is and where it came from, what a reader of its figures must know, a picture of its images,
 * curves or series, every column with its distribution, and the first rows.
 *
 * @param dataset read, never changed
 */
public record DataCard(Dataset dataset) implements Displayable {

    private static final int FIRST_ROWS = 5;

    @Override
    public MimeBundle display() {
        return MimeBundle.text(text()).with(MimeBundle.HTML, page().fragment().markup());
    }

    private Page page() {
        Page page = Page.titled(dataset.name()).summary(dataset.provenance().version());
        List<Html> facts = new ArrayList<>(List.of(Html.facts(facts())));
        dataset.notes().forEach(note -> facts.add(Html.note(note)));
        return describedOn(page.section("Facts", facts.toArray(Html[]::new)))
                .section("First rows", new TableView(dataset.table().first(FIRST_ROWS)).html());
    }

    /** A page with the picture and the columns added: of a page that tells the facts in its own way, and is sent to others. */
    public Page describedOn(Page page) {
        Page pictured = Picture.of(dataset)
                .map(picture -> page.section("Picture", picture))
                .orElse(page);
        return pictured.section("Columns", ColumnProfiles.of(dataset.table()).html());
    }

    private String text() {
        StringBuilder text = new StringBuilder(dataset.name())
                .append(": ")
                .append(dataset.provenance().version());
        facts().forEach((name, fact) ->
                text.append("\n  ").append(name).append(": ").append(fact));
        dataset.notes().forEach(note -> text.append("\n  note: ").append(note));
        return text.append('\n')
                .append(new TableView(dataset.table().first(FIRST_ROWS)).lines())
                .toString();
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Rows", String.format(Locale.ROOT, "%,d", dataset.rows()));
        if (dataset.labelled()) {
            facts.put(
                    "Anomalies",
                    String.format(
                            Locale.ROOT,
                            "%,d (%.2f %%)",
                            dataset.anomalies(),
                            100.0 * dataset.anomalies() / Math.max(1, dataset.rows())));
        } else {
            facts.put("Labels", "none: which rows are anomalies is not known");
        }
        facts.put("Columns", String.valueOf(dataset.table().columnCount()));
        facts.put("Missing values", String.format(Locale.ROOT, "%,d", missing()));
        facts.put("Source", dataset.provenance().source());
        facts.put("Licence", dataset.provenance().licence());
        facts.put("Citation", dataset.provenance().citation());
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    private long missing() {
        return dataset.table().columns().stream()
                .mapToLong(column -> column.countMissing())
                .sum();
    }
}
