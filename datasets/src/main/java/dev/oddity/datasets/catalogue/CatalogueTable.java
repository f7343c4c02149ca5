package dev.oddity.datasets.catalogue;

import java.util.List;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The catalogue as a table, from what its entries declare: nothing is loaded. */
final class CatalogueTable {

    private CatalogueTable() {}

    static List<Entry> entries() {
        return Stream.of(
                        Stream.of(
                                BreastCancer.ENTRY,
                                CreditCardFraud.ENTRY,
                                Kdd99.ENTRY,
                                NslKdd.ENTRY,
                                UnswNb15.ENTRY,
                                UnswNb15.BACKDOOR_ENTRY,
                                Digits.ENTRY,
                                Mnist.ENTRY,
                                Ecg5000.ENTRY,
                                Bearing.ENTRY,
                                Bearing.FEATURES_ENTRY,
                                YahooS5.ENTRY),
                        Nab.list().inOrder().map(Nab::entry),
                        Skab.list().inOrder().map(Skab::entry))
                .flatMap(entries -> entries)
                .toList();
    }

    static Table of(Lookup lookup) {
        StringColumn name = StringColumn.create("name");
        IntColumn rows = IntColumn.create("rows");
        IntColumn features = IntColumn.create("features");
        DoubleColumn share = DoubleColumn.create("anomaly share");
        StringColumn kind = StringColumn.create("kind");
        StringColumn licence = StringColumn.create("licence");
        StringColumn found = StringColumn.create("where found");
        StringColumn obtain = StringColumn.create("how to get it");
        for (Entry entry : entries()) {
            name.append(entry.word());
            if (entry.onRequest()) {
                rows.appendMissing();
            } else {
                rows.append(entry.rows());
            }
            features.append(entry.features());
            share.append((double) entry.anomalies() / entry.rows());
            kind.append(entry.kind().toString());
            licence.append(entry.licence());
            found.append(entry.whereFound(lookup));
            obtain.append(entry.toObtain());
        }
        return Table.create("data sets", name, rows, features, share, kind, licence, found, obtain);
    }
}
