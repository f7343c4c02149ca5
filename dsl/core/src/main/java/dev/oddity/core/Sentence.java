package dev.oddity.core;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Score;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Threshold;
import dev.oddity.datasets.DataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sentence in the making: every stage in one immutable record.
 *
 * @param group how many of the last models were named together, so that a score finds them
 */
record Sentence(
        String name,
        @Nullable DataSource source,
        List<Experiment.Candidate> candidates,
        int group,
        List<Long> seeds,
        Threshold threshold)
        implements DataStage, ScoreStage {

    static DataStage named(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException(
                    "an experiment needs a name, such as experiment(\"credit-card fraud\"): it heads the report");
        }
        return new Sentence(name, null, List.of(), 0, List.of(Experiment.SEED), Experiment.THRESHOLD);
    }

    @Override
    public ModelStage data(DataSource chosen) {
        Objects.requireNonNull(chosen, ".data(null): give a data source, such as breastCancer()");
        return new Sentence(name, chosen, candidates, group, seeds, threshold);
    }

    @Override
    public ScoreStage model(Detector detector) {
        return models(detector);
    }

    @Override
    public ScoreStage models(Detector... detectors) {
        return models(List.of(detectors));
    }

    @Override
    public ScoreStage models(List<Detector> detectors) {
        if (detectors.isEmpty()) {
            throw new IllegalArgumentException(".models() names no model; give at least one, such as autoencoder()");
        }
        List<Experiment.Candidate> more = Stream.concat(
                        candidates.stream(), detectors.stream().map(Experiment.Candidate::of))
                .toList();
        return new Sentence(name, source, more, detectors.size(), seeds, threshold);
    }

    @Override
    public ScoreStage score(Score score) {
        List<Experiment.Candidate> scored = new ArrayList<>(candidates);
        scored.subList(scored.size() - group, scored.size()).replaceAll(candidate -> candidate.scoredBy(score));
        return new Sentence(name, source, List.copyOf(scored), group, seeds, threshold);
    }

    @Override
    public ScoreStage seeds(int howMany) {
        if (howMany < 1) {
            throw new IllegalArgumentException(".seeds(" + howMany + "): at least 1 seed is needed");
        }
        return seeded(LongStream.range(Experiment.SEED, Experiment.SEED + howMany));
    }

    @Override
    public ScoreStage seedValues(long... chosen) {
        if (chosen.length == 0) {
            throw new IllegalArgumentException(
                    ".seedValues() names no seed; give at least one, or leave it out for seed " + Experiment.SEED);
        }
        return seeded(LongStream.of(chosen));
    }

    private ScoreStage seeded(LongStream chosen) {
        List<Long> distinct = chosen.distinct().boxed().toList();
        return new Sentence(name, source, candidates, group, distinct, threshold);
    }

    @Override
    public EvaluateStage threshold(Threshold chosen) {
        return new Sentence(name, source, candidates, group, seeds, chosen);
    }

    @Override
    public Report evaluate(Metric... metrics) {
        return plan(metrics).evaluate();
    }

    @Override
    public Experiment plan(Metric... metrics) {
        List<Metric> chosen = metrics.length == 0 ? Experiment.METRICS : List.of(metrics);
        if (source == null) {
            throw new IllegalStateException("no data yet; .data(..) comes first");
        }
        return new Experiment(name, source, candidates, seeds, threshold, chosen);
    }

    @Override
    public FittedDetector fit() {
        return plan().fit();
    }

    @Override
    public String toString() {
        StringBuilder said = new StringBuilder("experiment(\"" + name + "\")");
        if (source != null) {
            said.append("\n    .data(").append(source).append(')');
        }
        said.append(Experiment.words(candidates));
        return said.append("\n    next: ").append(next()).toString();
    }

    @Override
    public MimeBundle display() {
        return MimeBundle.text(toString());
    }

    private String next() {
        if (source == null) {
            return ".data(..)";
        }
        return candidates.isEmpty()
                ? ".model(..) or .models(..)"
                : ".score(..), .seeds(..), .threshold(..), then .evaluate(..), .plan(..) or .fit()";
    }
}
