package dev.oddity.datasets.catalogue;

import static dev.oddity.datasets.catalogue.Catalogue.bearing;
import static dev.oddity.datasets.catalogue.Catalogue.creditCardFraud;
import static dev.oddity.datasets.catalogue.Catalogue.ecg5000;
import static dev.oddity.datasets.catalogue.Catalogue.kdd99;
import static dev.oddity.datasets.catalogue.Catalogue.nslKdd;
import static dev.oddity.datasets.catalogue.Catalogue.unswNb15;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.Overlap;
import dev.oddity.datasets.Partition;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sizes of the published parts; sums, counts and repeats computed with Python and NumPy from the files. */
class OfficialTestPartsTest {

    @Test
    void nsl_kdd_trains_on_normal_connections_and_tests_on_its_test_file() {
        PublishedData.require(NslKdd.TEST);
        Dataset data = nslKdd().load(PublishedData.require(NslKdd.TRAIN));
        Partition parts = parts(nslKdd(), data);

        assertThat(parts.train()).hasSize(125_973 - 58_630);
        assertThat(parts.test()).hasSize(22_544);
        assertThat(anomalies(data, parts.test())).isEqualTo(12_833);
        assertThat(data.table().doubleColumn("src_bytes").sum()).isEqualTo(5_740_179_316.0 + 234_355_030.0);
        int[] all = IntStream.range(0, 125_973).toArray();
        assertThat(Overlap.of(data, new Partition(all, new int[0], parts.test())))
                .isEqualTo(new Overlap(664, 22_544));
    }

    @Test
    void nsl_kdd_has_a_harder_test_file() {
        PublishedData.require(NslKdd.TRAIN);
        Dataset data = nslKdd().test21().load(PublishedData.require(NslKdd.TEST_21));

        Partition parts = parts(nslKdd().test21(), data);

        assertThat(parts.test()).hasSize(11_850);
        assertThat(anomalies(data, parts.test())).isEqualTo(9_698);
        assertThat(nslKdd().test21()).hasToString("nslKdd().test21()");
    }

    @Test
    void a_sample_keeps_the_rows_in_their_part() {
        PublishedData.require(NslKdd.TEST);
        PublishedData.require(NslKdd.TRAIN);
        DataSource source = nslKdd().sample(1_000);
        Dataset data = source.load();

        Partition parts = parts(source, data);

        assertThat(parts.test().length)
                .isEqualTo(1_000 - data.officialTraining())
                .isBetween(100, 200);
    }

    @Test
    void kdd99_tests_on_the_corrected_file() {
        PublishedData.require(Kdd99.CORRECTED);
        Kdd99 source = kdd99().officialTest();
        Dataset data = source.load(PublishedData.require(Kdd99.TEN_PERCENT));

        Partition parts = parts(source, data);

        assertThat(parts.train()).hasSize(97_278);
        assertThat(parts.test()).hasSize(311_029);
        assertThat(anomalies(data, parts.test())).isEqualTo(250_436);
        assertThat(Overlap.of(data, parts)).isEqualTo(new Overlap(9_029, 311_029));
        int[] all = IntStream.range(0, 494_021).toArray();
        assertThat(Overlap.of(data, new Partition(all, new int[0], parts.test()))
                        .repeated())
                .isEqualTo(181_136);
    }

    @Test
    void the_goad_protocol_trains_on_half_of_the_attacks() {
        Kdd99 source = kdd99().goadProtocol();
        Dataset data = source.load(PublishedData.require(Kdd99.TEN_PERCENT));

        Partition parts = parts(source, data);

        assertThat(parts.train()).hasSize(198_371);
        assertThat(parts.test()).hasSize(198_372 + 97_278);
        assertThat(anomalies(data, parts.test()) / (double) parts.test().length).isCloseTo(0.329, within(5e-4));
    }

    @Test
    void the_alibi_protocol_tests_on_a_thousand_rows_with_a_tenth_attacks() {
        Kdd99 source = kdd99().alibiProtocol();
        Dataset data = source.load(PublishedData.require(Kdd99.TEN_PERCENT));

        Partition parts = parts(source, data);

        assertThat(data.table().columnCount()).isEqualTo(18);
        assertThat(parts.train()).hasSize(97_278 - 900 - 950);
        assertThat(anomalies(data, parts.train())).isZero();
        assertThat(parts.validation()).hasSize(1_000);
        assertThat(anomalies(data, parts.validation())).isEqualTo(50);
        assertThat(parts.test()).hasSize(1_000);
        assertThat(anomalies(data, parts.test())).isEqualTo(100);
    }

    @Test
    void heartbeats_train_on_the_normal_ones_of_the_official_part() {
        Dataset data = ecg5000().load(PublishedData.require(Ecg5000.FILE));

        Partition parts = parts(ecg5000(), data);
        Partition flipped = parts(ecg5000().flipped(), data);
        Features beats = ecg5000().preparation().fit(data, parts.train()).transform(data.table(), parts.test());

        assertThat(parts.train()).hasSize(292);
        assertThat(beats.shape()).containsExactly(4_500, 140, 1);
        assertThat(flipped.train()).hasSize(2_919 - 292);
        assertThat(flipped.test()).hasSize(500);
        assertThat(data.table().doubleColumn("t0").mean()).isCloseTo(-0.262475894706774, within(1e-12));
    }

    @Test
    void bearings_train_on_early_windows_of_the_healthy_one() {
        Dataset data = bearing().load(PublishedData.require(Bearing.SIGNALS));

        Partition parts = parts(bearing(), data);
        Features windows = bearing().preparation().fit(data, parts.train()).transform(data.table(), parts.train());

        assertThat(windows.shape()).containsExactly(70, 1_024, 1);
        assertThat(parts.test()).hasSize(468 - 280);
        assertThat(anomalies(data, parts.test())).isEqualTo(141);
        // The first numbers of the first and second window of column normal in the file.
        assertThat(windows.at(0, 0)).isEqualTo(0.05319692f);
        assertThat(windows.at(0, 1)).isEqualTo(0.08866154f);
        assertThat(bearing().length(2_048)).hasToString("bearing().length(2048)");
    }

    @Test
    void payments_can_be_divided_in_time() {
        CreditCardFraud source = creditCardFraud().subset().temporal();
        Dataset data = source.load(PublishedData.require(CreditCardFraud.SUBSET));

        Partition parts = parts(source, data);

        assertThat(IntStream.of(parts.train()).max().orElseThrow())
                .isLessThan(IntStream.of(parts.test()).min().orElseThrow());
        assertThat(parts.test()).hasSize(41_341 - 24_804);
        assertThat(source).hasToString("creditCardFraud().subset().split(temporal(0.6).by(\"Time\").normalOnly())");
    }

    @Test
    void unsw_leaves_out_what_gives_the_label_away() {
        Dataset data = unswNb15().load(PublishedData.require(UnswNb15.PARTITION));

        assertThat(data.table().columnNames())
                .doesNotContain("id", "attack_cat", "label")
                .startsWith("dur", "proto");
        assertThat(data.table().doubleColumn("sbytes").sum()).isEqualTo(658_154_447.0);
        assertThat(data.table().stringColumn("proto").countUnique()).isEqualTo(131);
    }

    private static Partition parts(DataSource source, Dataset data) {
        return source.split().of(data, new Random(1));
    }

    private static int anomalies(Dataset data, int[] rows) {
        return (int) IntStream.of(rows).filter(row -> data.labels()[row]).count();
    }
}
