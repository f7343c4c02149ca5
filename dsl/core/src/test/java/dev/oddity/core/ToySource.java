package dev.oddity.core;

import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Provenance;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Splits;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** 300 rows of two numbers around the origin; every tenth is an anomaly, further out. */
record ToySource(Split split, Preparation preparation, boolean[] labels, String name) implements DataSource {

    private static final int ROWS = 300;

    static ToySource toy() {
        boolean[] labels = new boolean[ROWS];
        for (int row = 0; row < ROWS; row += 10) {
            labels[row] = true;
        }
        return new ToySource(Splits.normalOnly(.5), Preparations.standard(), labels, "toy");
    }

    ToySource labelled(boolean[] others) {
        return new ToySource(split, preparation, others, name);
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("name", name, "split", split.describe(), "preparation", preparation.describe());
    }

    @Override
    public Dataset load() {
        Random random = new Random(1);
        boolean[] far = toy().labels;
        double[] x = new double[ROWS];
        double[] y = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double spread = far[row] ? 4 : 1;
            x[row] = spread * random.nextGaussian();
            y[row] = spread * random.nextGaussian();
        }
        Table table = Table.create("toy", DoubleColumn.create("x", x), DoubleColumn.create("y", y));
        Provenance provenance = new Provenance("generated", "this test", "Apache-2.0", "", "");
        return new Dataset(name, table, labels, provenance, List.of("made for a test"));
    }

    @Override
    public DataSource split(Split other) {
        return new ToySource(other, preparation, labels, name);
    }

    @Override
    public DataSource prepare(Preparation other) {
        return new ToySource(split, other, labels, name);
    }

    @Override
    public String toString() {
        return "toy()";
    }
}
