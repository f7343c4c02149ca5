package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import dev.oddity.core.onnx.OnnxValue;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * q(z | x) and p(x | z), both normal with diagonal covariance; trained on the mean of −ELBO, scored by −ln p(x | z).
 *
 * @param logVariance place of ln σ² of p where that is learnt by itself, else −1
 * @param noiseSeed of the draws used in scoring
 */
record VaeNetwork(
        Layout layout,
        Layer encoder,
        Layer decoder,
        int latent,
        int columns,
        Variance variance,
        int logVariance,
        float beta,
        long noiseSeed)
        implements OnnxNetwork {

    /** Draws of z per row where the score does not say: An &amp; Cho's L. */
    static final int SAMPLES = 10;

    /**
     * Where ln σ² of p flattens out: σ below e⁻³, a twentieth of a scaled column's spread, would let a column that never
     * changes outweigh all others.
     */
    private static final float LEAST = -6;

    /** ln σ² of q beyond this overflows float32 soon. */
    private static final float MOST = 20;

    static VaeNetwork of(Parameters parameters, int columns, long noiseSeed) {
        return of(parameters, new long[] {columns}, noiseSeed);
    }

    /** @param row the shape of one */
    static VaeNetwork of(Parameters parameters, long[] row, long noiseSeed) {
        Layout layout = new Layout();
        Subnetworks networks = new Subnetworks(parameters, layout);
        networks.refuseIdle(List.of("encoder", "decoder"), "hidden", "activation", "batchNorm", "dropout");
        int columns = Widths.of(row);
        DenseBlock block = DenseBlock.of(parameters);
        int[] hidden = parameters.integers("hidden");
        int latent = parameters.integer("latent");
        Variance variance = Variance.named(parameters.text("variance"));
        int[] down = Widths.of(columns, hidden);
        Layer encoder = networks.to(
                "encoder",
                row,
                new long[] {2L * latent},
                () -> block.stack(layout, "encoder", down)
                        .then(Linear.in(layout, "encoder.out", down[down.length - 1], 2 * latent)));
        int[] up = Widths.of(latent, Widths.reversed(hidden));
        int told = variance == Variance.ROW ? 2 * columns : columns;
        Layer decoder = networks.to(
                "decoder",
                new long[] {latent},
                variance == Variance.ROW ? new long[] {told} : row,
                () -> block.stack(layout, "decoder", up)
                        .then(Linear.in(layout, "decoder.out", up[up.length - 1], told)));
        int logVariance = switch (variance) {
            case COLUMN -> layout.constant("decoder.log_variance", 0, columns);
            case SHARED -> layout.constant("decoder.log_variance", 0, 1);
            case ROW, ONE -> -1;
        };
        return new VaeNetwork(
                layout,
                encoder,
                decoder,
                latent,
                columns,
                variance,
                logVariance,
                (float) parameters.real("beta"),
                noiseSeed);
    }

    @Override
    public List<Objective> objectives() {
        return List.of(new Objective("loss", 0, 1, this::loss));
    }

    NDArray loss(Batch batch, Pass pass) {
        NDArray rows = batch.rows();
        Gaussian posterior = posterior(rows, pass);
        NDArray noise = pass.manager().randomNormal(0, 1, posterior.mean().getShape(), DataType.FLOAT32);
        NDArray surprisal = likelihood(posterior.at(noise, pass), pass).surprisal(rows, pass);
        return surprisal.add(posterior.divergence(pass).mul(pass.number(beta))).mean();
    }

    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        Gaussian posterior = posterior(rows, pass);
        if (score instanceof Score.ReconstructionError) {
            NDArray residual = likelihood(posterior.mean(), pass).mean().sub(rows);
            return residual.square().sum(new int[] {1}).sqrt();
        }
        if (score instanceof Score.KlDivergence) {
            return posterior.divergence(pass);
        }
        if (score instanceof Score.LatentDistance) {
            return posterior.mean().square().sum(new int[] {1}).sqrt();
        }
        if (score instanceof Score.Elbo asked) {
            return surprisal(posterior, rows, asked.samples(), pass).add(posterior.divergence(pass));
        }
        int samples = score instanceof Score.ReconstructionProbability asked ? asked.samples() : SAMPLES;
        return surprisal(posterior, rows, samples, pass);
    }

    /** −ln p(x | z) averaged over draws of z. */
    private NDArray surprisal(Gaussian posterior, NDArray rows, int samples, Pass pass) {
        return overDraws(posterior, samples, pass, likelihood -> likelihood.surprisal(rows, pass));
    }

    private NDArray overDraws(Gaussian posterior, int samples, Pass pass, Function<Gaussian, NDArray> told) {
        Random noise = new Random(noiseSeed);
        NDArray sum = told.apply(likelihood(posterior.at(draw(pass.manager(), noise), pass), pass));
        for (int sample = 1; sample < samples; sample++) {
            sum.addi(told.apply(likelihood(posterior.at(draw(pass.manager(), noise), pass), pass)));
        }
        return sum.div(samples);
    }

    /**
     * Of the reconstruction probability ½ ((x − μ)²/σ² + ln σ²), averaged over the draws that the score is averaged over. The
     * divergence of the posterior, and its distance from 0, are no sums over columns.
     */
    @Override
    public Optional<NDArray> contributions(Score score, NDArray rows, Pass pass) {
        if (score instanceof Score.ModelScore || score instanceof Score.ReconstructionProbability) {
            int samples = score instanceof Score.ReconstructionProbability asked ? asked.samples() : SAMPLES;
            return Optional.of(
                    overDraws(posterior(rows, pass), samples, pass, likelihood -> likelihood.surprisals(rows, pass)));
        }
        return OnnxNetwork.super.contributions(score, rows, pass);
    }

    /** The draws of z are the same for every row, and constants of the graph. */
    @Override
    public OnnxValue onnx(Score score, OnnxValue rows, OnnxPass pass) {
        OnnxValue halves = OnnxLayer.write(encoder, rows, pass);
        OnnxGaussian posterior = new OnnxGaussian(
                halves.columns(0, latent), halves.columns(latent, 2 * latent).clip(-MOST, MOST), latent);
        if (score instanceof Score.ReconstructionError) {
            return likelihood(posterior.mean(), pass).mean().sub(rows).lengthOfRow();
        }
        if (score instanceof Score.KlDivergence) {
            return posterior.divergence();
        }
        if (score instanceof Score.LatentDistance) {
            return posterior.mean().lengthOfRow();
        }
        if (score instanceof Score.Elbo asked) {
            return surprisal(posterior, rows, asked.samples(), pass).add(posterior.divergence());
        }
        int samples = score instanceof Score.ReconstructionProbability asked ? asked.samples() : SAMPLES;
        return surprisal(posterior, rows, samples, pass);
    }

    private OnnxValue surprisal(OnnxGaussian posterior, OnnxValue rows, int samples, OnnxPass pass) {
        Random noise = new Random(noiseSeed);
        OnnxValue sum = likelihood(posterior.at(drawn(noise)), pass).surprisal(rows);
        for (int sample = 1; sample < samples; sample++) {
            sum = sum.add(likelihood(posterior.at(drawn(noise)), pass).surprisal(rows));
        }
        return sum.div(pass.graph().number(samples));
    }

    private OnnxGaussian likelihood(OnnxValue z, OnnxPass pass) {
        OnnxValue out = OnnxLayer.write(decoder, z, pass);
        return switch (variance) {
            case ROW -> new OnnxGaussian(out.columns(0, columns), bounded(out.columns(columns, 2 * columns)), columns);
            case COLUMN -> new OnnxGaussian(out, bounded(pass.learnt(logVariance)), columns);
            case SHARED -> {
                // One number would be added once to the sum over a row; as many as columns are added as often.
                OnnxValue zeros = pass.graph().constant(new float[columns], 1, columns);
                yield new OnnxGaussian(out, bounded(pass.learnt(logVariance)).add(zeros), columns);
            }
            case ONE -> new OnnxGaussian(out, pass.graph().constant(new float[columns], 1, columns), columns);
        };
    }

    private static OnnxValue bounded(OnnxValue logVariance) {
        return logVariance.add(-LEAST).then("Softplus").add(LEAST);
    }

    @Override
    public Optional<NDArray> reconstruction(NDArray rows, Pass pass) {
        return Optional.of(likelihood(posterior(rows, pass).mean(), pass).mean());
    }

    /** The mean of q. */
    @Override
    public Optional<NDArray> latent(NDArray rows, Pass pass) {
        return Optional.of(posterior(rows, pass).mean());
    }

    /** q(z | x). */
    Gaussian posterior(NDArray rows, Pass pass) {
        NDList halves = encoder.forward(rows, pass).split(new long[] {latent}, 1);
        return new Gaussian(halves.get(0), halves.get(1).clip(-MOST, MOST));
    }

    /** p(x | z). */
    Gaussian likelihood(NDArray z, Pass pass) {
        NDArray out = decoder.forward(z, pass);
        return switch (variance) {
            case ROW -> {
                NDList halves = out.split(new long[] {columns}, 1);
                yield new Gaussian(halves.get(0), bounded(halves.get(1), pass));
            }
            case COLUMN, SHARED -> new Gaussian(out, bounded(pass.learnt(logVariance), pass));
            case ONE -> new Gaussian(out, pass.manager().zeros(new Shape(1, columns)));
        };
    }

    private static NDArray bounded(NDArray logVariance, Pass pass) {
        NDArray least = pass.number(LEAST);
        return ai.djl.nn.Activation.softPlus(logVariance.sub(least)).add(least);
    }

    /** One ε for all rows of all passes, so that a row's score is a function of the row. */
    private NDArray draw(NDManager manager, Random noise) {
        return manager.create(drawn(noise), new Shape(1, latent));
    }

    private float[] drawn(Random noise) {
        float[] values = new float[latent];
        for (int i = 0; i < latent; i++) {
            values[i] = (float) noise.nextGaussian();
        }
        return values;
    }
}
