package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Random;

/**
 * Random Fourier features: z(x) = √(2/D) cos(ωᵢᵀx + bᵢ), i = 1 … D, with ω ~ N(0, 2γI) and b ~ U[0, 2π), so that
 * z(x)ᵀz(y) approximates exp(−γ‖x − y‖²) with an error of order 1/√D (Rahimi &amp; Recht, "Random features for
 * large-scale kernel machines", NIPS 2007).
 *
 * @param frequencies ω, column by column: the D frequencies of column 0 first
 * @param offsets b
 */
record FourierFeatures(double[] frequencies, double[] offsets) {

    static FourierFeatures draw(int columns, int features, double gamma, Random random) {
        double[] frequencies = new double[columns * features];
        double spread = Math.sqrt(2 * gamma);
        Arrays.setAll(frequencies, i -> spread * random.nextGaussian());
        double[] offsets = new double[features];
        Arrays.setAll(offsets, i -> 2 * Math.PI * random.nextDouble());
        return new FourierFeatures(frequencies, offsets);
    }

    int columns() {
        return frequencies.length / offsets.length;
    }

    Features of(Features rows) {
        int features = offsets.length;
        double height = Math.sqrt(2.0 / features);
        float[] mapped = new float[rows.rows() * features];
        double[] phases = new double[features];
        for (int row = 0; row < rows.rows(); row++) {
            System.arraycopy(offsets, 0, phases, 0, features);
            for (int column = 0; column < columns(); column++) {
                double value = rows.at(row, column);
                for (int i = 0; i < features; i++) {
                    phases[i] += value * frequencies[column * features + i];
                }
            }
            for (int i = 0; i < features; i++) {
                mapped[row * features + i] = (float) (height * Math.cos(phases[i]));
            }
        }
        return Features.of(mapped, features);
    }
}
