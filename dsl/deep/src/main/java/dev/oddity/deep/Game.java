package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** What a generator and its critic play for: the loss of each. */
interface Game {

    /** What the critic makes small. */
    NDArray critic(Critic critic, NDArray real, NDArray generated, Pass pass);

    /** What the generator makes small. */
    NDArray generator(Critic critic, NDArray generated, Pass pass);

    /**
     * Goodfellow et al. 2014: the critic tells real rows by σ(D(x)) and minimises −ln σ(D(x)) − ln(1 − σ(D(G(z)))); the
     * generator minimises −ln σ(D(G(z))), the form that does not saturate.
     */
    record NonSaturating() implements Game {

        @Override
        public NDArray critic(Critic critic, NDArray real, NDArray generated, Pass pass) {
            return surprise(critic.forward(real, pass).neg()).add(surprise(critic.forward(generated, pass)));
        }

        @Override
        public NDArray generator(Critic critic, NDArray generated, Pass pass) {
            return surprise(critic.forward(generated, pass).neg());
        }

        /** −ln σ(−x), the mean. */
        static NDArray surprise(NDArray logits) {
            return ai.djl.nn.Activation.softPlus(logits).mean();
        }
    }

    /**
     * Gulrajani et al. 2017, algorithm 1: the critic minimises D(G(z)) − D(x) + λ·(‖∇D(x̂)‖₂ − 1)², where x̂ = εx +
     * (1 − ε)G(z) with ε uniform in [0, 1], one a row; the generator −D(G(z)).
     *
     * @param penalty λ
     */
    record Wasserstein(double penalty) implements Game {

        /** Under the root: its slope at 0 is infinite. */
        private static final double LEAST = 1e-12;

        @Override
        public NDArray critic(Critic critic, NDArray real, NDArray generated, Pass pass) {
            NDArray share =
                    pass.manager().randomUniform(0, 1, new Shape(real.getShape().get(0), 1));
            NDArray between = generated.add(share.mul(real.sub(generated)));
            return critic.forward(generated, pass)
                    .mean()
                    .sub(critic.forward(real, pass).mean())
                    .add(penalty(critic, between, pass).mul(pass.number(penalty)));
        }

        /** The mean of (‖∇D(x)‖₂ − 1)² over rows. */
        static NDArray penalty(Critic critic, NDArray rows, Pass pass) {
            return critic.gradient(rows, pass)
                    .square()
                    .sum(new int[] {1})
                    .add(pass.number(LEAST))
                    .sqrt()
                    .sub(pass.number(1))
                    .square()
                    .mean();
        }

        @Override
        public NDArray generator(Critic critic, NDArray generated, Pass pass) {
            return critic.forward(generated, pass).mean().neg();
        }
    }
}
