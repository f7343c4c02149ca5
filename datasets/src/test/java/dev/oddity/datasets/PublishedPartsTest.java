package dev.oddity.datasets;

import static dev.oddity.datasets.Splits.official;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;

class PublishedPartsTest {

    private static final Dataset SIX = Data.of(
                    new boolean[] {false, true, false, false, true, false}, DoubleColumn.create("x", 0, 1, 2, 3, 4, 5))
            .withOfficialTraining(4);

    @Test
    void are_as_published_or_the_other_way_round() {
        Partition parts = official().normalOnly().of(SIX, new Random(1));
        Partition flipped = official().flipped().of(SIX, new Random(1));

        assertThat(parts.train()).containsExactly(0, 2, 3);
        assertThat(parts.test()).containsExactly(4, 5);
        assertThat(flipped.train()).containsExactly(4, 5);
        assertThat(flipped.test()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void are_said_in_the_words_that_make_them() {
        assertThat(official()).hasToString("official()").isNotEqualTo(official(4));
        assertThat(official().flipped()).hasToString("official().flipped()");
        assertThat(official().flipped().flipped()).isEqualTo(official());
        assertThat(official().normalOnly()).hasToString("official().normalOnly()");
    }

    @Test
    void are_the_same_split_to_an_identity_as_ever() {
        assertThat(official().describe()).isEqualTo(Map.of("split", "official", "flipped", false));
        assertThat(official().flipped().describe()).isEqualTo(Map.of("split", "official", "flipped", true));
    }

    @Test
    void data_of_one_part_cannot_be_divided_so() {
        assertThatThrownBy(() -> official().of(SIX.withOfficialTraining(0), new Random(1)))
                .isInstanceOf(DataException.class)
                .hasMessage("the 6 rows of example are all of one published part; take a larger .sample(..) or another"
                        + " split");
    }
}
