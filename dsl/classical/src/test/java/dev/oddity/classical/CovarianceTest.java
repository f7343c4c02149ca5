package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.datasets.Features;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CovarianceTest {

    private static final double[][] BY_HAND = {{1, 2, 0}, {3, 6, 1}, {5, 1, 1}};

    @Test
    void sums_of_blocks_are_the_definition() {
        // 2,503 rows: three parts, the last of a number that four does not divide.
        Random random = new Random(3);
        float[] values = new float[2_503 * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (100 + random.nextGaussian() * (1 + i % 3));
        }
        Features rows = Features.of(values, 3);

        Covariance covariance = Covariance.of(rows);

        for (int i = 0; i < 3; i++) {
            assertThat(covariance.mean()[i]).isCloseTo(mean(rows, i), within(1e-10));
            for (int j = 0; j < 3; j++) {
                double sum = 0;
                for (int row = 0; row < rows.rows(); row++) {
                    sum += (rows.at(row, i) - mean(rows, i)) * (rows.at(row, j) - mean(rows, j));
                }
                assertThat(covariance.matrix()[i][j]).isCloseTo(sum / rows.rows(), within(1e-9));
            }
        }
    }

    @Test
    void a_row_of_weight_two_counts_as_two_and_one_of_weight_zero_as_none() {
        Covariance weighted = Covariance.of(features(BY_HAND), new double[] {2, 0, 1});

        Covariance written = Covariance.of(features(BY_HAND[0], BY_HAND[0], BY_HAND[2]));
        assertThat(weighted.mean()).containsExactly(written.mean(), within(1e-12));
        for (int i = 0; i < 3; i++) {
            assertThat(weighted.matrix()[i]).containsExactly(written.matrix()[i], within(1e-12));
        }
    }

    @Test
    void the_diagonal_alone_is_that_of_the_whole() {
        double[] weights = {.5, 2, 1};

        double[][] diagonal = Covariance.diagonal(features(BY_HAND), weights).matrix();

        double[][] whole = Covariance.of(features(BY_HAND), weights).matrix();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(diagonal[i][j]).isCloseTo(i == j ? whole[i][i] : 0, within(1e-12));
            }
        }
    }

    private static double mean(Features rows, int column) {
        double sum = 0;
        for (int row = 0; row < rows.rows(); row++) {
            sum += rows.at(row, column);
        }
        return sum / rows.rows();
    }

    private static Features features(double[]... rows) {
        float[][] floats = new float[rows.length][rows[0].length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < floats[row].length; column++) {
                floats[row][column] = (float) rows[row][column];
            }
        }
        return Features.of(floats);
    }
}
