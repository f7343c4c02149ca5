package dev.oddity.core.chart;

import dev.oddity.core.detector.Generated;
import dev.oddity.core.evaluation.CalibrationCurve;
import dev.oddity.core.evaluation.PrecisionRecallCurve;
import dev.oddity.core.evaluation.Predictions;
import dev.oddity.core.evaluation.RocCurve;
import dev.oddity.datasets.Features;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knowm.xchart.XYChart;

/**
 * The charts of a report, as XChart objects that a user may change further. Show one with {@link ChartView}. Maps are
 * drawn in their own order: give one that keeps it; of more than 14 curves the first 14 are drawn and the title says so.
 * Each refuses, on a Java without fonts, with an {@link IllegalStateException} that names the packages to install.
 */
public final class Charts {

    private Charts() {}

    /** Why this Java can draw no charts: it has no fonts, and these packages bring some. Empty if it can. */
    public static Optional<String> obstacle() {
        return Fonts.missing();
    }

    /** ROC curves by model name, the area of each in the legend, chance as a dashed diagonal. */
    public static XYChart rocCurves(Map<String, RocCurve> curves) {
        return RocChart.of(curves);
    }

    /** Precision-recall curves by model name, average precision in the legend, the share of anomalies as a dashed line. */
    public static XYChart precisionRecallCurves(Map<String, PrecisionRecallCurve> curves) {
        return PrecisionRecallChart.of(curves);
    }

    /**
     * Calibration curves by model name, the expected calibration error in the legend, the diagonal of calibrated
     * probabilities dashed.
     */
    public static XYChart calibrationCurves(Map<String, CalibrationCurve> curves) {
        return CalibrationChart.of(curves);
    }

    /**
     * How many normal rows and anomalies have which score, with the threshold as a dashed line. The count axis is
     * logarithmic, or a few hundred anomalies could not be seen beside 100,000 normal rows. Where scores are positive and
     * span more than two decades the score axis is logarithmic too; otherwise a far tail is gathered in the outermost bins
     * and the axis title says so.
     */
    public static XYChart scoreHistogram(String model, Predictions predictions) {
        return ScoreHistogramChart.of(model, predictions);
    }

    /**
     * Losses by epoch, on a logarithmic axis where positive losses span more than two decades, the best epoch of the
     * validation loss marked.
     */
    public static XYChart lossCurves(LossCurves curves) {
        return LossChart.of(curves);
    }

    /**
     * The same of several models beside each other, each with an axis of its own: losses of different models are numbers of
     * different kinds. Of more than 12 the first 12 are drawn and the title says so.
     */
    public static ChartView lossCurves(List<LossCurves> models) {
        return LossChart.of(models);
    }

    /**
     * Rows in the first two principal components of their latent space, or the two dimensions themselves, coloured by score;
     * with one dimension, against the score. At most 1,500 rows of the one kind and 500 of the marked are drawn, sampled the
     * same each time; rows far from all others lie at the edge. Both are said below.
     */
    public static ChartView latent(LatentMap map) {
        return new ChartView(LatentChart.of(map));
    }

    /**
     * Images with what was made of them and the error below, or windows as curves with the error below: all in the same
     * scales, so that rows can be compared.
     *
     * @throws IllegalArgumentException if the rows are neither
     */
    public static ChartView reconstructions(Rebuilt rows) {
        return switch (rows.input().shape().length) {
            case 4 -> new ChartView(new RebuiltImages(rows, Tile.of(rows.input())));
            case 3 -> new ChartView(new RebuiltWindows(rows));
            default ->
                throw new IllegalArgumentException("a row of " + rows.input().columns()
                        + " columns of a table is no picture; explain(row) shows which of them were rebuilt badly, and images"
                        + " and windows can be drawn");
        };
    }

    /**
     * What a generator made of the same noise as it learnt: of images a line for each epoch and real ones below, of windows
     * curves over real ones, of a table's rows dots among real ones in their first two principal components.
     *
     * @param byEpoch at least one
     * @param real rows to hold them against, of the same shape
     */
    public static ChartView generated(String title, List<Generated> byEpoch, Features real) {
        return GeneratedChart.of(title, byEpoch, real);
    }

    /**
     * A metric over runs that were made one after the other.
     *
     * @param metric its label
     * @param byRun by model name, one value per run, from the first; NaN where a run has not that model
     */
    public static XYChart overRuns(String metric, Map<String, double[]> byRun) {
        return RunsChart.of(metric, byRun);
    }

    /**
     * Scores over the plane of two features: blue where rows are usual, white about the threshold, red where they are
     * anomalies, shaded by rank; the rows as dots.
     */
    public static XYChart scoreMap(ScoreMap map) {
        return ScoreMapChart.of(map);
    }

    /**
     * What features add to a row's score, as horizontal bars, the first on top.
     *
     * @param contributions by feature, largest first
     */
    public static ChartView contributions(String title, Map<String, Double> contributions) {
        return new ChartView(new ContributionChart(title, contributions));
    }

    /**
     * A series over its points, the anomalous stretches in another colour. Of a long series each pixel's least and most
     * are drawn.
     *
     * @param name of the values
     * @param values one per point; those that are not finite leave a gap
     * @param labels one per point, true = anomaly
     */
    public static XYChart series(String name, double[] values, boolean[] labels) {
        return SeriesChart.of(name, values, labels);
    }

    /**
     * Rows that are curves, over each other.
     *
     * @param normal the values of each normal example, in order
     * @param anomalies the values of each anomalous example, in order
     */
    public static XYChart examples(List<double[]> normal, List<double[]> anomalies) {
        return SeriesChart.ofExamples(normal, anomalies);
    }

    /**
     * Mean ranks on a line, 1 at the left, and bars that join models whose ranks lie within the critical difference
     * (Demšar, JMLR 7, 2006, figure 1).
     *
     * @param ranks mean rank by model, at least two, none below 1
     * @param difference the critical one
     * @param over what the ranks are means over, such as {@code 14 data sets}
     */
    public static ChartView criticalDifference(Map<String, Double> ranks, double difference, String over) {
        return new ChartView(CriticalDifferenceDiagram.of(ranks, difference, over));
    }

    /**
     * A box per model, lying on its side: quartiles, median, whiskers to the furthest figure within 1.5 interquartile ranges,
     * every figure as a dot.
     *
     * @param title of the chart
     * @param figures by model, at least one each
     */
    public static XYChart boxPlots(String title, Map<String, double[]> figures) {
        return BoxPlots.of(title, figures);
    }
}
