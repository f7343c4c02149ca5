package dev.oddity.datasets.catalogue;

import static dev.oddity.datasets.catalogue.PublishedParts.AS_PUBLISHED;
import static dev.oddity.datasets.catalogue.PublishedParts.FLIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.datasets.Data;
import dev.oddity.datasets.DataException;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Partition;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;

class PublishedPartsTest {

    private static final Dataset SIX = Data.of(
                    new boolean[] {false, true, false, false, true, false}, DoubleColumn.create("x", 0, 1, 2, 3, 4, 5))
            .withOfficialTraining(4);

    @Test
    void are_as_published_or_the_other_way_round() {
        Partition parts = AS_PUBLISHED.normalOnly().of(SIX, new Random(1));
        Partition flipped = FLIPPED.of(SIX, new Random(1));

        assertThat(parts.train()).containsExactly(0, 2, 3);
        assertThat(parts.test()).containsExactly(4, 5);
        assertThat(flipped.train()).containsExactly(4, 5);
        assertThat(flipped.test()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void data_of_one_part_cannot_be_divided_so() {
        assertThatThrownBy(() -> AS_PUBLISHED.of(SIX.withOfficialTraining(0), new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessage("the 6 rows of example are all of one published part; take a larger .sample(..) or another"
                        + " split");
    }
}
