package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.onnx.OnnxValue;

/**
 * A network φ and the centre c that it draws rows to. c is where the first weights put the rows that are not told to be
 * anomalies, on average.
 *
 * @param network φ, rows × columns → rows × width
 * @param width numbers in φ(x)
 * @param centre place of c among the measured
 */
record Hypersphere(Layer network, int width, int centre) {

    /** No coordinate of c is nearer to 0: a unit whose weights are 0 would sit on it. */
    private static final double LEAST = 0.1;

    private static final int[] WIDTH = {1};

    static Hypersphere in(Layout layout, Subnetwork.Code code) {
        return new Hypersphere(code.layer(), code.width(), layout.measured("centre", LEAST, code.width()));
    }

    /**
     * Puts c where it belongs.
     *
     * @param block rows in one pass
     */
    void measure(Rows train, int block, Weights weights) {
        double[] sums = new double[width];
        int[] counted = new int[1];
        train.inBlocks(block, (manager, batch) -> {
            float[] places =
                    network.forward(batch.rows(), weights.pass(manager, false)).toFloatArray();
            float[] told = batch.targets().toFloatArray();
            for (int row = 0; row < told.length; row++) {
                if (told[row] <= 0) {
                    counted[0]++;
                    for (int i = 0; i < width; i++) {
                        sums[i] += places[row * width + i];
                    }
                }
            }
        });
        float[] mean = new float[width];
        for (int i = 0; i < width; i++) {
            double given = sums[i] / Math.max(1, counted[0]);
            mean[i] = (float) (Math.abs(given) >= LEAST ? given : given < 0 ? -LEAST : LEAST);
        }
        weights.measure(centre, mean);
    }

    /** ‖φ(x) − c‖² of each row. */
    NDArray distances(NDArray rows, Pass pass) {
        return network.forward(rows, pass).sub(pass.measured(centre)).square().sum(WIDTH);
    }

    /** The same in a graph. */
    OnnxValue distances(OnnxValue rows, OnnxPass pass) {
        return OnnxLayer.write(network, rows, pass)
                .sub(pass.measured(centre))
                .square()
                .sumOfRow();
    }
}
