package dev.oddity.core.ensemble;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Supervision;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.datasets.Features;
import dev.oddity.reproducibility.SeedStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Several detectors as one: the score of a row is the mean of its members' standardised scores, (1/m) Σⱼ (sⱼ(x) − μⱼ)/σⱼ,
 * with mean μⱼ and standard deviation σⱼ of member j's scores of the training rows.
 *
 * <p>{@link #combine} chooses otherwise: {@code max} of the standardised scores, or {@code meanRank}, the mean of the
 * shares of training scores that lie below (ties half), in 0 … 1. The mean is the default: it lowers variance whatever the
 * members, where the maximum lowers bias and is at the mercy of the noisiest (Aggarwal &amp; Sathe, "Theoretical Foundations
 * and Algorithms for Outlier Ensembles", SIGKDD Explorations 17(1), 2015). Ranks keep one member's huge scores from
 * outvoting the others, but beyond the greatest training score a member no longer tells one row from another.
 *
 * <p>Each row is placed by the training scores alone, so rows are scored one by one. A member learns and scores just as it
 * does alone with the same seed; of members that are equal, those after the first have random streams of their own.
 * Every member gives its own model score. It learns from labels if a member does; only such members are told them.
 *
 * <p>{@link TrainedModel#contributions} is there if every member has it: the mean over the members of each one's
 * contributions, divided by the sum of their absolute values in that row, since members count in units of their own.
 *
 * <p>Fitting costs what its members cost one after the other, and a scoring of the training rows by each; a rank keeps all
 * of these scores. Scoring costs the sum of its members'.
 */
public final class Ensemble implements Detector {

    private static final Parameters DEFAULTS = Parameters.of("ensemble")
            .defineMembers("members")
            .define(
                    "combine",
                    Combination.MEAN.word,
                    Rule.oneOf(Stream.of(Combination.values())
                            .map(combination -> combination.word)
                            .toArray(String[]::new)));

    private final Parameters parameters;

    /** Of no members yet, for {@link #with(Parameters)}. */
    public Ensemble() {
        this(DEFAULTS);
    }

    /** Of these members; at least two by the time it is fitted. */
    public Ensemble(List<Detector> members) {
        this(DEFAULTS.with("members", members));
    }

    private Ensemble(Parameters parameters) {
        this.parameters = parameters;
    }

    /** {@code mean} or {@code max} of the standardised scores, or {@code meanRank}; {@code mean} unless set. */
    public Ensemble combine(String how) {
        return with(parameters.with("combine", how));
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Ensemble with(Parameters changed) {
        return new Ensemble(changed);
    }

    /** Only where every member is. */
    @Override
    public boolean portable() {
        return members().stream().allMatch(Detector::portable);
    }

    /** That of the member which is told most. */
    @Override
    public Supervision supervision() {
        return members().stream()
                .map(Detector::supervision)
                .max(Comparator.naturalOrder())
                .orElse(Supervision.UNSUPERVISED);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        List<Detector> members = members();
        if (members.size() < 2) {
            throw new IllegalArgumentException(this + " has " + members.size()
                    + " of the members it needs; give at least two, such as ensemble(pca(), knn())");
        }
        Finite.check(name(), train);
        List<TrainedModel> models = new ArrayList<>();
        try {
            List<double[]> kept = new ArrayList<>();
            for (int member = 0; member < members.size(); member++) {
                models.add(members.get(member).fit(train, context(members, member, context)));
                kept.add(combination().kept(models.get(member).trainingScores(train, EnsembleModel.MEMBER_SCORE)));
            }
            return new EnsembleModel(combination(), members, models, kept);
        } catch (RuntimeException | Error failure) {
            models.forEach(TrainedModel::close);
            throw failure;
        }
    }

    private static FitContext context(List<Detector> members, int member, FitContext context) {
        Detector detector = members.get(member);
        long before =
                members.subList(0, member).stream().filter(detector::equals).count();
        SeedStream seeds = before == 0 ? context.seeds() : context.seeds().named("repetition " + before);
        TrainingLabels labels = detector.supervision().usesLabels() ? context.labels() : TrainingLabels.none();
        return new FitContext(seeds, context.progress(), context.warnings(), labels);
    }

    /** Whether each member restores the other's member in its place, and they are combined alike. */
    @Override
    public boolean restores(Detector fitted) {
        return fitted instanceof Ensemble that
                && combination() == that.combination()
                && members().size() == that.members().size()
                && IntStream.range(0, members().size())
                        .allMatch(member ->
                                members().get(member).restores(that.members().get(member)));
    }

    @Override
    public TrainedModel restore(ModelState state) {
        return EnsembleModel.restore(combination(), members(), state);
    }

    private List<Detector> members() {
        return parameters.members("members");
    }

    private Combination combination() {
        return Combination.of(parameters.text("combine"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ensemble that && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}
