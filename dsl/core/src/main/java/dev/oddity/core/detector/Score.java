package dev.oddity.core.detector;

import java.util.Map;

/**
 * A way to turn a fitted model and a row into one number, <b>higher = more anomalous</b>. A value; the model computes it
 * and says which it can give ({@link Detector#scores()}).
 */
public interface Score {

    /** The noun, such as {@code reconstructionError}; {@code toString} gives it with its parameters. */
    String name();

    /** In a sentence, such as {@code reconstruction error}. */
    String phrase();

    /** Its parameters by name, as a JSON tree; empty if it has none. */
    default Map<String, Object> describe() {
        return Map.of();
    }

    /** The score the model's own paper uses; every detector has one. */
    record ModelScore() implements Score {

        @Override
        public String name() {
            return "modelScore";
        }

        @Override
        public String phrase() {
            return "model score";
        }

        @Override
        public String toString() {
            return name() + "()";
        }
    }

    /** Euclidean length of the difference between a prepared row and its reconstruction, ‖x − x̂‖₂. */
    record ReconstructionError() implements Score {

        @Override
        public String name() {
            return "reconstructionError";
        }

        @Override
        public String phrase() {
            return "reconstruction error";
        }

        @Override
        public String toString() {
            return name() + "()";
        }
    }

    /**
     * −(1/L) Σₗ log p(x | μ(zₗ), σ²(zₗ)) with zₗ ~ q(z | x): the negative of An &amp; Cho's reconstruction probability
     * ("Variational Autoencoder based Anomaly Detection using Reconstruction Probability", SNU 2015, algorithm 4).
     *
     * @param samples L, draws of z per row; at least 1
     */
    record ReconstructionProbability(int samples) implements Score {

        public ReconstructionProbability {
            if (samples < 1) {
                throw new IllegalArgumentException(
                        "reconstructionProbability(" + samples + "): samples must be at least 1");
            }
        }

        @Override
        public String name() {
            return "reconstructionProbability";
        }

        @Override
        public String phrase() {
            return "reconstruction probability";
        }

        @Override
        public String toString() {
            return name() + "(" + samples + ")";
        }

        @Override
        public Map<String, Object> describe() {
            return Map.of("samples", samples);
        }
    }

    /**
     * The negative of the evidence lower bound, in nats: (1/L) Σₗ −log p(x | zₗ) + KL(q(z | x) ‖ p(z)) with zₗ ~ q(z | x)
     * (Kingma &amp; Welling, "Auto-Encoding Variational Bayes", ICLR 2014, equation 3). No smaller than −log p(x), whatever
     * weight the model gave the second term in training.
     *
     * @param samples L, draws of z per row; at least 1
     */
    record Elbo(int samples) implements Score {

        public Elbo {
            if (samples < 1) {
                throw new IllegalArgumentException("elbo(" + samples + "): samples must be at least 1");
            }
        }

        @Override
        public String name() {
            return "elbo";
        }

        @Override
        public String phrase() {
            return "negative ELBO";
        }

        @Override
        public String toString() {
            return name() + "(" + samples + ")";
        }

        @Override
        public Map<String, Object> describe() {
            return Map.of("samples", samples);
        }
    }

    /** KL(q(z | x) ‖ p(z)), in nats: how far what a row says of its latent variable is from what is said of none. */
    record KlDivergence() implements Score {

        @Override
        public String name() {
            return "klDivergence";
        }

        @Override
        public String phrase() {
            return "KL divergence";
        }

        @Override
        public String toString() {
            return name() + "()";
        }
    }

    /** Euclidean length of a row's place in the latent space, ‖E[z | x]‖₂: its distance from the mean of the prior. */
    record LatentDistance() implements Score {

        @Override
        public String name() {
            return "latentDistance";
        }

        @Override
        public String phrase() {
            return "latent distance";
        }

        @Override
        public String toString() {
            return name() + "()";
        }
    }

    /**
     * |D(x) − mean D|, how far a GAN's critic or discriminator D puts a row from the training rows. Both sides count: D is
     * learnt between real and generated rows, and further out it may as well rise as fall. Of a GAN in the form of Goodfellow
     * et al. (2014), the best D against a generator that gives the rows' own distribution is the same everywhere
     * (proposition 1): it tells rows apart as far as training stops short of that. Nothing in training says what D is where
     * neither real nor generated rows lie.
     */
    record CriticScore() implements Score {

        @Override
        public String name() {
            return "criticScore";
        }

        @Override
        public String phrase() {
            return "critic score";
        }

        @Override
        public String toString() {
            return name() + "()";
        }
    }

    /**
     * ‖f(x) − f(x̂)‖₂, x̂ the reconstruction and f the last hidden layer of a GAN's critic or discriminator (Salimans et al.
     * 2016; as an anomaly score Schlegl et al. 2017).
     */
    record FeatureMatching() implements Score {

        @Override
        public String name() {
            return "featureMatching";
        }

        @Override
        public String phrase() {
            return "feature matching";
        }

        @Override
        public String toString() {
            return name() + "()";
        }
    }

    /**
     * The residual that AnoGAN is left with after it has searched the latent space for the z whose G(z) is nearest to the
     * row, (1 − λ)·Σ|x − G(z)| + λ·Σ|f(x) − f(G(z))| with λ 0.1 (Schlegl et al., "Unsupervised Anomaly Detection with
     * Generative Adversarial Networks to Guide Marker Discovery", IPMI 2017, equations 3 to 5).
     *
     * @param steps of the search, at least 1; the paper takes 500
     */
    record LatentSearch(int steps) implements Score {

        public LatentSearch {
            if (steps < 1) {
                throw new IllegalArgumentException("latentSearch(" + steps + "): steps must be at least 1");
            }
        }

        @Override
        public String name() {
            return "latentSearch";
        }

        @Override
        public String phrase() {
            return "latent search residual";
        }

        @Override
        public String toString() {
            return name() + "(" + steps + ")";
        }

        @Override
        public Map<String, Object> describe() {
            return Map.of("steps", steps);
        }
    }
}
