package dev.oddity.datasets.catalogue;

import static dev.oddity.datasets.catalogue.Catalogue.digits;
import static dev.oddity.datasets.catalogue.Catalogue.mnist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.Partition;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImagesTest {

    @Test
    void digits_are_images_of_eight_by_eight() {
        Dataset data = digits().load();

        Features images = digits().preparation().fit(data, new int[] {0, 1}).transform(data.table(), new int[] {0});

        assertThat(images.shape()).containsExactly(1, 1, 8, 8);
        assertThat(images.columns()).isEqualTo(64);
    }

    @Test
    void a_digit_held_out_is_the_anomaly_and_the_nine_others_train() {
        Dataset data = digits().heldOut(4).load();
        Partition parts = digits().heldOut(4).split().of(data, new Random(1));

        assertThat(data.anomalies()).isEqualTo(181);
        assertThat(parts.train()).hasSize((1797 - 181) * 4 / 5);
        assertThat(parts.test()).hasSize(1797 - (1797 - 181) * 4 / 5);
        assertThat(digits().heldOut(4)).hasToString("digits().heldOut(4)");
        assertThat(digits().heldOut(4).describe()).containsEntry("heldOut", 4).doesNotContainKey("normal");
        assertThat(data.notes()).containsExactly("The digit 4 is the anomaly; the nine other digits are normal.");
    }

    /** Counts and the mean shades of the two parts computed with NumPy: 33.318421449829934 and 33.791224489795916. */
    @Test
    void mnist_trains_on_one_digit_of_its_training_part_and_tests_on_its_test_part() {
        Dataset data = mnist().load(PublishedData.require(Mnist.TRAIN_IMAGES));
        Partition parts = mnist().split().of(data, new Random(1));

        Features test = mnist().preparation().fit(data, parts.train()).transform(data.table(), parts.test());

        assertThat(parts.train()).hasSize(5_851);
        assertThat(test.shape()).containsExactly(10_000, 1, 28, 28);
        assertThat(IntStream.of(parts.test()).filter(row -> data.labels()[row])).hasSize(10_000 - 974);
        assertThat(IntStream.range(0, test.values().length)
                        .mapToDouble(i -> 255 * test.values()[i])
                        .average()
                        .orElseThrow())
                .isCloseTo(33.791224489795916, within(1e-5));
    }

    @Test
    void a_digit_that_is_none_is_refused() {
        assertThatThrownBy(() -> mnist().heldOut(10))
                .isInstanceOf(DataException.class)
                .hasMessage("heldOut(10): the digit held out is one of 0 to 9, such as heldOut(4)");
    }

    @Test
    void idx_files_that_are_none_or_cut_off_are_refused() {
        assertThatThrownBy(() -> IdxFile.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))
                .isInstanceOf(DataException.class)
                .hasMessage("not an idx file of unsigned bytes: it begins with 01020304, not 000008 and dimensions");
        assertThatThrownBy(() -> IdxFile.of(new byte[] {0, 0, 8, 1, 0, 0, 0, 3, 7, 7}))
                .isInstanceOf(DataException.class)
                .hasMessage("an idx file of 3 items of 1 bytes has 2 bytes after its header; it is cut off or damaged");
    }
}
