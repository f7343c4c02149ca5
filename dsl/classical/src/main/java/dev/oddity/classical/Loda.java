package dev.oddity.classical;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Tensor;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/**
 * Mean surprise over k random projections: −(1/k) Σᵢ log p̂ᵢ(wᵢᵀx), each w with ⌊√columns⌋ entries from N(0, 1) and
 * zeros elsewhere, p̂ᵢ the histogram of the training rows' projections (Pevný, "Loda: lightweight on-line detector of
 * anomalies", Machine Learning 102, 2016).
 *
 * <p>Defaults: 100 projections; bins of equal width, as many as Birgé &amp; Rozenholc's penalised likelihood asks for
 * in each projection, as in the paper, judged on at most 10,000 rows. p̂ is the share of rows in the bin, which orders
 * rows as its density does. A new row counts itself, (1 + count)/(n + 1), so an empty bin and what lies outside are
 * finite and equally unusual; {@link TrainedModel#trainingScores} are those of the plain histogram. Projections add
 * columns up: scale them.
 *
 * <p>PyOD's {@code LODA} looks a number up in the bin beside its own; this one does not.
 *
 * <p>What a number adds to a score is the t-statistic of the paper's two-sample test between the surprise of the
 * projections that use the column and of those that do not, each here less the projection's mean in training; 0 where
 * either are fewer than two. These do not add up to the score. With fewer than four columns each projection has one, and a
 * number's share is what the projections of its column add; these do add up. Linear time; no row is kept. Randomness: the
 * projections, and the rows bins are judged on.
 */
public record Loda(Parameters parameters) implements Detector {

    private static final int MOST_JUDGED = 10_000;

    private static final Parameters DEFAULTS =
            Parameters.of("loda").define("projections", 100, Rule.atLeast(1)).define("bins", 0, Rule.atLeast(0));

    public Loda {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public Loda() {
        this(DEFAULTS);
    }

    /** Random projections; 100 unless set. */
    public Loda projections(int count) {
        return with(parameters.with("projections", count));
    }

    /** Bins per histogram; 0, the default: as many as the projection asks for. */
    public Loda bins(int count) {
        return with(parameters.with("bins", count));
    }

    @Override
    public Loda with(Parameters changed) {
        return new Loda(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        Random random = context.seeds().named("projections").random();
        double[] weights = new double[parameters.integer("projections") * train.columns()];
        for (int from = 0; from < weights.length; from += train.columns()) {
            draw(weights, from, train.columns(), random);
        }
        Features judged = Subsample.draw(
                train, MOST_JUDGED, context.seeds().named("subsample").random());
        return restore(learn(train, judged, weights));
    }

    /** Weights for ⌊√columns⌋ columns, drawn without replacement. */
    private static void draw(double[] weights, int from, int columns, Random random) {
        int wanted = (int) Math.sqrt(columns);
        for (int column = 0; wanted > 0; column++) {
            if ((columns - column) * random.nextDouble() < wanted) {
                weights[from + column] = random.nextGaussian();
                wanted--;
            }
        }
    }

    /**
     * The histograms of these projections.
     *
     * @param judged the rows that the number of bins is judged on
     * @param weights projections × columns
     */
    ModelState learn(Features train, Features judged, double[] weights) {
        int bins = parameters.integer("bins");
        Histogram[] histograms = Arrays.stream(Projection.of(weights, train.columns()))
                .parallel()
                .map(projection -> {
                    int count = bins > 0
                            ? bins
                            : BinCount.of(Arrays.stream(projection.of(judged))
                                    .sorted()
                                    .toArray());
                    return histogram(projection.of(train), count);
                })
                .toArray(Histogram[]::new);
        return new Histograms(histograms)
                .state(Map.of("weights", Tensor.of(weights, histograms.length, train.columns())));
    }

    private static Histogram histogram(double[] numbers, int bins) {
        double least = Arrays.stream(numbers).min().orElseThrow();
        double largest = Arrays.stream(numbers).max().orElseThrow();
        Histogram histogram = new Histogram(least, largest, new double[bins]);
        for (double number : numbers) {
            histogram.add(number);
        }
        return histogram;
    }

    @Override
    public TrainedModel restore(ModelState state) {
        Tensor weights = state.tensor("weights");
        int columns = weights.shape()[1];
        Projection[] projections = Projection.of(weights.doubles(), columns);
        Histogram[] histograms = Histograms.of(state).each();
        Surprises asNew = new Surprises(projections, histograms, 1);
        Surprises asTrained = new Surprises(projections, histograms, 0);
        return new NumbersModel(name(), columns, state, asNew.inParallel(), asTrained.inParallel())
                .explainedBy(rows -> ProjectionBlame.of(asNew, rows));
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}
