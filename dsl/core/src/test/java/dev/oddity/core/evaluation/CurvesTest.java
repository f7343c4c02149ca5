package dev.oddity.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurvesTest {

    @ParameterizedTest
    @MethodSource("dev.oddity.core.evaluation.SecondOpinion#everyCase")
    void every_point_of_scikit_learns_roc_curve_lies_on_ours(SecondOpinion.Case given) {
        RocCurve curve = RocCurve.of(given.predictions());

        assertThat(curve.points().size()).isLessThanOrEqualTo(given.rocFalsePositiveRates().length);
        for (int i = 0; i < given.rocFalsePositiveRates().length; i++) {
            double x = given.rocFalsePositiveRates()[i];
            double y = given.rocTruePositiveRates()[i];
            assertThat(onLines(curve, x, y)).as("(%s, %s)", x, y).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.oddity.core.evaluation.SecondOpinion#everyCase")
    void the_points_left_in_the_roc_curve_still_span_its_area(SecondOpinion.Case given) {
        RocCurve curve = RocCurve.of(given.predictions());

        double area = 0;
        for (int i = 1; i < curve.points().size(); i++) {
            RocCurve.Point a = curve.points().get(i - 1);
            RocCurve.Point b = curve.points().get(i);
            area += (b.falsePositiveRate() - a.falsePositiveRate()) * (a.truePositiveRate() + b.truePositiveRate()) / 2;
        }
        assertThat(area).isCloseTo(given.metrics().get("rocAuc"), within(1e-12));
        assertThat(curve.area()).isCloseTo(area, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("dev.oddity.core.evaluation.SecondOpinion#everyCase")
    void every_step_of_scikit_learns_precision_recall_curve_lies_on_ours(SecondOpinion.Case given) {
        List<PrecisionRecallCurve.Point> points =
                PrecisionRecallCurve.of(given.predictions()).points();

        for (int i = 0; i < given.recalls().length; i++) {
            double recall = given.recalls()[i];
            double precision = given.precisions()[i];
            assertThat(onSteps(points, recall, precision))
                    .as("recall %s, precision %s", recall, precision)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.oddity.core.evaluation.SecondOpinion#everyCase")
    void the_steps_left_in_the_precision_recall_curve_still_span_its_area(SecondOpinion.Case given) {
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(given.predictions());

        double area = 0;
        double recall = 0;
        for (PrecisionRecallCurve.Point point : curve.points()) {
            area += (point.recall() - recall) * point.precision();
            recall = point.recall();
        }
        assertThat(recall).isEqualTo(1);
        assertThat(area).isCloseTo(given.metrics().get("averagePrecision"), within(1e-12));
        assertThat(curve.averagePrecision()).isCloseTo(area, within(1e-12));
    }

    @Test
    void straight_stretches_keep_their_ends_only() {
        double[] scores = new double[1000];
        boolean[] labels = new boolean[1000];
        for (int row = 0; row < 1000; row++) {
            scores[row] = row;
            labels[row] = row >= 990;
        }
        Predictions perfect = new Predictions(scores, labels, 989.5);

        assertThat(RocCurve.of(perfect).points())
                .containsExactly(
                        new RocCurve.Point(0, 0, Double.POSITIVE_INFINITY),
                        new RocCurve.Point(0, 1, 990),
                        new RocCurve.Point(1, 1, 0));
        assertThat(PrecisionRecallCurve.of(perfect).points())
                .containsExactly(
                        new PrecisionRecallCurve.Point(0.1, 1, 999),
                        new PrecisionRecallCurve.Point(1, 1, 990),
                        new PrecisionRecallCurve.Point(1, 0.01, 0));
        assertThat(PrecisionRecallCurve.of(perfect).baseRate()).isEqualTo(0.01);
    }

    private static boolean onLines(RocCurve curve, double x, double y) {
        for (int i = 1; i < curve.points().size(); i++) {
            RocCurve.Point a = curve.points().get(i - 1);
            RocCurve.Point b = curve.points().get(i);
            double run = b.falsePositiveRate() - a.falsePositiveRate();
            double rise = b.truePositiveRate() - a.truePositiveRate();
            double across = run * (y - a.truePositiveRate()) - rise * (x - a.falsePositiveRate());
            boolean inside = x >= a.falsePositiveRate()
                    && x <= b.falsePositiveRate()
                    && y >= a.truePositiveRate()
                    && y <= b.truePositiveRate();
            if (inside && Math.abs(across) <= 1e-12) {
                return true;
            }
        }
        return false;
    }

    /** On a level stretch, whose precision is that of its right end, or on an upright one between two points. */
    private static boolean onSteps(List<PrecisionRecallCurve.Point> points, double recall, double precision) {
        double from = 0;
        double before = points.get(0).precision();
        for (PrecisionRecallCurve.Point point : points) {
            boolean level = from - 1e-12 <= recall
                    && recall <= point.recall() + 1e-12
                    && Math.abs(precision - point.precision()) <= 1e-12;
            boolean upright = Math.abs(recall - from) <= 1e-12
                    && precision <= Math.max(before, point.precision()) + 1e-12
                    && precision >= Math.min(before, point.precision()) - 1e-12;
            if (level || upright) {
                return true;
            }
            from = point.recall();
            before = point.precision();
        }
        return false;
    }
}
