package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * AnoGAN's search (Schlegl et al. 2017, section 2.2) for the z whose G(z) is nearest to a row: steps of Adam down
 *
 * <pre>A(z) = (1 − λ)·Σ|x − G(z)| + λ·Σ|f(x) − f(G(z))|</pre>
 *
 * from one z for every row, with λ 0.1 and a rate of 0.05; f is the critic's last hidden layer. The z of all rows of a block
 * move at once, as one tensor: a row's A has no part in another's gradient, and Adam goes by the number, so each is searched
 * for as if alone. The weights stand still. ∂A/∂z is written out, which keeps the engine's one gradient collector free.
 *
 * @param start place of the first z among the measured
 */
record LatentSearch(int start) {

    private static final double LAMBDA = 0.1;
    private static final double RATE = 0.05;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final int[] WIDTH = {1};

    /** A of each row after these steps. */
    NDArray residual(Reversible generator, Perceptron critic, NDArray rows, int steps, Pass pass) {
        NDArray features = critic.features(rows, pass);
        NDArray first = pass.measured(start);
        NDArray z = pass.manager()
                .zeros(new Shape(rows.getShape().get(0), first.getShape().get(1)))
                .add(first);
        NDArray mean = z.zerosLike();
        NDArray square = z.zerosLike();
        for (int step = 1; step <= steps; step++) {
            try (NDManager inner = pass.manager().newSubManager()) {
                // What is made of them is the step's, not the pass's.
                z.tempAttach(inner);
                mean.tempAttach(inner);
                square.tempAttach(inner);
                NDArray gradient = gradient(generator, critic, rows, features, z, pass);
                mean.muli(BETA1).addi(gradient.mul(1 - BETA1));
                square.muli(BETA2).addi(gradient.square().mul(1 - BETA2));
                NDArray deviation = square.div(1 - Math.pow(BETA2, step)).sqrt().add(EPSILON);
                z.subi(mean.div(deviation).mul(RATE / (1 - Math.pow(BETA1, step))));
            }
        }
        return residual(generator, critic, rows, features, z, pass);
    }

    /** A(z) of each row. */
    static NDArray residual(Layer generator, Critic critic, NDArray rows, NDArray features, NDArray z, Pass pass) {
        NDArray generated = generator.forward(z, pass);
        return generated
                .sub(rows)
                .abs()
                .sum(WIDTH)
                .mul(pass.number(1 - LAMBDA))
                .add(critic.features(generated, pass)
                        .sub(features)
                        .abs()
                        .sum(WIDTH)
                        .mul(pass.number(LAMBDA)));
    }

    /** ∂A/∂z. */
    static NDArray gradient(
            Reversible generator, Perceptron critic, NDArray rows, NDArray features, NDArray z, Pass pass) {
        Reversible.Trace made = generator.trace(z, pass);
        Reversible.Trace judged = critic.body().trace(made.out(), pass);
        NDArray byFeatures = judged.out().sub(features).sign().mul(pass.number(LAMBDA));
        NDArray byGenerated = made.out()
                .sub(rows)
                .sign()
                .mul(pass.number(1 - LAMBDA))
                .add(judged.back().apply(byFeatures));
        return made.back().apply(byGenerated);
    }
}
