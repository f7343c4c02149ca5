package dev.oddity.datasets.catalogue;

import static dev.oddity.datasets.catalogue.Catalogue.bearing;
import static dev.oddity.datasets.catalogue.Catalogue.breastCancer;
import static dev.oddity.datasets.catalogue.Catalogue.creditCardFraud;
import static dev.oddity.datasets.catalogue.Catalogue.digits;
import static dev.oddity.datasets.catalogue.Catalogue.ecg5000;
import static dev.oddity.datasets.catalogue.Catalogue.kdd99;
import static dev.oddity.datasets.catalogue.Catalogue.mnist;
import static dev.oddity.datasets.catalogue.Catalogue.nslKdd;
import static dev.oddity.datasets.catalogue.Catalogue.unswNb15;
import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.datasets.Dataset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class CatalogueTableTest {

    private static final Map<Entry, Function<Lookup, Dataset>> LOADED = loaded();

    private static Map<Entry, Function<Lookup, Dataset>> loaded() {
        Map<Entry, Function<Lookup, Dataset>> loaded =
                new TreeMap<>((a, b) -> a.word().compareTo(b.word()));
        loaded.put(BreastCancer.ENTRY, lookup -> breastCancer().load());
        loaded.put(Digits.ENTRY, lookup -> digits().load());
        loaded.put(CreditCardFraud.ENTRY, lookup -> creditCardFraud().subset().load(lookup));
        loaded.put(Kdd99.ENTRY, kdd99()::load);
        loaded.put(NslKdd.ENTRY, nslKdd()::load);
        loaded.put(UnswNb15.ENTRY, unswNb15()::load);
        loaded.put(UnswNb15.BACKDOOR_ENTRY, unswNb15().backdoor()::load);
        loaded.put(Mnist.ENTRY, mnist()::load);
        loaded.put(Ecg5000.ENTRY, ecg5000()::load);
        loaded.put(Bearing.ENTRY, bearing()::load);
        loaded.put(Bearing.FEATURES_ENTRY, bearing().features()::load);
        Nab.list().inOrder().forEach(series -> loaded.put(Nab.entry(series), Nab.of(series.name())::load));
        Skab.list().inOrder().forEach(run -> loaded.put(Skab.entry(run), Skab.of(run.name())::load));
        return loaded;
    }

    /** Declared counts are those of the data folder's manifest; here they are held against what is loaded. */
    @TestFactory
    Stream<DynamicTest> declares_what_is_loaded() {
        return LOADED.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey().word(), () -> {
                    Entry entry = each.getKey();
                    Lookup lookup = entry.files().isEmpty()
                            ? Lookup.here()
                            : PublishedData.require(
                                    entry.files().get(entry.files().size() - 1));

                    Dataset data = each.getValue().apply(lookup);

                    assertThat(List.of(data.rows(), data.table().columnCount(), data.anomalies()))
                            .containsExactly(entry.rows(), entry.features(), entry.anomalies());
                    assertThat(data.provenance().sha256()).isNotEmpty();
                    assertThat(data.provenance().citation()).isNotEmpty();
                    assertThat(data.provenance().source()).startsWith("http");
                    assertThat(data.notes()).isNotEmpty();
                }));
    }

    @Test
    void every_entry_but_yahoo_is_held_against_its_data() {
        assertThat(CatalogueTable.entries())
                .hasSize(LOADED.size() + 1)
                .allMatch(entry -> LOADED.containsKey(entry) || entry.equals(YahooS5.ENTRY));
    }

    @Test
    void shows_what_there_is_without_loading_it(@TempDir Path empty) {
        Table table = CatalogueTable.of(new Lookup(List.of(new Lookup.Place("a folder", empty)), empty));

        assertThat(table.columnNames())
                .containsExactly(
                        "name", "rows", "features", "anomaly share", "kind", "licence", "where found", "how to get it");
        assertThat(table.rowCount()).isEqualTo(12 + 58 + 35);
        Table kdd99 = table.where(table.stringColumn("name").isEqualTo("kdd99()"));
        assertThat(kdd99.row(0).getInt("rows")).isEqualTo(494_021);
        assertThat(kdd99.row(0).getString("where found")).isEqualTo("not on this machine");
        assertThat(kdd99.row(0).getString("how to get it")).isEqualTo("fetched when first loaded");
        assertThat(table.where(table.stringColumn("name").isEqualTo("digits()"))
                        .row(0)
                        .getString("where found"))
                .isEqualTo("embedded");
        Table yahoo = table.where(table.stringColumn("name").isEqualTo("yahooS5(folder)"));
        assertThat(yahoo.row(0).isMissing("rows")).isTrue();
        assertThat(yahoo.row(0).getString("where found")).isEqualTo("in a folder of yours");
    }
}
