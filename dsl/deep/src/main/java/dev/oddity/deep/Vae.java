package dev.oddity.deep;

import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Map;

/**
 * A variational autoencoder (Kingma &amp; Welling 2014) as a detector (An &amp; Cho 2015): q(z | x) = N(μ(x), σ²(x)) and
 * p(x | z) = N(μ(z), σ²), trained on the mean of
 *
 * <pre>−ELBO = E_q[−ln p(x | z)] + β·KL(q(z | x) ‖ N(0, 1))</pre>
 *
 * with one draw of z a row and step, and the KL term in closed form, unclamped. The history's {@code loss} is this in nats
 * a row. The score is −ln p(x | z) averaged over draws of z, the negative of An &amp; Cho's reconstruction probability;
 * {@code reconstructionError()} is ‖x − μ(z)‖₂ at the mean of q, {@code elbo()} −ELBO with β = 1, {@code klDivergence()} its
 * second term alone, and {@code latentDistance()} ‖μ(x)‖₂.
 *
 * <p>−ln p(x | z) does not see a row that is odd only in being far out along directions in which the rows vary together: the
 * code follows, and it is rebuilt. The KL term sees it. Among the rates of KDD99 (Alibi's protocol) {@code elbo()} told attacks
 * better than the model score; on card payments it had the lower average precision. Layers that are bounded, {@code
 * activation("tanh")}, cannot follow such a row: among those rates the model score then told attacks best of all, and on card
 * payments it lost more ({@code dsl/deep/RESULTS.md}).
 *
 * <p>The draws of a score are fixed when the model is fitted and the same for every row, so that a row's score depends on
 * the row alone and asking twice gives the same numbers.
 *
 * <p>The encoder goes columns → hidden …, the decoder the same way back; every layer but the two last has batch norm,
 * activation and dropout. ln σ² of p is bounded below by −6. Defaults: hidden 64, latent 16, β 1, σ² one for each column;
 * relu, batch norm, dropout 0.1; 20 epochs in batches of 256 rows (fewer for small sets), learning rate 3e-3 going down
 * to 0 by a cosine, weight decay 1e-5. Rows should be scaled to a spread of about 1: σ² and β are told in that unit.
 *
 * <p>Same seed, same bits on the same machine; another processor's kernels round otherwise.
 */
public final class Vae extends DeepDetector<Vae> {

    private static final String NOISE_SEED = "noiseSeed";

    private static final Parameters DEFAULTS = Subnetworks.define(
            Training.define(
                            DenseBlock.define(
                                    Parameters.of("vae")
                                            .define("hidden", List.of(64), Rule.atLeast(1))
                                            .define("latent", 16, Rule.atLeast(1))
                                            .define("beta", 1.0, Rule.atLeast(0))
                                            .define("variance", "column", Rule.oneOf(Variance.words())),
                                    "relu",
                                    true,
                                    0.1),
                            20,
                            3e-3)
                    .byDefault("weightDecay", 1e-5),
            "encoder",
            "decoder");

    public Vae() {
        this(DEFAULTS);
    }

    private Vae(Parameters parameters) {
        super(parameters);
    }

    @Override
    public Vae with(Parameters changed) {
        return new Vae(changed);
    }

    /**
     * Widths of the layers between the row and the latent layer; the decoder has them in reverse. None for a shallow one; 64
     * unless set.
     */
    public Vae hidden(int... widths) {
        return with("hidden", widths);
    }

    /** Dimensions of z; 16 unless set. */
    public Vae latent(int dimensions) {
        return with("latent", dimensions);
    }

    /** Weight of the KL term (Higgins et al. 2017); 1, the ELBO, unless set. */
    public Vae beta(double weight) {
        return with("beta", weight);
    }

    /**
     * What σ² of p(x | z) is: {@code row}, an output of the decoder as in An &amp; Cho; {@code column}, learnt for each
     * column; {@code shared}, learnt for all columns together; or {@code one}. Another fixed σ², such as the 0.01 of
     * Alibi-Detect, is {@code variance("one").beta(0.01)}: the loss is σ² times the one with that variance and β 1, up to
     * a constant, and the model score orders rows alike.
     */
    public Vae variance(String name) {
        return with("variance", name);
    }

    /**
     * {@code relu} (the default), {@code leaky_relu}, {@code elu}, {@code gelu}, {@code tanh}, {@code sigmoid} or {@code
     * softplus}.
     */
    public Vae activation(String name) {
        return with("activation", name);
    }

    /** Whether every layer but the last two normalises its batch; true unless set. */
    public Vae batchNorm(boolean on) {
        return with("batchNorm", on);
    }

    /** Share of each layer's numbers dropped in training, 0 up to below 1; 0.1 unless set. */
    public Vae dropout(double share) {
        return with("dropout", share);
    }

    /**
     * An encoder of one's own in the place of the usual one: {@code layers().dense(64).relu()}, to which the last layer is
     * added, or a block. It gives 2 · latent numbers a row: the means of q, then ln σ².
     */
    public Vae encoder(Subnetwork network) {
        return with("encoder", network);
    }

    /**
     * A decoder of one's own, from z to the row, in the place of the usual one: {@code layers().dense(64).relu()}, to which
     * the last layer is added, or a block. With {@code variance("row")} it gives as many ln σ² after the means.
     */
    public Vae decoder(Subnetwork network) {
        return with("decoder", network);
    }

    @Override
    public List<Class<? extends Score>> scores() {
        return List.of(
                Score.ModelScore.class,
                Score.ReconstructionProbability.class,
                Score.ReconstructionError.class,
                Score.Elbo.class,
                Score.KlDivergence.class,
                Score.LatentDistance.class);
    }

    @Override
    Map<String, Object> facts(FitContext context) {
        return Map.of(NOISE_SEED, Long.toString(context.seeds().named("noise").seed()));
    }

    @Override
    public boolean exportsOnnx() {
        return true;
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        long noiseSeed = Long.parseLong((String) facts.get(NOISE_SEED));
        return VaeNetwork.of(parameters(), shape, noiseSeed);
    }
}
