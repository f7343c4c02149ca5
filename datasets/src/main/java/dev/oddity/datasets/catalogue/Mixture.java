package dev.oddity.datasets.catalogue;

import java.util.Random;

/**
 * A Gaussian mixture with three components. Component k is N(μₖ, AₖAₖᵀ).
 *
 * @param cumulated cumulated weights, the last one 1
 * @param means one a component
 * @param factors one matrix A a component, features × features
 */
record Mixture(double[] cumulated, double[][] means, double[][][] factors) {

    private static final int COMPONENTS = 3;

    /** Means from N(0, 3²); A = I/2 + G·0.3 with G of independent N(0, 1/features); weights from 1/2 to 3/2, normed. */
    static Mixture random(int features, Random random) {
        double[] cumulated = new double[COMPONENTS];
        double[][] means = new double[COMPONENTS][];
        double[][][] factors = new double[COMPONENTS][features][];
        double sum = 0;
        for (int k = 0; k < COMPONENTS; k++) {
            sum += 0.5 + random.nextDouble();
            cumulated[k] = sum;
            means[k] = SyntheticRows.standardNormal(features, random);
            for (int i = 0; i < features; i++) {
                means[k][i] *= 3;
                factors[k][i] = SyntheticRows.standardNormal(features, random);
                for (int j = 0; j < features; j++) {
                    factors[k][i][j] *= 0.3 / Math.sqrt(features);
                }
                factors[k][i][i] += 0.5;
            }
        }
        for (int k = 0; k < COMPONENTS; k++) {
            cumulated[k] /= sum;
        }
        return new Mixture(cumulated, means, factors);
    }

    /** One row of the mixture whose means and covariances are multiplied by the factors. */
    double[] draw(double meanFactor, double covarianceFactor, Random random) {
        double uniform = random.nextDouble();
        int k = 0;
        while (uniform >= cumulated[k] && k < cumulated.length - 1) {
            k++;
        }
        double[] noise = SyntheticRows.standardNormal(means[k].length, random);
        double[] row = new double[noise.length];
        double spread = Math.sqrt(covarianceFactor);
        for (int i = 0; i < row.length; i++) {
            double sum = 0;
            for (int j = 0; j < row.length; j++) {
                sum += factors[k][i][j] * noise[j];
            }
            row[i] = meanFactor * means[k][i] + spread * sum;
        }
        return row;
    }
}
