package dev.oddity.core.card;

import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.Html;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.display.Page;
import dev.oddity.core.display.TableView;
import dev.oddity.datasets.catalogue.CatalogueEntry;
import dev.oddity.datasets.catalogue.PublishedFile;
import dev.oddity.datasets.catalogue.Trap;
import dev.oddity.datasets.catalogue.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Shows an entry of the catalogue as a page: what it is, what misleads a reader of figures on it, the words that load it,
 * and every file with its SHA-256. Nothing is loaded.
 */
public record CatalogueCard(CatalogueEntry entry) implements Displayable {

    @Override
    public MimeBundle display() {
        return MimeBundle.text(text()).with(MimeBundle.HTML, page().fragment().markup());
    }

    private Page page() {
        Page page = Page.titled(entry.word()).summary(entry.what());
        page = page.section("Facts", Html.facts(facts()));
        page = page.section(
                "Traps",
                entry.traps().stream()
                        .map(CatalogueCard::sentence)
                        .map(Html::note)
                        .toArray(Html[]::new));
        if (!entry.variants().isEmpty()) {
            page = page.section("How to call it", view(variants()).html());
        }
        return entry.files().isEmpty()
                ? page
                : page.section("Files", view(files()).html());
    }

    private String text() {
        StringBuilder text = new StringBuilder(entry.toString());
        facts().forEach((name, fact) ->
                text.append("\n  ").append(name).append(": ").append(fact));
        entry.traps().forEach(trap -> text.append("\n  trap: ").append(sentence(trap)));
        if (!entry.variants().isEmpty()) {
            text.append("\n\n").append(view(variants()).lines());
        }
        if (!entry.files().isEmpty()) {
            text.append("\n\n").append(view(files()).lines());
        }
        return text.toString();
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Kind", entry.kind().toString());
        if (!entry.variants().isEmpty()) {
            facts.put("Rows", count(entry.rows()));
            facts.put("Features", count(entry.features()));
            facts.put("Anomalies", count(entry.anomalies()) + " (" + percent(entry.anomalies(), entry.rows()) + ")");
        }
        facts.put("Source", entry.source());
        facts.put("Licence", entry.licence());
        facts.put("Citation", entry.citation());
        facts.put("Where found", entry.whereFound());
        facts.put("How to get it", entry.toObtain());
        return facts;
    }

    /** A trap, and where it holds if not everywhere. */
    private static String sentence(Trap trap) {
        return trap.words().isEmpty() ? trap.text() : trap.text() + " (" + String.join(", ", trap.words()) + ")";
    }

    private Table variants() {
        StringColumn word = StringColumn.create("word");
        StringColumn what = StringColumn.create("what");
        StringColumn rows = StringColumn.create("rows");
        StringColumn features = StringColumn.create("features");
        StringColumn anomalies = StringColumn.create("anomalies");
        StringColumn share = StringColumn.create("share");
        for (Variant variant : entry.variants()) {
            word.append(variant.word());
            what.append(variant.what());
            rows.append(count(variant.rows()));
            features.append(count(variant.features()));
            anomalies.append(count(variant.anomalies()));
            share.append(percent(variant.anomalies(), variant.rows()));
        }
        List<String> described = entry.variants().stream()
                .map(Variant::what)
                .filter(text -> !text.isEmpty())
                .toList();
        return described.isEmpty()
                ? Table.create("", word, rows, features, anomalies, share)
                : Table.create("", word, what, rows, features, anomalies, share);
    }

    private Table files() {
        StringColumn path = StringColumn.create("file");
        StringColumn bytes = StringColumn.create("bytes");
        StringColumn sha256 = StringColumn.create("SHA-256");
        StringColumn url = StringColumn.create("address");
        for (PublishedFile file : entry.files()) {
            path.append(file.path());
            bytes.append(count(file.bytes()));
            sha256.append(file.sha256());
            url.append(file.url());
        }
        return entry.files().stream().allMatch(file -> file.url().isEmpty())
                ? Table.create("", path, bytes, sha256)
                : Table.create("", path, bytes, sha256, url);
    }

    /** All rows: a SHA-256 that is left out cannot be compared. */
    private static TableView view(Table table) {
        return new TableView(table, table.rowCount());
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String percent(int part, int whole) {
        return String.format(Locale.ROOT, "%.2f %%", 100.0 * part / whole);
    }
}
