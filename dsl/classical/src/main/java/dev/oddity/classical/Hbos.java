package dev.oddity.classical;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How thinly a row's numbers are populated in their columns' histograms: −Σⱼ log₂(densityⱼ(xⱼ) + α), columns taken as
 * independent (Goldstein &amp; Dengel, "Histogram-based outlier score (HBOS): a fast unsupervised anomaly detection
 * algorithm", KI 2012), with PyOD's α, which keeps an empty bin finite.
 *
 * <p>Defaults as PyOD: 10 bins of equal width, α 0.1, tolerance 0.5: a number outside the training range by no more
 * than half a bin counts as in the last bin, farther out as in the thinnest. A density depends on its column's unit,
 * and so does what α means: scale the columns. A number on an inner edge counts for the bin above it both when the
 * histogram is made and when a row is scored; PyOD scores it by the bin below.
 *
 * <p>{@code bins(0)} gives each column as many as Birgé &amp; Rozenholc's penalised likelihood asks for, judged on at
 * most 10,000 of its numbers, whose draw is then the only randomness. What a number adds to a score is its column's
 * term; these add up to the score. Linear time; no row is kept.
 */
public record Hbos(Parameters parameters) implements Detector {

    private static final int MOST_JUDGED = 10_000;

    private static final Parameters DEFAULTS = Parameters.of("hbos")
            .define("bins", 10, Rule.atLeast(0))
            .define("alpha", .1, Rule.positive())
            .define("tolerance", .5, Rule.atLeast(0));

    public Hbos {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public Hbos() {
        this(DEFAULTS);
    }

    /** Bins per column; 0: as many as the column's numbers ask for, column by column. 10 unless set. */
    public Hbos bins(int count) {
        return with(parameters.with("bins", count));
    }

    /** Added to every density; 0.1 unless set. */
    public Hbos alpha(double density) {
        return with(parameters.with("alpha", density));
    }

    /** How far outside the training range a number may be, in widths of a bin, to count as in the last bin; 0.5 unless set. */
    public Hbos tolerance(double bins) {
        return with(parameters.with("tolerance", bins));
    }

    @Override
    public Hbos with(Parameters changed) {
        return new Hbos(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        int bins = parameters.integer("bins");
        Features judged = bins > 0
                ? train
                : Subsample.draw(
                        train, MOST_JUDGED, context.seeds().named("subsample").random());
        Histogram[] histograms = IntStream.range(0, train.columns())
                .parallel()
                .mapToObj(column -> {
                    int count = bins > 0 ? bins : suited(Columns.sorted(judged, column));
                    return histogram(train, column, count);
                })
                .toArray(Histogram[]::new);
        return restore(new Histograms(histograms).state(Map.of()));
    }

    private static int suited(float[] sorted) {
        double[] numbers = new double[sorted.length];
        Arrays.setAll(numbers, i -> sorted[i]);
        return BinCount.of(numbers);
    }

    private static Histogram histogram(Features train, int column, int bins) {
        float[] numbers = Columns.of(train, column);
        float least = numbers[0];
        float largest = numbers[0];
        for (float number : numbers) {
            least = Math.min(least, number);
            largest = Math.max(largest, number);
        }
        Histogram histogram = new Histogram(least, largest, new double[bins]);
        for (float number : numbers) {
            histogram.add(number);
        }
        return histogram;
    }

    @Override
    public TrainedModel restore(ModelState state) {
        Histograms histograms = Histograms.of(state);
        double rows = histograms.rows();
        ColumnSum sum = new ColumnSum(Arrays.stream(histograms.each())
                .map(histogram -> score(histogram, rows))
                .toArray(ColumnScore[]::new));
        return new NumbersModel(name(), sum.columns().length, state, sum.inParallel()).explainedBy(sum::each);
    }

    private ColumnScore score(Histogram histogram, double rows) {
        double alpha = parameters.real("alpha");
        double tolerance = parameters.real("tolerance");
        double[] scores = Arrays.stream(histogram.counts())
                .map(count -> -Math.log(count / (rows * histogram.width()) + alpha) / Math.log(2))
                .toArray();
        double thinnest = Arrays.stream(scores).max().orElseThrow();
        return x -> {
            int bin = histogram.bin(x);
            if (bin >= 0 && bin < scores.length) {
                return scores[bin];
            }
            return histogram.beyond(x) <= tolerance ? scores[bin < 0 ? 0 : scores.length - 1] : thinnest;
        };
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}
