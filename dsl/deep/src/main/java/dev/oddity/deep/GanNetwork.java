package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A generator G(z), its critic D(x), and an encoder E(x) that finds the z of a row, each a part of the layout that learns
 * for itself: f-AnoGAN (Schlegl et al. 2019), whose encoder learns the izi_f loss, with any {@link Game}.
 *
 * @param latent numbers in z
 * @param generatorEvery the generator moves with every so-many-th batch
 * @param kappa weight of the critic's features in what the encoder learns
 * @param criticMean place of the mean of D over the training rows, among the measured
 * @param residualMean place of the mean of x − G(E(x)) over the training rows
 * @param residualWhitening place of the {@link Whitening} of its covariance
 * @param search AnoGAN's, for the score of that name
 */
record GanNetwork(
        Layout layout,
        Layer generator,
        Critic critic,
        Layer encoder,
        Game game,
        int latent,
        int generatorEvery,
        double kappa,
        int criticMean,
        int residualMean,
        int residualWhitening,
        LatentSearch search)
        implements Network {

    private static final int GENERATOR = 0;
    private static final int CRITIC = 1;
    private static final int ENCODER = 2;
    private static final int[] WIDTH = {1};
    private static final List<String> ROLES = List.of("generator", "critic", "encoder");

    /**
     * @param row the shape of one
     * @param critical what the game asks of its critic
     */
    static GanNetwork of(Parameters parameters, long[] row, Game game, Limits critical, int generatorEvery) {
        Layout layout = new Layout();
        Subnetworks networks = new Subnetworks(parameters, layout);
        networks.refuseIdle(ROLES, "hidden", "activation");
        Activation activation = Activation.named(parameters.text("activation"));
        int columns = Widths.of(row);
        int[] hidden = parameters.integers("hidden");
        int latent = parameters.integer("latent");
        long[] z = {latent};
        Layer generator = networks.to(
                "generator",
                z,
                row,
                () -> Perceptron.in(
                        layout, "generator", activation, Widths.of(latent, Widths.reversed(hidden), columns)));
        layout.part();
        Critic critic = networks.critic(
                "critic",
                row,
                critical,
                () -> Perceptron.in(layout, "critic", activation, Widths.of(columns, hidden, 1)));
        layout.part();
        Layer encoder = networks.to(
                "encoder",
                row,
                z,
                () -> Perceptron.in(layout, "encoder", activation, Widths.of(columns, hidden, latent)));
        return new GanNetwork(
                layout,
                generator,
                critic,
                encoder,
                game,
                latent,
                generatorEvery,
                parameters.real("kappa"),
                layout.measured("critic.mean", 0, 1),
                layout.measured("residual.mean", 0, columns),
                layout.measured("residual.whitening", 0, columns, columns),
                new LatentSearch(layout.drawn("search.start", 1, 1, latent)));
    }

    /** Those of these parameters: a search for z goes back through generator and critic, which not every network can. */
    static List<Class<? extends Score>> scores(Parameters parameters) {
        List<Class<? extends Score>> scores = new ArrayList<>(List.of(
                Score.ModelScore.class,
                Score.ReconstructionError.class,
                Score.CriticScore.class,
                Score.FeatureMatching.class));
        boolean backwards = Stream.of("generator", "critic")
                .flatMap(role -> parameters.given(role, Subnetwork.class).stream())
                .allMatch(Subnetwork::reversible);
        if (backwards) {
            scores.add(Score.LatentSearch.class);
        }
        return List.copyOf(scores);
    }

    /** The encoder stands first: its loss is the one that falls, and so the one to watch. */
    @Override
    public List<Objective> objectives() {
        return List.of(
                new Objective("encoder loss", ENCODER, 1, this::encoderLoss),
                new Objective("critic loss", CRITIC, 1, this::criticLoss),
                new Objective("generator loss", GENERATOR, generatorEvery, this::generatorLoss));
    }

    private NDArray encoderLoss(Batch batch, Pass pass) {
        return izi(batch.rows(), pass).mean();
    }

    private NDArray criticLoss(Batch batch, Pass pass) {
        return game.critic(critic, batch.rows(), generated(batch, pass), pass);
    }

    private NDArray generatorLoss(Batch batch, Pass pass) {
        return game.generator(critic, generated(batch, pass), pass);
    }

    /** As many rows as the batch has, of new z. */
    private NDArray generated(Batch batch, Pass pass) {
        Shape shape = new Shape(batch.rows().getShape().get(0), latent);
        return generator.forward(pass.manager().randomNormal(0, 1, shape, DataType.FLOAT32), pass);
    }

    @Override
    public Optional<Generative> generative() {
        return Optional.of(new Generator(latent, generator));
    }

    @Override
    public void conclude(Rows train, Weights weights) {
        int columns = train.columns();
        double[] judged = new double[1];
        double[] sums = new double[columns];
        double[] products = new double[columns * columns];
        train.inBlocks(block(), (manager, batch) -> {
            Pass pass = weights.pass(manager, false);
            add(judged(batch.rows(), pass).sum(), judged);
            NDArray residual = residual(batch.rows(), pass);
            add(residual.sum(new int[] {0}), sums);
            add(residual.transpose().matMul(residual), products);
        });
        float[] mean = new float[columns];
        for (int i = 0; i < columns; i++) {
            mean[i] = (float) (sums[i] / train.count());
            for (int j = 0; j < columns; j++) {
                products[i * columns + j] =
                        products[i * columns + j] / train.count() - sums[i] / train.count() * sums[j] / train.count();
            }
        }
        double[] whitening = Whitening.of(products, columns);
        float[] narrow = new float[whitening.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) whitening[i];
        }
        weights.measure(criticMean, new float[] {(float) (judged[0] / train.count())});
        weights.measure(residualMean, mean);
        weights.measure(residualWhitening, narrow);
    }

    private static void add(NDArray numbers, double[] sums) {
        float[] given = numbers.toFloatArray();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += given[i];
        }
    }

    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        if (score instanceof Score.LatentSearch asked) {
            return search.residual((Reversible) generator, (Perceptron) critic, rows, asked.steps(), pass);
        }
        if (score instanceof Score.CriticScore) {
            return judged(rows, pass).sub(pass.measured(criticMean)).abs();
        }
        if (score instanceof Score.FeatureMatching) {
            return featureDistance(rows, rebuilt(rows, pass), pass).sum(WIDTH).sqrt();
        }
        if (score instanceof Score.ReconstructionError) {
            return residual(rows, pass).square().sum(WIDTH).sqrt();
        }
        return white(deviations(rows, pass), pass).square().sum(WIDTH).sqrt();
    }

    private NDArray deviations(NDArray rows, Pass pass) {
        return residual(rows, pass).sub(pass.measured(residualMean));
    }

    private NDArray white(NDArray deviations, Pass pass) {
        return pass.product().of(deviations, pass.measured(residualWhitening));
    }

    /** D(x) of each row. */
    private NDArray judged(NDArray rows, Pass pass) {
        return critic.forward(rows, pass).squeeze(1);
    }

    /** ‖x − G(E(x))‖² / columns + κ·‖f(x) − f(G(E(x)))‖² / features of each row (Schlegl et al. 2019, equation 5). */
    private NDArray izi(NDArray rows, Pass pass) {
        NDArray rebuilt = rebuilt(rows, pass);
        return rebuilt.sub(rows)
                .square()
                .mean(WIDTH)
                .add(featureDistance(rows, rebuilt, pass).mean(WIDTH).mul(pass.number(kappa)));
    }

    private NDArray featureDistance(NDArray rows, NDArray rebuilt, Pass pass) {
        return critic.features(rebuilt, pass).sub(critic.features(rows, pass)).square();
    }

    /** x − G(E(x)). */
    private NDArray residual(NDArray rows, Pass pass) {
        return rebuilt(rows, pass).sub(rows).neg();
    }

    private NDArray rebuilt(NDArray rows, Pass pass) {
        return generator.forward(encoder.forward(rows, pass), pass);
    }

    @Override
    public Optional<NDArray> reconstruction(NDArray rows, Pass pass) {
        return Optional.of(rebuilt(rows, pass));
    }

    @Override
    public Optional<NDArray> latent(NDArray rows, Pass pass) {
        return Optional.of(encoder.forward(rows, pass));
    }

    /** Of the Mahalanobis length of r = x − G(E(x)): (r − m) ∘ Σ⁻¹(r − m), whose sum is its square. */
    @Override
    public Optional<NDArray> contributions(Score score, NDArray rows, Pass pass) {
        if (score instanceof Score.ModelScore) {
            NDArray deviations = deviations(rows, pass);
            NDArray white = white(deviations, pass);
            return Optional.of(
                    pass.product().back(white, pass.measured(residualWhitening)).mul(deviations));
        }
        return Network.super.contributions(score, rows, pass);
    }
}
