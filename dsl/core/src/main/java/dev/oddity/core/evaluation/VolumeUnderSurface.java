package dev.oddity.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The areas under range-based ROC and precision-recall curves, averaged over buffers of w = 0, 1 … L points around the
 * anomalies.
 *
 * <p>A normal point at a distance of d ≤ ⌊w/2⌋ points from an anomaly is itself an anomaly to the degree √(1 − d/w); degrees
 * from both sides add up to at most 1. Of the points called at a cut let TP be the sum of degrees, E the part of it that lies
 * outside anomalies, N their number; let P be the number of anomalous points and n that of all. Then
 *
 * <ul>
 *   <li>recall = min(1, TP / (P + E/2)) · the share of buffered anomalies, touching ones being one, with a point called,
 *   <li>false-positive rate = (N − TP) / (n − P − E/2), precision = TP / N.
 * </ul>
 *
 * <p>Cuts lie at 250 scores evenly spaced in descending order, as in the authors' program. The area under ROC is by
 * trapezoids, with (0, 0) and (1, 1); that under precision-recall by steps. Time O(n log n + L (a L + 250)) for a anomalies:
 * each point falls into the cut at which it is first called, so that no cut looks at points again.
 */
record VolumeUnderSurface(double roc, double pr) {

    private static final int CUTS = 250;

    static VolumeUnderSurface of(Predictions predictions, @Nullable Integer buffer) {
        List<Series> series = predictions.series();
        Surface surface = Surface.of(series);
        int widest = buffer == null ? medianLength(surface.anomalies) : buffer;
        double roc = 0;
        double pr = 0;
        for (int width = 0; width <= widest; width++) {
            VolumeUnderSurface slice = surface.slice(width);
            roc += slice.roc;
            pr += slice.pr;
        }
        return new VolumeUnderSurface(roc / (widest + 1), pr / (widest + 1));
    }

    private static int medianLength(List<Buffered> anomalies) {
        int[] lengths = anomalies.stream()
                .mapToInt(anomaly -> anomaly.stretch.length())
                .sorted()
                .toArray();
        return (lengths[(lengths.length - 1) / 2] + lengths[lengths.length / 2]) / 2;
    }

    /** An anomaly, numbered over all series, between the ends of its own. */
    private static final class Buffered {

        private final Stretch stretch;
        private final Stretch within;
        /** The first cut that calls a point of it or of its buffer, and the buffer's half width for which that holds. */
        private int firstCut;

        private int half;

        private Buffered(Stretch stretch, Stretch within, int firstCut) {
            this.stretch = stretch;
            this.within = within;
            this.firstCut = firstCut;
        }

        private void widenTo(int newHalf, int[] cutOf) {
            while (half < newHalf) {
                half++;
                if (stretch.from() - half >= within.from()) {
                    firstCut = Math.min(firstCut, cutOf[stretch.from() - half]);
                }
                if (stretch.to() - 1 + half < within.to()) {
                    firstCut = Math.min(firstCut, cutOf[stretch.to() - 1 + half]);
                }
            }
        }

        private boolean touches(Buffered next) {
            return within.equals(next.within) && stretch.to() - 1 + half >= next.stretch.from() - half;
        }
    }

    /** What does not change with the buffer. */
    private static final class Surface {

        private final int[] cutOf;
        private final boolean[] labels;
        private final List<Buffered> anomalies;
        private final int[] called = new int[CUTS];
        private final int[] found = new int[CUTS];
        private final double[] degrees;

        private Surface(int[] cutOf, boolean[] labels, List<Buffered> anomalies) {
            this.cutOf = cutOf;
            this.labels = labels;
            this.anomalies = anomalies;
            this.degrees = new double[labels.length];
            for (int point = 0; point < labels.length; point++) {
                called[cutOf[point]]++;
                found[cutOf[point]] += labels[point] ? 1 : 0;
            }
            for (int cut = 1; cut < CUTS; cut++) {
                called[cut] += called[cut - 1];
                found[cut] += found[cut - 1];
            }
        }

