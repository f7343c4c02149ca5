package dev.oddity.datasets.catalogue;

import static dev.oddity.datasets.catalogue.Catalogue.breastCancer;
import static dev.oddity.datasets.catalogue.Catalogue.digits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.Partition;
import dev.oddity.datasets.Splits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures from scikit-learn 1.2.1, load_digits and load_breast_cancer. */
class EmbeddedDataTest {

    @ParameterizedTest
    @CsvSource({"0, 178", "1, 182", "2, 177", "3, 183", "4, 181", "5, 182", "6, 181", "7, 179", "8, 174", "9, 180"})
    void one_digit_is_normal_and_the_nine_others_are_anomalies(int digit, int images) {
        Dataset data = digits().normal(digit).load();

        assertThat(data.rows()).isEqualTo(1797);
        assertThat(data.rows() - data.anomalies()).isEqualTo(images);
    }

    @Test
    void pixels_are_shares_of_sixteen_shades() {
        Dataset data = digits().load();

        Features pixels = digits().preparation().fit(data, new int[] {0, 1}).transform(data.table());

        assertThat(pixels.shape()).containsExactly(1797, 1, 8, 8);
        assertThat(IntStream.range(0, 8).mapToDouble(i -> 16 * pixels.at(0, i)))
                .containsExactly(0.0, 0.0, 5.0, 13.0, 9.0, 1.0, 0.0, 0.0);
        assertThat(IntStream.range(0, pixels.values().length)
                        .mapToDouble(i -> pixels.values()[i])
                        .average()
                        .orElseThrow())
                .isCloseTo(0.30526028624095713, within(1e-9));
    }

    @Test
    void digits_train_on_half_of_the_normal_class_and_test_on_all_else() {
        Dataset data = digits().load();

        Partition parts = digits().split().of(data, new Random(1));

        assertThat(parts.train()).hasSize(87);
        assertThat(IntStream.of(parts.train()).noneMatch(row -> data.labels()[row]))
                .isTrue();
        assertThat(parts.test()).hasSize(1797 - 87);
    }

    @Test
    void malignant_tumours_are_the_anomalies() {
        Dataset data = breastCancer().load();

        assertThat(data.rows()).isEqualTo(569);
        assertThat(data.anomalies()).isEqualTo(212);
        assertThat(data.table().columnCount()).isEqualTo(30);
        assertThat(data.table().doubleColumn("mean radius").mean()).isCloseTo(14.12729174, within(1e-8));
        assertThat(data.table().doubleColumn("worst fractal dimension").mean())
                .isCloseTo(0.0839458172231986, within(1e-12));
        assertThat(IntStream.range(0, 569)
                        .filter(row -> data.labels()[row])
                        .mapToDouble(data.table().doubleColumn("mean radius")::getDouble)
                        .average()
                        .orElseThrow())
                .isCloseTo(17.462830188679245, within(1e-12));
    }

    @Test
    void a_sample_is_random_rows_in_their_order_and_the_same_ones_each_time() {
        Dataset sample = breastCancer().sample(100).load();

        assertThat(sample.rows()).isEqualTo(100);
        assertThat(sample.anomalies()).isBetween(20, 55);
        assertThat(sample.notes()).contains("A random sample of 100 of 569 rows.");
        assertThat(breastCancer().load().table().doubleColumn("mean area").asList())
                .containsSubsequence(sample.table().doubleColumn("mean area").asList());
        assertThat(breastCancer()
                        .sample(100)
                        .load()
                        .table()
                        .doubleColumn("mean area")
                        .asList())
                .isEqualTo(sample.table().doubleColumn("mean area").asList());
    }

    @Test
    void the_licences_lie_beside_the_files_and_name_their_checksums() {
        String licences = new String(Embedded.read("LICENCES.md"), StandardCharsets.UTF_8);

        for (String file : List.of(Digits.FILE.path(), BreastCancer.FILE.path())) {
            assertThat(licences).contains(file, Sha256.of(Embedded.read(file)));
        }
        assertThat(digits().load().provenance().sha256()).isEqualTo(Sha256.of(Embedded.read(Digits.FILE.path())));
        assertThat(breastCancer().load().provenance().licence()).isEqualTo("CC BY 4.0");
    }

    @Test
    void reads_like_the_sentence() {
        assertThat(digits()).hasToString("digits()");
        assertThat(digits().normal(3).sample(500)).hasToString("digits().normal(3).sample(500)");
        assertThat(breastCancer().split(Splits.holdout(0.8))).hasToString("breastCancer().split(holdout(0.8))");
        assertThat(digits().normal(3).describe()).containsEntry("normal", 3).containsEntry("name", "digits");
    }

    @Test
    void a_digit_that_is_none_and_a_sample_of_nothing_are_refused() {
        assertThatThrownBy(() -> digits().normal(10))
                .isInstanceOf(DataException.class)
                .hasMessage("normal(10): the normal digit is one of 0 to 9, such as normal(8)");
        assertThatThrownBy(() -> digits().sample(0))
                .isInstanceOf(DataException.class)
                .hasMessage("sample(0): a sample has at least one row, such as sample(10_000)");
    }
}
