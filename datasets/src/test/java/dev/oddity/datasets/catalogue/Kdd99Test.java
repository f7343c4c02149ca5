package dev.oddity.datasets.catalogue;

import static dev.oddity.datasets.Preparations.minMax;
import static dev.oddity.datasets.Splits.holdout;
import static dev.oddity.datasets.catalogue.Catalogue.kdd99;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.FittedPreparation;
import dev.oddity.datasets.Partition;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;

class Kdd99Test {

    /** Counts of the data folder's manifest; sums and numbers of categories computed with NumPy. */
    @Test
    void loads_every_row_of_the_ten_percent_file() {
        Dataset data = kdd99().load(PublishedData.require(Kdd99.TEN_PERCENT));

        assertThat(data.rows()).isEqualTo(494_021);
        assertThat(data.anomalies()).isEqualTo(396_743);
        assertThat(data.table().columnCount()).isEqualTo(41);
        assertThat(data.table().doubleColumn("src_bytes").sum()).isEqualTo(1_494_715_024.0);
        assertThat(data.table().doubleColumn("duration").sum()).isEqualTo(23_702_783.0, within(0.5));
        assertThat(data.table().columns().stream()
                        .filter(column -> column instanceof StringColumn)
                        .map(column -> column.name() + " " + column.countUnique()))
                .containsExactly("protocol_type 3", "service 66", "flag 11");
        assertThat(data.provenance().version()).isEqualTo("10 percent training file, 494,021 rows");
    }

    @Test
    void the_dagmm_protocol_trains_on_attacks_of_one_half_and_tests_on_the_whole_other_half() {
        Kdd99 source = kdd99().dagmmProtocol();
        Dataset data = source.load(PublishedData.require(Kdd99.TEN_PERCENT));

        Partition parts = source.split().of(data, new Random(1));

        assertThat(data.anomalies()).isEqualTo(97_278);
        assertThat(parts.test()).hasSize(247_011);
        assertThat(parts.validation()).hasSize(24_701);
        assertThat(anomalies(data, parts.train())).isZero();
        assertThat(anomalies(data, parts.validation()) / 24_701.0).isCloseTo(0.197, within(0.01));
        assertThat(anomalies(data, parts.test()) / 247_011.0).isCloseTo(0.197, within(0.003));
        // 222,309 rows of the first half stay, 80.3 % of them attacks.
        assertThat(parts.train().length).isBetween(177_900, 179_100);
    }

    @Test
    void the_reversed_protocol_trains_on_half_of_the_normals_and_tests_on_a_third_attacks() {
        Kdd99 source = kdd99().reversedProtocol();
        Dataset data = source.load(PublishedData.require(Kdd99.TEN_PERCENT));

        Partition parts = source.split().of(data, new Random(1));

        assertThat(parts.train()).hasSize(48_639);
        assertThat(anomalies(data, parts.train())).isZero();
        assertThat(parts.test()).hasSize(48_639 + 24_319);
        assertThat(anomalies(data, parts.test())).isEqualTo(24_319);
    }

    @Test
    void prepares_z_scores_of_the_numbers_and_leaves_one_hot_columns_untouched() {
        Kdd99 source = kdd99();
        Dataset data = source.load(PublishedData.require(Kdd99.TEN_PERCENT));
        int[] rows = IntStream.range(0, data.rows()).toArray();

        FittedPreparation fitted = source.preparation().fit(data, rows);
        Features prepared = fitted.transform(data.table());

        // 38 numbers, two of them constant, and 3 + 66 + 11 categories.
        assertThat(prepared.columns()).isEqualTo(36 + 80);
        assertThat(fitted.warnings())
                .containsExactly(
                        "2 columns are constant or empty in the training rows and were left out: num_outbound_cmds,"
                                + " is_host_login");
        int service = prepared.names().indexOf("service=http");
        int duration = prepared.names().indexOf("duration");
        assertThat(column(prepared, service).sum())
                .isEqualTo(data.table().stringColumn("service").countOccurrences("http"));
        assertThat(column(prepared, duration).average().orElseThrow()).isCloseTo(0, within(1e-4));
        assertThat(column(prepared, duration)
                        .map(value -> value * value)
                        .average()
                        .orElseThrow())
                .isCloseTo(1, within(1e-3));
    }

    @Test
    void reads_like_the_sentence() {
        assertThat(kdd99()).hasToString("kdd99()");
        assertThat(kdd99().dagmmProtocol().sample(5000).split(holdout(0.7)).prepare(minMax().oneHot()))
                .hasToString("kdd99().dagmmProtocol().sample(5000).split(holdout(0.7)).prepare(minMax().oneHot())");
    }

    @Test
    void describes_all_that_decides_the_numbers() {
        assertThat(kdd99().dagmmProtocol().sample(5000).describe())
                .isEqualTo(Map.of(
                        "name",
                        "kdd99",
                        "protocol",
                        "dagmm",
                        "sample",
                        Map.of("rows", 5000, "seed", 1L),
                        "split",
                        holdout(0.5).normalOnly().validation(0.1).describe(),
                        "preparation",
                        Map.of("steps", List.of("oneHot()", "standard()", "clip(10.0)"))));
    }

    private static int anomalies(Dataset data, int[] rows) {
        return (int) IntStream.of(rows).filter(row -> data.labels()[row]).count();
    }

    private static DoubleStream column(Features features, int column) {
        return IntStream.range(0, features.rows()).mapToDouble(row -> features.at(row, column));
    }

    @Test
    void a_split_that_only_a_protocol_has_is_said_by_the_protocol() {
        assertThat(kdd99().alibiProtocol().split()).hasToString("kdd99().alibiProtocol().split()");
        assertThat(kdd99().split(kdd99().alibiProtocol().split()))
                .hasToString("kdd99().split(kdd99().alibiProtocol().split())");
    }
}
