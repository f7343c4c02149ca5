package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Map;

/**
 * A generator, a critic and an encoder that finds the z of a row: f-AnoGAN (Schlegl et al. 2019). {@code gan()} and {@code
 * wganGp()} differ in what generator and critic play for.
 *
 * @param <D> the detector itself, which every word gives back changed
 */
public abstract class FAnoGan<D extends FAnoGan<D>> extends DeepDetector<D> {

    FAnoGan(Parameters parameters) {
        super(parameters);
    }

    static Parameters define(Parameters parameters, int epochs, double learningRate) {
        return Subnetworks.define(
                Training.define(
                                parameters
                                        .define("hidden", List.of(128, 128), Rule.atLeast(1))
                                        .define("latent", 24, Rule.atLeast(1))
                                        .define("activation", "leaky_relu", Rule.oneOf(Activation.words()))
                                        .define("kappa", 1.0, Rule.atLeast(0)),
                                epochs,
                                learningRate)
                        .byDefault("momentum", 0.5),
                "generator",
                "critic",
                "encoder");
    }

    /**
     * Widths of the critic's and the encoder's layers; the generator has them in reverse. None for linear ones; 128, 128 unless
     * set. Where some of the three are given as networks, as by {@code .generator(layers()..)}, these shape the others.
     */
    public D hidden(int... widths) {
        return with("hidden", widths);
    }

    /** Numbers in z; 24 unless set. */
    public D latent(int width) {
        return with("latent", width);
    }

    /**
     * {@code leaky_relu} (the default), {@code relu}, {@code elu}, {@code gelu}, {@code tanh}, {@code sigmoid} or {@code
     * softplus}.
     */
    public D activation(String name) {
        return with("activation", name);
    }

    /** κ, the weight of the critic's features in the encoder's loss; 1 unless set. */
    public D kappa(double weight) {
        return with("kappa", weight);
    }

    /**
     * A generator of one's own, from z to the row, in the place of the usual one: {@code layers().dense(64).relu()}, to which
     * the last layer is added, or a block.
     */
    public D generator(Subnetwork network) {
        return with("generator", network);
    }

    /**
     * A critic of one's own in the place of the usual one: {@code layers().dense(64).leakyRelu()}, to which the last layer is
     * added, or a block, which gives f(x), of any width. {@code latentSearch(steps)} is there where generator and critic are
     * of dense layers, activations, dropout and norms. That of {@code wganGp()} may have no batch norm, nor layers that drop:
     * its loss holds ∇D by each row alone.
     */
    public D critic(Subnetwork network) {
        return with("critic", network);
    }

    /**
     * An encoder of one's own, from the row to z, in the place of the usual one: {@code layers().dense(64).relu()}, to which
     * the last layer is added, or a block.
     */
    public D encoder(Subnetwork network) {
        return with("encoder", network);
    }

    @Override
    public final List<Class<? extends Score>> scores() {
        return GanNetwork.scores(parameters());
    }

    /** What its generator and critic play for. */
    abstract Game game();

    /** What the game asks of its critic. */
    abstract Limits critical();

    /** The generator moves with every so-many-th batch. */
    abstract int generatorEvery();

    @Override
    final Network network(long[] shape, Map<String, Object> facts) {
        return GanNetwork.of(parameters(), shape, game(), critical(), generatorEvery());
    }
}
