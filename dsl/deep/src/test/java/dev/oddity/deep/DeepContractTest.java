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
                new Ensemble(List.of(
                        new Autoencoder().latent(2).batchSize(32).epochs(5),
                        new Autoencoder().latent(3).batchSize(32).epochs(5))));
    }
}
