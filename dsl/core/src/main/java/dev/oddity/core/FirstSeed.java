package dev.oddity.core;

import dev.oddity.core.chart.ChartView;
import dev.oddity.core.evaluation.Predictions;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.Partition;
import dev.oddity.datasets.Windows;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

/** What one model of a report did with the first seed: to which rows of the data, and how it looks at them. */
record FirstSeed(Experiment experiment, Dataset data, ModelResult model) {

    private static final List<String> KINDS = List.of("normal", "anomaly");

    /** Test rows with their scores. */
    ScoredExamples tested() {
        Predictions predictions = predictions();
        return new ScoredExamples(
                data.table(),
                parts().test(),
                data.layout(),
                predictions.scores(),
                predictions.threshold(),
                predictions.labels());
    }

    Explanation explain(int row) {
        return ask(detector -> detector.explain(data.table(), data.layout(), row));
    }

    ChartView latent() {
        Predictions predictions = predictions();
        return ask(detector -> detector.modelCharts()
                .latent(prepared(detector, parts().test()), predictions.scores(), predictions.labels(), KINDS));
    }

    /** Of the test rows with the highest scores and those with the lowest. */
    ChartView reconstructions() {
        Predictions predictions = predictions();
        int[] rows = parts().test();
        int[] starts = data.layout() instanceof Windows windows
                ? IntStream.of(windows.starts(rows)).map(start -> rows[start]).toArray()
                : rows;
        return ask(detector -> detector.charts()
                .reconstructions(prepared(detector, rows), predictions.scores(), starts, kinds(predictions.labels())));
    }

    /** @param rows their numbers in the data */
    ChartView reconstructions(int... rows) {
        return ask(detector -> {
            boolean[] labels = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                int last = Math.min(rows[i] + detector.examples().length(), data.rows());
                for (int row = Math.max(0, rows[i]); row < last; row++) {
                    labels[i] |= data.labels()[row];
                }
            }
            return detector.charts().reconstructions(data.table(), rows, kinds(labels));
        });
    }

    /** Beside training rows. */
    ChartView generated() {
        return ask(detector -> detector.modelCharts().generated(prepared(detector, parts().train())));
    }

    XYChart scoreMap() {
        int[] rows = parts().test();
        return ask(
                detector -> detector.charts().scoreMap(ScoredExamples.inOrder(data.table(), rows), data.labels(rows)));
    }

    Table clean(Cleaning cleaning) {
        int[] rows = parts().test();
        double[] scores = predictions().scores();
        double[] perRow = data.layout() instanceof Windows windows ? windows.meanPerPoint(scores, rows) : scores;
        return ask(detector -> detector.cleaner().clean(data, rows, cleaning, perRow));
    }

    private Predictions predictions() {
        return model.runs().get(0).predictions();
    }

    private Partition parts() {
        return Trial.parts(experiment, data, experiment.seeds().get(0));
    }

    private Features prepared(FittedDetector detector, int[] rows) {
        return detector.examples().preparation().transform(data, rows, unheard -> {});
    }

    private <T> T ask(Function<FittedDetector, T> question) {
        try (FittedDetector detector = model.first().get()) {
            return question.apply(detector);
        }
    }

    private static List<String> kinds(boolean[] labels) {
        return IntStream.range(0, labels.length)
                .mapToObj(row -> KINDS.get(labels[row] ? 1 : 0))
                .toList();
    }
}
