package dev.oddity.deep;

/** The centre of Deep SVDD and Deep SAD: where the first weights put the rows that are not told to be anomalies, on average. */
final class Centre {

    /** No coordinate is nearer to 0: a unit whose weights are 0 would sit on it. */
    static final double LEAST = 0.1;

    private Centre() {}

    /**
     * @param network rows × columns → rows × latent
     * @param block rows in one pass
     */
    static float[] of(Layer network, int latent, int block, Rows train, Weights weights) {
        double[] sums = new double[latent];
        int[] counted = new int[1];
        train.inBlocks(block, (manager, batch) -> {
            float[] places =
                    network.forward(batch.rows(), weights.pass(manager, false)).toFloatArray();
            float[] told = batch.targets().toFloatArray();
            for (int row = 0; row < told.length; row++) {
                if (told[row] <= 0) {
                    counted[0]++;
                    for (int i = 0; i < latent; i++) {
                        sums[i] += places[row * latent + i];
                    }
                }
            }
        });
        float[] mean = new float[latent];
        for (int i = 0; i < latent; i++) {
            double given = sums[i] / Math.max(1, counted[0]);
            mean[i] = (float) (Math.abs(given) >= LEAST ? given : given < 0 ? -LEAST : LEAST);
        }
        return mean;
    }
}
