package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import dev.oddity.datasets.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlockwiseTest {

    private static final int COLUMNS = 3;

    private final Weights weights =
            Weights.first(new Layout(), PyTorch.open(PyTorch.device(ComputeDevice.cpu())), new Random(1));
    private final List<Long> passes = new ArrayList<>();

    @AfterEach
    void free() {
        weights.close();
    }

    @Test
    void that_there_is_no_answer_is_found_with_a_few_rows_of_zeros() {
        Features many = Features.of(new float[3000 * COLUMNS], COLUMNS);

        assertThat(new Blockwise(weights, 1024, COLUMNS).perhaps(many, "nothing", (rows, pass) -> silence(rows)))
                .isEmpty();
        assertThat(new Blockwise(weights, 4, COLUMNS).perhaps(many, "nothing", (rows, pass) -> silence(rows)))
                .isEmpty();

        assertThat(passes).containsExactly(16L, 4L);
    }

    @Test
    void whether_there_is_an_answer_does_not_depend_on_the_rows() {
        Features infinite = Features.of(new float[] {1, 2, Float.POSITIVE_INFINITY}, COLUMNS);
        List<Float> asked = new ArrayList<>();

        new Blockwise(weights, 1024, COLUMNS).perhaps(infinite, "greatest", (rows, pass) -> {
            asked.add(rows.max().getFloat());
            return Optional.empty();
        });

        assertThat(asked).containsExactly(0f);
    }

    @Test
    void rows_of_several_blocks_come_back_in_their_order() {
        float[] values = new float[10 * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }

        Blockwise.Said said = new Blockwise(weights, 4, COLUMNS)
                .perhaps(Features.of(values, COLUMNS), "twice", (rows, pass) -> {
                    passes.add(rows.getShape().get(0));
                    return Optional.of(rows.add(rows));
                })
                .orElseThrow();

        assertThat(said.width()).isEqualTo(COLUMNS);
        for (int i = 0; i < values.length; i++) {
            assertThat(said.values()[i]).isEqualTo(2 * values[i]);
        }
        assertThat(said.values()).hasSize(values.length);
        // One to find out, and ten rows by four, the last two filled up.
        assertThat(passes).containsExactly(4L, 4L, 4L, 4L);
    }

    private Optional<NDArray> silence(NDArray rows) {
        passes.add(rows.getShape().get(0));
        return Optional.empty();
    }
}