        static Surface of(List<Series> series) {
            int points = series.stream().mapToInt(Series::points).sum();
            double[] scores = new double[points];
            boolean[] labels = new boolean[points];
            int from = 0;
            for (Series one : series) {
                System.arraycopy(one.scores(), 0, scores, from, one.points());
                System.arraycopy(one.labels(), 0, labels, from, one.points());
                from += one.points();
            }
            int[] cutOf = cuts(scores);
            List<Buffered> anomalies = new ArrayList<>();
            int start = 0;
            for (Series one : series) {
                Stretch within = new Stretch(start, start + one.points());
                for (Stretch anomaly : one.anomalies()) {
                    Stretch stretch = new Stretch(start + anomaly.from(), start + anomaly.to());
                    int firstCut = CUTS;
                    for (int point = stretch.from(); point < stretch.to(); point++) {
                        firstCut = Math.min(firstCut, cutOf[point]);
                    }
                    anomalies.add(new Buffered(stretch, within, firstCut));
                }
                start += one.points();
            }
            return new Surface(cutOf, labels, anomalies);
        }

        /** For each point the first cut, from the highest, that calls it. */
        private static int[] cuts(double[] scores) {
            double[] ascending = scores.clone();
            Arrays.sort(ascending);
            int last = scores.length - 1;
            double step = last / (CUTS - 1.0);
            double[] cuts = new double[CUTS];
            for (int cut = 0; cut < CUTS; cut++) {
                cuts[cut] = ascending[last - (cut == CUTS - 1 ? last : (int) (cut * step))];
            }
            int[] cutOf = new int[scores.length];
            for (int point = 0; point < scores.length; point++) {
                int low = 0;
                int high = CUTS - 1;
                while (low < high) {
                    int middle = (low + high) >>> 1;
                    if (scores[point] >= cuts[middle]) {
                        high = middle;
                    } else {
                        low = middle + 1;
                    }
                }
                cutOf[point] = low;
            }
            return cutOf;
        }

        private VolumeUnderSurface slice(int width) {
            double[] beside = degreesBeside(width);
            int[] noticed = new int[CUTS];
            int groups = 0;
            for (int i = 0; i < anomalies.size(); groups++) {
                int firstCut = anomalies.get(i).firstCut;
                while (i + 1 < anomalies.size() && anomalies.get(i).touches(anomalies.get(i + 1))) {
                    i++;
                    firstCut = Math.min(firstCut, anomalies.get(i).firstCut);
                }
                noticed[firstCut]++;
                i++;
            }
            int all = found[CUTS - 1];
            int groupsNoticed = 0;
            double extended = 0;
            double x = 0;
            double y = 0;
            double roc = 0;
            double pr = 0;
            for (int cut = 0; cut < CUTS; cut++) {
                extended += beside[cut];
                groupsNoticed += noticed[cut];
                double truePositives = found[cut] + extended;
                double positives = all + extended / 2;
                double recall = Math.min(1, truePositives / positives) * groupsNoticed / groups;
                double falsePositiveRate = (called[cut] - truePositives) / (labels.length - positives);
                roc += (falsePositiveRate - x) * (recall + y) / 2;
                pr += (recall - y) * truePositives / called[cut];
                x = falsePositiveRate;
                y = recall;
            }
            roc += (1 - x) * (1 + y) / 2;
            return new VolumeUnderSurface(roc, pr);
        }

        /** For each cut the degrees of the normal points that it is the first to call. */
        private double[] degreesBeside(int width) {
            int half = width / 2;
            List<Integer> touched = new ArrayList<>();
            double[] byDistance = new double[half + 1];
            for (int d = 1; d <= half; d++) {
                byDistance[d] = Math.sqrt(1 - (double) d / width);
            }
            for (Buffered anomaly : anomalies) {
                anomaly.widenTo(half, cutOf);
                for (int d = 1; d <= half; d++) {
                    add(anomaly.stretch.from() - d, anomaly.within, byDistance[d], touched);
                    add(anomaly.stretch.to() - 1 + d, anomaly.within, byDistance[d], touched);
                }
            }
            double[] beside = new double[CUTS];
            for (int point : touched) {
                beside[cutOf[point]] += Math.min(1, degrees[point]);
                degrees[point] = 0;
            }
            return beside;
        }

        private void add(int point, Stretch within, double degree, List<Integer> touched) {
            if (point >= within.from() && point < within.to() && !labels[point]) {
                if (degrees[point] == 0) {
                    touched.add(point);
                }
                degrees[point] += degree;
            }
        }
    }
}
