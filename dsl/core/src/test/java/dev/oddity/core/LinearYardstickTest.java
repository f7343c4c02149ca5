package dev.oddity.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.core.comparison.LinearYardstick;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.evaluation.Cost;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.core.evaluation.Predictions;
import dev.oddity.core.evaluation.Threshold;
import dev.oddity.datasets.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearYardstickTest {

    private static final Map<String, Object> CPU = Map.of("device", "cpu");
    private static final Map<String, Object> NOTHING = Map.of();

    @Test
    void a_deep_model_within_the_spread_of_the_seeds_is_no_better_than_linear() {
        List<ModelResult> models =
                List.of(model("vae", CPU, .91, .93, .90, .95, .92), model("pca", NOTHING, .92, .91, .93, .92, .91));

        assertThat(LinearYardstick.note(models, Metrics.rocAuc()).orElseThrow())
                .startsWith(
                        "no better than linear: vae, the best deep model, does not beat pca in ROC-AUC beyond chance;"
                                + " difference +0.0040, 95 % interval [")
                .endsWith("] by 10,000 resamples of 5 seeds");
    }

    @Test
    void one_that_is_better_with_every_seed_is_better() {
        List<ModelResult> models =
                List.of(model("vae", CPU, .97, .96, .98, .97, .96), model("pca", NOTHING, .92, .91, .93, .92, .91));

        assertThat(LinearYardstick.note(models, Metrics.rocAuc())).isEmpty();
    }

    @Test
    void the_best_deep_model_is_held_against_it_and_no_other() {
        List<ModelResult> models = List.of(
                model("knn", NOTHING, .80, .81, .80),
                model("vae", CPU, .97, .96, .98),
                model("autoencoder", CPU, .70, .71, .72),
                model("pca", NOTHING, .92, .91, .93));

        assertThat(LinearYardstick.note(models, Metrics.rocAuc())).isEmpty();
    }

    @Test
    void with_one_seed_the_test_rows_are_resampled() {
        List<ModelResult> models = List.of(model("vae", CPU, .9), model("pca", NOTHING, .9));

        assertThat(LinearYardstick.note(models, Metrics.rocAuc()).orElseThrow())
                .endsWith("95 % interval [0.0000, 0.0000] by 1,000 resamples of 60 test rows");
    }

    @Test
    void without_both_kinds_of_model_nothing_is_said() {
        assertThat(LinearYardstick.note(List.of(model("vae", CPU, .9)), Metrics.rocAuc()))
                .isEmpty();
        assertThat(LinearYardstick.note(
                        List.of(model("pca", NOTHING, .9), model("knn", NOTHING, .8)), Metrics.rocAuc()))
                .isEmpty();
    }

    private static ModelResult model(String name, Map<String, Object> facts, double... areas) {
        List<Run> runs = new ArrayList<>();
        for (int seed = 0; seed < areas.length; seed++) {
            runs.add(new Run(
                    seed,
                    Map.of("rocAuc", areas[seed]),
                    predictions(),
                    new Threshold.Cut(0, Threshold.Cut.TRAINING),
                    Map.of(),
                    facts,
                    new Cost(0, 0, 1, 0)));
        }
        return new ModelResult(name, Experiment.Candidate.of(new Named(name)), runs, "", () -> {
            throw new UnsupportedOperationException("never fitted here");
        });
    }

    private static Predictions predictions() {
        Random random = new Random(1);
        double[] scores = random.doubles(60).toArray();
        boolean[] labels = new boolean[60];
        labels[3] = labels[30] = true;
        return new Predictions(scores, labels, .5);
    }

    /** A detector of which only the name matters here. */
    private record Named(String name) implements Detector {

        @Override
        public Parameters parameters() {
            return Parameters.of(name);
        }

        @Override
        public Detector with(Parameters parameters) {
            return this;
        }

        @Override
        public TrainedModel fit(Features train, FitContext context) {
            throw new UnsupportedOperationException("never fitted here");
        }

        @Override
        public TrainedModel restore(ModelState state) {
            throw new UnsupportedOperationException("never fitted here");
        }
    }
}
