package dev.oddity.classical.bench;

import static dev.oddity.core.Experiment.experiment;

import dev.oddity.classical.Cblof;
import dev.oddity.classical.GaussianMixture;
import dev.oddity.classical.Lof;
import dev.oddity.classical.Mahalanobis;
import dev.oddity.classical.Mcd;
import dev.oddity.classical.Pca;
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
 * Prints the figures of the detectors by covariances, neighbours' densities and clusters on the credit-card subset and on
 * KDD99 under the DAGMM protocol (min-max and z-scores), over five seeds, by the same sentence that a user writes.
 */
final class GaussiansOnProtocols {

    private static final List<Metric> METRICS =
            List.of(Metrics.rocAuc(), Metrics.averagePrecision(), Metrics.f1AtTrueRate());

    private GaussiansOnProtocols() {}

    public static void main(String[] arguments) {
        List<Detector> all =
                List.of(new Pca(), new Mahalanobis(), new Mcd(), new GaussianMixture(), new Cblof(), new Lof());
        List<Detector> linear = all.subList(0, 5);
        print(Catalogue.creditCardFraud().subset(), all);
        print(Catalogue.kdd99().dagmmProtocol().prepare(Preparations.oneHot().minMax()), linear);
        print(Catalogue.kdd99().dagmmProtocol().prepare(Preparations.oneHot().standard()), linear);
    }

    private static void print(DataSource data, List<Detector> detectors) {
        System.out.println(data);
        System.out.println("| detector | ROC-AUC | AP | F1 at true rate |");
        for (Detector detector : detectors) {
            Report report = experiment("Gaussians")
                    .data(data)
                    .model(detector)
                    .seeds(5)
                    .evaluate(METRICS.toArray(new Metric[0]));
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
