package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Searches the h rows whose covariance has the least determinant: FAST-MCD (Rousseeuw &amp; Van Driessen, "A fast algorithm
 * for the minimum covariance determinant estimator", Technometrics 41, 1999, section 3.3).
 *
 * <p>A concentration step takes the h rows nearest to an estimate, by its own Mahalanobis distance, as the next one; it
 * never raises the determinant. 500 random starts of columns + 1 rows take two steps each, on all rows if they are at
 * most 600, else on up to five subsets of about 300; the ten best of each go on with up to 1,500 rows together, and the
 * ten best of those with all.
 */
final class FastMcd {

    private static final int STARTS = 500;
    private static final int BEST = 10;
    private static final int SUBSET_ROWS = 300;
    private static final int MOST_SUBSETS = 5;
    private static final int MOST_STEPS = 30;

    /** How much of all rows' covariance is mixed into one that is singular. */
    static final double MIXED = 1e-3;

    private final Features rows;
    private final int support;
    private final double[][] all;

    /**
     * @param support h
     * @param all the covariance of all these rows, not singular
     */
    FastMcd(Features rows, int support, double[][] all) {
        this.rows = rows;
        this.support = support;
        this.all = all;
    }

    /**
     * @param covariance of the chosen rows, with their mean
     * @param distance their squared Mahalanobis distance
     * @param singular whether they lie in a plane, so that some of all rows' covariance is mixed into the distance
     */
    record Estimate(Covariance covariance, RowScorer distance, double logDeterminant, boolean singular) {}

    Estimate search(Random random) {
        int count = rows.rows();
        int subsets = Math.max(1, Math.min(MOST_SUBSETS, count / SUBSET_ROWS));
        if (subsets == 1) {
            return best(starts(rows, STARTS, random).stream().map(start -> converged(rows, start)), 1)
                    .get(0);
        }
        Features merged = Subsample.draw(rows, MOST_SUBSETS * SUBSET_ROWS, random);
        int[] order = shuffled(merged.rows(), random);
        Stream<Estimate> candidates = IntStream.range(0, subsets)
                .mapToObj(subset -> merged.select(Arrays.copyOfRange(
                        order, subset * order.length / subsets, (subset + 1) * order.length / subsets)))
                .flatMap(subset -> starts(subset, STARTS / subsets, random).stream());
        List<Estimate> good = best(candidates.map(candidate -> twoSteps(merged, candidate)), BEST);
        if (merged.rows() < count) {
            good = best(good.stream().map(candidate -> twoSteps(rows, candidate)), 1);
        }
        return best(good.stream().map(candidate -> converged(rows, candidate)), 1)
                .get(0);
    }

    private static List<Estimate> best(Stream<Estimate> estimates, int most) {
        return estimates
                .sorted(Comparator.comparingDouble(Estimate::logDeterminant))
                .limit(most)
                .toList();
    }

    /** The best of so many random starts, each after two steps; on all cores. */
    private List<Estimate> starts(Features part, int count, Random random) {
        int[][] chosen = new int[count][];
        for (int start = 0; start < count; start++) {
            chosen[start] = Arrays.copyOf(shuffled(part.rows(), random), Math.min(part.rows(), part.columns() + 1));
        }
        return best(
                Arrays.stream(chosen)
                        .parallel()
                        .map(some -> twoSteps(part, estimate(Covariance.of(part.select(some))))),
                BEST);
    }

    private Estimate twoSteps(Features part, Estimate from) {
        return step(part, step(part, from));
    }

    private Estimate converged(Features part, Estimate from) {
        Estimate least = step(part, from);
        for (int step = 0; step < MOST_STEPS; step++) {
            Estimate next = step(part, least);
            if (next.logDeterminant >= least.logDeterminant) {
                break;
            }
            least = next;
        }
        return least;
    }

    private Estimate step(Features part, Estimate from) {
        double[] distances = from.distance.inParallel().score(part);
        int nearest = (int) Math.ceil((double) part.rows() * support / rows.rows());
        return estimate(Covariance.of(part, nearest(distances, nearest)));
    }

    /** 1 for so many of the least, the first of equals; 0 for the others. */
    private static double[] nearest(double[] distances, int count) {
        double[] sorted = distances.clone();
        Arrays.parallelSort(sorted);
        double farthest = sorted[count - 1];
        int open = count;
        for (double distance : distances) {
            open -= distance < farthest ? 1 : 0;
        }
        double[] weights = new double[distances.length];
        for (int row = 0; row < weights.length; row++) {
            if (distances[row] < farthest || distances[row] == farthest && open-- > 0) {
                weights[row] = 1;
            }
        }
        return weights;
    }

    private Estimate estimate(Covariance covariance) {
        Cholesky own = Cholesky.of(covariance.matrix()).orElse(null);
        Cholesky factor = own != null
                ? own
                : Cholesky.of(covariance.mixed(MIXED, all).matrix()).orElseThrow();
        return new Estimate(
                covariance,
                new QuadraticForm(covariance.mean(), factor.whitening()),
                factor.logDeterminant(),
                own == null);
    }

    private static int[] shuffled(int count, Random random) {
        int[] order = IntStream.range(0, count).toArray();
        for (int last = count - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int swapped = order[last];
            order[last] = order[other];
            order[other] = swapped;
        }
        return order;
    }
}
