package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Provenance;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Splits;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * A generated series without anomalies, to put some into: each channel {@code x0}, {@code x1}, … is a sine of period 100 and
 * amplitude 1, one of period 37 and amplitude 0.3, both with random phases, and Gaussian noise of standard deviation 0.1.
 *
 * <p>By default the first half trains, without anomalies, and the second half tests; z-scores.
 */
public final class SineSeries extends CatalogueSource<SineSeries> {

    private static final double PERIOD = 100;
    private static final double SHORT_PERIOD = 37;
    private static final double SHORT_AMPLITUDE = 0.3;
    private static final double NOISE = 0.1;

    private final int points;
    private final int channels;
    private final long seed;

    private SineSeries(int points, int channels, long seed, Choices choices) {
        super(choices);
        this.points = points;
        this.channels = channels;
        this.seed = seed;
    }

    static SineSeries of(int points) {
        if (points < 2) {
            throw new DataException("sine(" + points + "): a series has at least two points, such as sine(2_000)");
        }
        return new SineSeries(points, 1, 1, Choices.NONE);
    }

    /**
     * Several series of the same kind side by side, with phases and noise of their own; 1 by default.
     *
     * @param count at least 1
     */
    public SineSeries channels(int count) {
        if (count < 1) {
            throw new DataException("channels(" + count + "): a series has at least one channel, such as channels(3)");
        }
        return new SineSeries(points, count, seed, choices);
    }

    /** Other phases and noise. */
    public SineSeries seed(long seed) {
        return new SineSeries(points, channels, seed, choices);
    }

    @Override
    public String name() {
        return "sine";
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = choices.describe(name(), ownSplit(), ownPreparation());
        tree.put("points", points);
        tree.put("channels", channels);
        tree.put("seed", seed);
        return tree;
    }

    @Override
    public Dataset load() {
        Random random = new Random(seed);
        Table table = Table.create(
                name(),
                IntStream.range(0, channels).mapToObj(channel -> DoubleColumn.create("x" + channel, wave(random))));
        return choices.of(new Dataset(
                        name(),
                        table,
                        new boolean[points],
                        new Provenance("generated", "generated with seed " + seed, "none needed", "", ""),
                        List.of("Generated data."))
                .asSeries());
    }

    private double[] wave(Random random) {
        double phase = random.nextDouble();
        double shortPhase = random.nextDouble();
        double[] wave = new double[points];
        for (int point = 0; point < points; point++) {
            wave[point] = Math.sin(2 * Math.PI * (point / PERIOD + phase))
                    + SHORT_AMPLITUDE * Math.sin(2 * Math.PI * (point / SHORT_PERIOD + shortPhase))
                    + NOISE * random.nextGaussian();
        }
        return wave;
    }

    @Override
    Split ownSplit() {
        return Splits.temporal(0.5).normalOnly();
    }

    @Override
    Preparation ownPreparation() {
        return Preparations.standard();
    }

    @Override
    SineSeries with(Choices chosen) {
        return new SineSeries(points, channels, seed, chosen);
    }

    @Override
    public String toString() {
        return "sine(" + points + ")" + (channels == 1 ? "" : ".channels(" + channels + ")")
                + (seed == 1 ? "" : ".seed(" + seed + ")") + choices.sentence();
    }
}
