package dev.oddity.datasets.catalogue;

import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The catalogue as a table, from what its entries declare: nothing is loaded. */
final class CatalogueTable {

    private CatalogueTable() {}

    static Table of(List<CatalogueEntry> entries, Lookup lookup) {
        StringColumn name = StringColumn.create("name");
        IntColumn rows = IntColumn.create("rows");
        IntColumn features = IntColumn.create("features");
        DoubleColumn share = DoubleColumn.create("anomaly share");
        StringColumn kind = StringColumn.create("kind");
        StringColumn licence = StringColumn.create("licence");
        StringColumn found = StringColumn.create("where found");
        StringColumn obtain = StringColumn.create("how to get it");
        for (CatalogueEntry entry : entries) {
            name.append(entry.word());
            if (entry.variants().isEmpty()) {
                rows.appendMissing();
                features.appendMissing();
                share.appendMissing();
            } else {
                rows.append(entry.rows());
                features.append(entry.features());
                share.append((double) entry.anomalies() / entry.rows());
            }
            kind.append(entry.kind().toString());
            licence.append(firstWords(entry.licence()));
            found.append(entry.whereFound(lookup));
            obtain.append(shortly(entry));
        }
        return Table.create(
                "Data sets (all about one of them: datasets(\"kdd99\"))",
                name,
                rows,
                features,
                share,
                kind,
                licence,
                found,
                obtain);
    }

    /** A licence without what is added to it; the entry's page has all of it. */
    private static String firstWords(String licence) {
        return licence.split("[,;]")[0];
    }

    private static String shortly(CatalogueEntry entry) {
        return entry.obtainedByHand() ? "by hand, see datasets(\"" + entry.name() + "\")" : entry.toObtain();
    }
}
