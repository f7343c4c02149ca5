package dev.oddity.datasets.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Generated rows, normal rows and anomalies mixed in random order; columns {@code x0}, {@code x1}, …. */
record SyntheticRows(double[][] rows, boolean[] labels) {

    /** ADBench's factors: for the covariance of local, the mean of clustered and the range of global anomalies. */
    static final double COVARIANCE_FACTOR = 5;

    static final double MEAN_FACTOR = 5;
    static final double RANGE_FACTOR = 1.1;

    static SyntheticRows generate(SyntheticKind kind, int normals, int anomalies, int features, long seed) {
        Random random = new Random(seed);
        List<double[]> rows = new ArrayList<>();
        if (kind == SyntheticKind.DEPENDENCY) {
            CommonFactors factors = CommonFactors.random(features, random);
            repeat(normals, () -> rows.add(factors.draw(random)));
            repeat(anomalies, () -> rows.add(standardNormal(features, random)));
        } else {
            Mixture mixture = Mixture.random(features, random);
            repeat(normals, () -> rows.add(mixture.draw(1, 1, random)));
            switch (kind) {
                case LOCAL -> repeat(anomalies, () -> rows.add(mixture.draw(1, COVARIANCE_FACTOR, random)));
                case CLUSTERED -> repeat(anomalies, () -> rows.add(mixture.draw(MEAN_FACTOR, 1, random)));
                default -> {
                    Range range = Range.of(rows, features);
                    repeat(anomalies, () -> rows.add(range.draw(random)));
                }
            }
        }
        return mixed(rows, normals, random);
    }

    private static void repeat(int times, Runnable draw) {
        for (int i = 0; i < times; i++) {
            draw.run();
        }
    }

    static double[] standardNormal(int features, Random random) {
        double[] row = new double[features];
        for (int i = 0; i < features; i++) {
            row[i] = random.nextGaussian();
        }
        return row;
    }

    private static SyntheticRows mixed(List<double[]> rows, int normals, Random random) {
        double[][] order = new double[rows.size()][];
        boolean[] labels = new boolean[rows.size()];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            labels[i] = labels[j];
            order[j] = rows.get(i);
            labels[j] = i >= normals;
        }
        return new SyntheticRows(order, labels);
    }

    Table table() {
        Table table = Table.create("synthetic");
        for (int feature = 0; feature < rows[0].length; feature++) {
            double[] values = new double[rows.length];
            for (int row = 0; row < rows.length; row++) {
                values[row] = rows[row][feature];
            }
            table.addColumns(DoubleColumn.create("x" + feature, values));
        }
        return table;
    }

    /** The widened box around the normal rows. */
    private record Range(double[] low, double[] high) {

        static Range of(List<double[]> rows, int features) {
            double[] low = new double[features];
            double[] high = new double[features];
            for (int i = 0; i < features; i++) {
                int feature = i;
                low[i] = RANGE_FACTOR
                        * rows.stream().mapToDouble(row -> row[feature]).min().orElseThrow();
                high[i] = RANGE_FACTOR
                        * rows.stream().mapToDouble(row -> row[feature]).max().orElseThrow();
            }
            return new Range(low, high);
        }

        double[] draw(Random random) {
            double[] row = new double[low.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = low[i] + (high[i] - low[i]) * random.nextDouble();
            }
            return row;
        }
    }
}
