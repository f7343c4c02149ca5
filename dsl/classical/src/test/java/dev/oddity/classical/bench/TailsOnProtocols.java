package dev.oddity.classical.bench;

import static dev.oddity.core.Experiment.experiment;

import dev.oddity.classical.Copod;
import dev.oddity.classical.Ecod;
import dev.oddity.classical.Hbos;
import dev.oddity.classical.Iqr;
import dev.oddity.classical.Kde;
import dev.oddity.classical.Loda;
import dev.oddity.core.Report;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.catalogue.Catalogue;
import java.util.List;
import java.util.Locale;

/**
 * Prints the figures of the detectors by tails, histograms and densities on the credit-card subset and on KDD99 under the
 * DAGMM protocol (min-max), over five seeds, by the same sentence that a user writes.
 */
final class TailsOnProtocols {

    private static final List<Metric> METRICS =
            List.of(Metrics.rocAuc(), Metrics.averagePrecision(), Metrics.f1AtTrueRate());

    private TailsOnProtocols() {}

    public static void main(String[] arguments) {
        List<Detector> linear = List.of(
                new Ecod(),
                new Copod(),
                new Hbos(),
                new Hbos().bins(0),
                new Loda(),
                new Loda().bins(10),
                new Iqr(),
                new Iqr().combine("mean"));
        print(Catalogue.creditCardFraud().subset(), linear);
        print(Catalogue.creditCardFraud().subset(), List.of(new Kde().maxRows(2_000)));
        print(Catalogue.kdd99().dagmmProtocol().prepare(Preparations.oneHot().minMax()), linear);
    }

    private static void print(DataSource data, List<Detector> detectors) {
        Report report = experiment("tails")
                .data(data)
                .models(detectors.toArray(new Detector[0]))
                .seeds(5)
                .evaluate(METRICS.toArray(new Metric[0]));
        System.out.println(data);
        for (Detector detector : detectors) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.4f | %.4f | %.4f |%n",
                    detector,
                    report.metric(METRICS.get(0), detector.toString()).mean(),
                    report.metric(METRICS.get(1), detector.toString()).mean(),
                    report.metric(METRICS.get(2), detector.toString()).mean());
        }
    }
}
