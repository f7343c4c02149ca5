package dev.oddity.core;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.Tensor;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Map;
import java.util.Objects;

/** Distance from the mean, blurred by seeded noise; fails, warns or diverges where a test asks for it. */
public final class ToyDetector implements Detector {

    private final Parameters parameters;

    public ToyDetector() {
        this(Parameters.of("toyDetector")
                .define("noise", 0.0, Rule.atLeast(0))
                .define("mood", "well", Rule.oneOf("well", "fails", "tires", "warns", "diverges", "stops")));
    }

    private ToyDetector(Parameters parameters) {
        this.parameters = parameters;
    }

    ToyDetector noise(double deviation) {
        return new ToyDetector(parameters.with("noise", deviation));
    }

    ToyDetector mood(String mood) {
        return new ToyDetector(parameters.with("mood", mood));
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Detector with(Parameters others) {
        return new ToyDetector(others);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        if (parameters.text("mood").equals("fails")) {
            throw new IllegalArgumentException("the toy was told to fail; give it another mood");
        }
        if (parameters.text("mood").equals("tires") && context.seeds().seed() != Experiment.SEED) {
            throw new IllegalArgumentException("the toy was told to tire after the first seed; give it another mood");
        }
        if (parameters.text("mood").equals("stops")) {
            Thread.currentThread().interrupt();
        }
        if (parameters.text("mood").equals("warns")) {
            context.warn("the toy warns");
        }
        Finite.check(name(), train);
        double[] mean = new double[train.columns()];
        for (int row = 0; row < train.rows(); row++) {
            for (int column = 0; column < mean.length; column++) {
                mean[column] += train.at(row, column) / train.rows();
            }
        }
        var random = context.seeds().named("noise").random();
        for (int column = 0; column < mean.length; column++) {
            mean[column] += parameters.real("noise") * random.nextGaussian();
        }
        context.progress().step(1, 1, "");
        return new Model(mean, parameters.text("mood").equals("diverges"));
    }

    @Override
    public TrainedModel restore(ModelState state) {
        return new Model(state.tensor("mean").doubles(), false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ToyDetector that && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return Objects.hash(parameters);
    }

    @Override
    public String toString() {
        return parameters.toString();
    }

    private record Model(double[] mean, boolean diverged) implements TrainedModel {

        @Override
        public double[] score(Features rows, Score score) {
            Finite.check("toyDetector", rows);
            double[] scores = new double[rows.rows()];
            for (int row = 0; row < scores.length; row++) {
                for (int column = 0; column < mean.length; column++) {
                    scores[row] += Math.abs(rows.at(row, column) - mean[column]);
                }
                scores[row] = diverged ? Double.NaN : scores[row];
            }
            return scores;
        }

        @Override
        public ModelState state() {
            return new ModelState(Map.of("mean", Tensor.of(mean)), Map.of("device", "abacus"));
        }
    }
}
