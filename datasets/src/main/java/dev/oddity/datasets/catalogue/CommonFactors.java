package dev.oddity.datasets.catalogue;

import java.util.Random;

/**
 * A multivariate normal of unit variances whose features share a few factors: x = D(Wf + √0.1·e), with f and e independent
 * standard normal and D such that every variance is 1.
 *
 * @param loadings W, features × factors; one factor for every four features
 */
record CommonFactors(double[][] loadings) {

    private static final double OWN_VARIANCE = 0.1;

    static CommonFactors random(int features, Random random) {
        double[][] loadings = new double[features][];
        for (int i = 0; i < features; i++) {
            loadings[i] = SyntheticRows.standardNormal(Math.max(1, features / 4), random);
        }
        return new CommonFactors(loadings);
    }

    double[] draw(Random random) {
        double[] factors = SyntheticRows.standardNormal(loadings[0].length, random);
        double[] row = SyntheticRows.standardNormal(loadings.length, random);
        for (int i = 0; i < row.length; i++) {
            double shared = 0;
            double variance = OWN_VARIANCE;
            for (int j = 0; j < factors.length; j++) {
                shared += loadings[i][j] * factors[j];
                variance += loadings[i][j] * loadings[i][j];
            }
            row[i] = (shared + Math.sqrt(OWN_VARIANCE) * row[i]) / Math.sqrt(variance);
        }
        return row;
    }
}
