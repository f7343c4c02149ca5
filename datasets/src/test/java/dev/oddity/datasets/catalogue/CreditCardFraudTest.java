package dev.oddity.datasets.catalogue;

import static dev.oddity.datasets.catalogue.Catalogue.creditCardFraud;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Partition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreditCardFraudTest {

    /** Counts and means after dropping repeats, computed with NumPy. */
    @Test
    void loads_the_real_subset_without_repeats_and_without_time() {
        Dataset data = creditCardFraud().subset().load(PublishedData.require(CreditCardFraud.SUBSET));

        assertThat(data.rows()).isEqualTo(41_341);
        assertThat(data.anomalies()).isEqualTo(473);
        assertThat(data.table().columnCount()).isEqualTo(29);
        assertThat(data.table().columnNames()).startsWith("V1", "V2").endsWith("V28", "Amount");
        assertThat(data.table().doubleColumn("V1").mean()).isCloseTo(-0.11065213240623038, within(1e-9));
        assertThat(mean(data, "Amount", true)).isCloseTo(123.87186046511628, within(1e-9));
        assertThat(mean(data, "V14", true)).isCloseTo(-6.835946034242057, within(1e-9));
        assertThat(mean(data, "Amount", false)).isCloseTo(86.93965621023783, within(1e-9));
    }

    /** The mean amount of the 492 frauds is published with the data: 122.2113. */
    @Test
    void every_fraud_of_the_original_is_in_the_subset() {
        Lookup lookup = PublishedData.require(CreditCardFraud.SUBSET);
        List<String> columns = IntStream.range(0, 31).mapToObj(i -> "c" + i).toList();

        var table = PlainCsv.read(lookup.read(CreditCardFraud.SUBSET), 1, columns, Set.of());

        var frauds = table.where(table.doubleColumn("c30").isEqualTo(1));
        assertThat(frauds.rowCount()).isEqualTo(492);
        assertThat(frauds.doubleColumn("c29").mean()).isCloseTo(122.2113, within(5e-5));
    }

    @Test
    void its_protocol_trains_on_sixty_percent_of_the_normals_and_tests_on_the_rest() {
        Dataset data = creditCardFraud().subset().load(PublishedData.require(CreditCardFraud.SUBSET));

        Partition parts = creditCardFraud().split().of(data, new Random(1));

        assertThat(parts.train()).hasSize(24_520);
        assertThat(parts.test()).hasSize(16_821);
        assertThat(parts.validation()).isEmpty();
        assertThat(IntStream.of(parts.test()).filter(row -> data.labels()[row])).hasSize(473);
    }

    @Test
    void says_which_edition_it_loaded() {
        Dataset data = creditCardFraud().subset().load(PublishedData.require(CreditCardFraud.SUBSET));

        assertThat(data.provenance().version()).isEqualTo("real subset, 41,393 of 284,807 rows");
        assertThat(data.notes())
                .containsExactly(
                        "A real subset of the full file: all 492 frauds, but 41,393 of 284,807 rows, so that frauds are 1.2 %"
                                + " instead of 0.17 % and precision is higher than on the full file.",
                        "Exact repeats were dropped, 19 of the 492 frauds among them: 41,341 rows and 473 frauds stay.");
    }

    @Test
    void tells_when_the_sentence_left_the_edition_open() {
        Lookup lookup = PublishedData.require(CreditCardFraud.SUBSET);
        assumeTrue(lookup.find(CreditCardFraud.FULL).isEmpty(), "the full file is on this machine");

        Dataset data = creditCardFraud().load(lookup);

        assertThat(data.provenance().version()).isEqualTo("real subset, 41,393 of 284,807 rows");
        assertThat(data.provenance().sha256()).isEqualTo(CreditCardFraud.SUBSET.sha256());
        assertThat(data.notes())
                .startsWith("creditCardFraud() is the full file where that is on this machine, else the subset, and the"
                        + " experiment's identity is the same for both: the data's version and SHA-256 say which it was;"
                        + " write .full() or .subset() to settle it.");
    }

    /** Shares and ends computed with pandas from the subset and from the listing of all 284,807 times. */
    @Test
    void tells_of_early_payments_where_the_subset_is_divided_in_time() {
        Lookup lookup = PublishedData.require(CreditCardFraud.SUBSET);
        CreditCardFraud temporal = creditCardFraud().subset().temporal();
        Dataset data = temporal.load(lookup);
        String early =
                "Early payments are over-represented in the subset: 21 % of its rows, and 11 % of the full file's,"
                        + " are of the first ten hours, so that the first 60 % end after 23 hours instead of 33.";

        Partition parts = temporal.split().of(data, new Random(1));

        var times = data.keys().doubleColumn("Time");
        assertThat(IntStream.range(0, data.rows()).filter(row -> times.getDouble(row) <= 36_000))
                .hasSize((int) Math.round(.2102755134128347 * 41_341));
        assertThat(IntStream.of(parts.test()).mapToDouble(times::getDouble).min())
                .hasValue(84_033);
        assertThat(data.notes()).contains(early);
        assertThat(creditCardFraud().subset().load(lookup).notes()).doesNotContain(early);
        assertThat(temporal.sample(20_000).load(lookup).notes()).contains(early);
    }

    @Test
    void prefers_the_full_file_where_it_is_on_this_machine(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("creditcard"));
        Files.writeString(folder.resolve("creditcard/creditcard.csv"), "not it");
        Files.writeString(folder.resolve("creditcard/creditcard_union.csv.gz"), "nor this");
        Lookup lookup = new Lookup(List.of(new Lookup.Place("a folder", folder)), folder);

        assertThatThrownBy(() -> creditCardFraud().load(lookup))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(folder.resolve("creditcard/creditcard.csv") + " is not the published file");
        assertThatThrownBy(() -> creditCardFraud().subset().load(lookup))
                .hasMessageStartingWith(
                        folder.resolve("creditcard/creditcard_union.csv.gz") + " is not the published file");
    }

    @Test
    void takes_the_subset_where_only_that_is_on_this_machine(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("creditcard"));
        Files.writeString(folder.resolve("creditcard/creditcard_union.csv.gz"), "not it");
        Lookup lookup = new Lookup(List.of(new Lookup.Place("a folder", folder)), folder);

        assertThatThrownBy(() -> creditCardFraud().load(lookup))
                .hasMessageStartingWith(
                        folder.resolve("creditcard/creditcard_union.csv.gz") + " is not the published file");
    }

    @Test
    void describes_all_that_decides_the_numbers_and_reads_like_the_sentence() {
        assertThat(creditCardFraud().full().sample(2000)).hasToString("creditCardFraud().full().sample(2000)");
        assertThat(creditCardFraud().describe())
                .isEqualTo(Map.of(
                        "name",
                        "creditCardFraud",
                        "edition",
                        "any",
                        "duplicates",
                        "dropped",
                        "dropped",
                        List.of("Time"),
                        "split",
                        Map.of("split", "normalOnly", "trainShare", 0.6, "validationShare", 0.0, "anomalyShare", 0.0),
                        "preparation",
                        Map.of("steps", List.of("standard()"))));
    }

    private static double mean(Dataset data, String column, boolean anomaly) {
        return IntStream.range(0, data.rows())
                .filter(row -> data.labels()[row] == anomaly)
                .mapToDouble(data.table().doubleColumn(column)::getDouble)
                .average()
                .orElseThrow();
    }
}
