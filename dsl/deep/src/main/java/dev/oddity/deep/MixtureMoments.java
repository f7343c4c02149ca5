package dev.oddity.deep;

/** What {@link Mixture#of} makes of rows that do not come all at once, summed in double precision. */
final class MixtureMoments {

    private final int components;
    private final int dimensions;
    private final double[] mass;
    private final double[] sums;
    private final double[] products;
    private long count;

    MixtureMoments(int components, int dimensions) {
        this.components = components;
        this.dimensions = dimensions;
        this.mass = new double[components];
        this.sums = new double[components * dimensions];
        this.products = new double[components * dimensions * dimensions];
    }

    /** More rows, row-major, with their memberships. */
    void add(float[] rows, float[] memberships) {
        int more = memberships.length / components;
        count += more;
        for (int row = 0; row < more; row++) {
            for (int k = 0; k < components; k++) {
                double weight = memberships[row * components + k];
                mass[k] += weight;
                for (int i = 0; i < dimensions; i++) {
                    double weighted = weight * rows[row * dimensions + i];
                    sums[k * dimensions + i] += weighted;
                    for (int j = 0; j < dimensions; j++) {
                        products[(k * dimensions + i) * dimensions + j] += weighted * rows[row * dimensions + j];
                    }
                }
            }
        }
    }

    /** φ, K. */
    float[] shares() {
        float[] shares = new float[components];
        for (int k = 0; k < components; k++) {
            shares[k] = (float) (mass[k] / count);
        }
        return shares;
    }

    /** μ, K × D. */
    float[] means() {
        float[] means = new float[sums.length];
        for (int at = 0; at < means.length; at++) {
            means[at] = (float) mean(at);
        }
        return means;
    }

    /** Σ, K × D × D, with {@code regularisation} on the diagonals. */
    float[] covariances(double regularisation) {
        float[] covariances = new float[products.length];
        for (int at = 0; at < covariances.length; at++) {
            int first = at / dimensions;
            int second = first / dimensions * dimensions + at % dimensions;
            double covariance = mean(products[at], first) - mean(first) * mean(second);
            covariances[at] = (float) (first == second ? Math.max(0, covariance) + regularisation : covariance);
        }
        return covariances;
    }

    private double mean(int at) {
        return mean(sums[at], at);
    }

    /** 0 for a component that no row belongs to. */
    private double mean(double sum, int at) {
        double weight = mass[at / dimensions];
        return weight > 0 ? sum / weight : 0;
    }
}
