package dev.oddity.deep;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.DetectorContract;
import dev.oddity.core.ensemble.Ensemble;
import java.util.List;
import java.util.stream.Stream;

class DeepContractTest extends DetectorContract {

    @Override
    protected Stream<Detector> detectors() {
        return Stream.of(
                new Autoencoder().latent(2).batchSize(32).epochs(10),
                new Vae().with("latent", 2).with("batchSize", 32).with("epochs", 10),
                new Dagmm().hidden(16).latent(3).k(2).batchSize(32).epochs(30).learningRate(0.01),
                new DeepSvdd().hidden(16).latent(8).batchSize(32).epochs(10),
                new DeepSvdd().hidden(16).latent(8).batchSize(32).epochs(5).pretraining(5),
                new NormalizingFlow().couplings(4).hidden(16).batchSize(32).epochs(10),
                new RobustAutoencoder().latent(2).batchSize(32).epochs(10),
                new MemoryAutoencoder().latent(3).slots(20).batchSize(32).epochs(30),
                new Autoencoder()
                        .latent(2)
                        .batchSize(32)
                        .epochs(10)
                        .denoising(0.1)
                        .masking(0.1)
                        .sparse(1e-3)
                        .contractive(1e-3),
                new Ensemble(List.of(
                        new Autoencoder().latent(2).batchSize(32).epochs(5),
                        new Autoencoder().latent(3).batchSize(32).epochs(5))));
    }
}
