package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Encoder and generator, which learn together against three discriminators: of a row with its code, of two rows, and of two
 * codes. No loss of one discriminator has a part in another's, so they are one part of the layout with the sum for a loss.
 *
 * @param joint D_xz
 * @param ofRows D_xx
 * @param ofCodes D_zz
 */
record AladNetwork(
        Layout layout,
        Layer encoder,
        Layer generator,
        PairCritic joint,
        PairCritic ofRows,
        PairCritic ofCodes,
        int latent)
        implements Network {

    private static final int MAKERS = 0;
    private static final int CRITICS = 1;
    private static final int[] WIDTH = {1};

    private static final List<String> MADE = List.of("encoder", "generator");
    private static final List<String> JUDGED = List.of("jointCritic", "rowCritic", "codeCritic");

    static AladNetwork of(Parameters parameters, int columns) {
        return of(parameters, new long[] {columns});
    }

    /** @param row the shape of one */
    static AladNetwork of(Parameters parameters, long[] row) {
        Layout layout = new Layout();
        Subnetworks networks = new Subnetworks(parameters, layout);
        networks.refuseIdle(MADE, "hidden");
        networks.refuseIdle(JUDGED, "discriminatorHidden", "dropout", "spectralNorm");
        networks.refuseIdle(Stream.of(MADE, JUDGED).flatMap(List::stream).toList(), "activation");
        Activation activation = Activation.named(parameters.text("activation"));
        int[] hidden = parameters.integers("hidden");
        int columns = Widths.of(row);
        int latent = parameters.integer("latent");
        long[] z = {latent};
        Layer encoder = networks.to(
                "encoder",
                row,
                z,
                () -> Perceptron.in(layout, "encoder", activation, Widths.of(columns, hidden, latent)));
        Layer generator = networks.to(
                "generator",
                z,
                row,
                () -> Perceptron.in(
                        layout, "generator", activation, Widths.of(latent, Widths.reversed(hidden), columns)));
        layout.part();
        return new AladNetwork(
                layout,
                encoder,
                generator,
                PairCritic.in(networks, "jointCritic", "xz", activation, columns + latent),
                PairCritic.in(networks, "rowCritic", "xx", activation, 2 * columns),
                PairCritic.in(networks, "codeCritic", "zz", activation, 2 * latent),
                latent);
    }

    @Override
    public List<Objective> objectives() {
        return List.of(
                new Objective(
                        "encoder and generator loss", MAKERS, 1, (batch, pass) -> makers(plays(batch, pass), pass)),
                new Objective("discriminator loss", CRITICS, 1, (batch, pass) -> critics(plays(batch, pass), pass)));
    }

    /** Adversaries' losses do not fall; the rows' reconstruction should get better. */
    @Override
    public Objective.Loss watched() {
        return (batch, pass) ->
                rebuilt(batch.rows(), pass).sub(batch.rows()).square().mean();
    }

    /**
     * What is judged.
     *
     * @param codes E(x)
     * @param drawn z
     * @param made G(z)
     */
    record Plays(NDArray rows, NDArray codes, NDArray rebuilt, NDArray drawn, NDArray made, NDArray found) {}

    private Plays plays(Batch batch, Pass pass) {
        Shape shape = new Shape(batch.rows().getShape().get(0), latent);
        return plays(batch.rows(), pass.manager().randomNormal(0, 1, shape, DataType.FLOAT32), pass);
    }

    Plays plays(NDArray rows, NDArray drawn, Pass pass) {
        NDArray codes = encoder.forward(rows, pass);
        NDArray made = generator.forward(drawn, pass);
        return new Plays(rows, codes, generator.forward(codes, pass), drawn, made, encoder.forward(made, pass));
    }

    /** Each half of what the discriminators are to tell apart takes the other's part. */
    NDArray makers(Plays plays, Pass pass) {
        return Game.NonSaturating.surprise(joint.logits(plays.rows(), plays.codes(), pass))
                .add(Game.NonSaturating.surprise(
                        joint.logits(plays.made(), plays.drawn(), pass).neg()))
                .add(Game.NonSaturating.surprise(
                        ofRows.logits(plays.rows(), plays.rebuilt(), pass).neg()))
                .add(Game.NonSaturating.surprise(
                        ofCodes.logits(plays.drawn(), plays.found(), pass).neg()));
    }

    NDArray critics(Plays plays, Pass pass) {
        return told(joint, plays.rows(), plays.codes(), plays.made(), plays.drawn(), pass)
                .add(told(ofRows, plays.rows(), plays.rows(), plays.rows(), plays.rebuilt(), pass))
                .add(told(ofCodes, plays.drawn(), plays.drawn(), plays.drawn(), plays.found(), pass));
    }

    /** −ln σ(D(true pair)) − ln(1 − σ(D(false pair))), the mean. */
    private static NDArray told(
            PairCritic critic, NDArray first, NDArray second, NDArray falseFirst, NDArray falseSecond, Pass pass) {
        return Game.NonSaturating.surprise(critic.logits(first, second, pass).neg())
                .add(Game.NonSaturating.surprise(critic.logits(falseFirst, falseSecond, pass)));
    }

    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        NDArray rebuilt = rebuilt(rows, pass);
        if (score instanceof Score.ReconstructionError) {
            return rebuilt.sub(rows).square().sum(WIDTH).sqrt();
        }
        NDArray apart = ofRows.features(rows, rebuilt, pass).sub(ofRows.features(rows, rows, pass));
        return score instanceof Score.FeatureMatching
                ? apart.square().sum(WIDTH).sqrt()
                : apart.abs().sum(WIDTH);
    }

    private NDArray rebuilt(NDArray rows, Pass pass) {
        return generator.forward(encoder.forward(rows, pass), pass);
    }

    /** The model's own score is another. */
    @Override
    public boolean lengthOfResidual(Score score) {
        return score instanceof Score.ReconstructionError;
    }

    @Override
    public Optional<Generative> generative() {
        return Optional.of(new Generator(latent, generator));
    }

    @Override
    public Optional<NDArray> reconstruction(NDArray rows, Pass pass) {
        return Optional.of(rebuilt(rows, pass));
    }

    @Override
    public Optional<NDArray> latent(NDArray rows, Pass pass) {
        return Optional.of(encoder.forward(rows, pass));
    }
}
