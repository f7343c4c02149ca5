package dev.oddity.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;

class PublishedPartsTest {

    private static final Dataset TEN = Data.of(
            new boolean[] {false, true, false, false, false, true, false, true, false, false},
            DoubleColumn.create("x", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9));

    @Test
    void the_first_rows_train_and_the_later_ones_test() {
        Partition parts = InOrder.share(0.6).validation(0.5).of(TEN, new Random(1));

        assertThat(parts.train()).containsExactly(0, 1, 2);
        assertThat(parts.validation()).containsExactly(3, 4, 5);
        assertThat(parts.test()).containsExactly(6, 7, 8, 9);
        assertThat(InOrder.rows(4).normalOnly().of(TEN, new Random(1)).train()).containsExactly(0, 2, 3);
        assertThat(InOrder.share(0.6).normalOnly()).hasToString("inOrder(0.6).normalOnly()");
        assertThat(InOrder.rows(400).validation(0.1)).hasToString("inOrder(400).validation(0.1)");
    }

    @Test
    void the_official_parts_are_as_published_and_may_change_places() {
        Dataset official = TEN.withOfficialTraining(4);

        Partition parts = Official.parts().normalOnly().of(official, new Random(1));
        Partition flipped = Official.parts().flip().of(official, new Random(1));

        assertThat(parts.train()).containsExactly(0, 2, 3);
        assertThat(parts.test()).containsExactly(4, 5, 6, 7, 8, 9);
        assertThat(flipped.train()).containsExactly(4, 5, 6, 7, 8, 9);
        assertThat(flipped.test()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void validation_rows_come_from_the_official_training_part() {
        Partition parts = Official.parts().validation(0.25).of(TEN.withOfficialTraining(4), new Random(1));

        assertThat(parts.train()).hasSize(3);
        assertThat(parts.validation()).hasSize(1);
        assertThat(IntStream.concat(IntStream.of(parts.train()), IntStream.of(parts.validation()))
                        .boxed())
                .containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void data_in_one_part_have_no_official_split() {
        assertThatThrownBy(() -> Official.parts().of(TEN, new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "example was published in one part, so that it has no official split; divide it with another,"
                                + " such as normalOnly(0.6)");
    }

    @Test
    void shares_and_counts_out_of_range_are_refused() {
        assertThatThrownBy(() -> InOrder.share(1))
                .isInstanceOf(DataException.class)
                .hasMessage("inOrder(1.0): a share is between 0 and 1, both excluded, such as inOrder(0.6)");
        assertThatThrownBy(() -> InOrder.rows(0))
                .isInstanceOf(DataException.class)
                .hasMessage("inOrder(0): at least one row has to train, such as inOrder(400)");
    }
}
