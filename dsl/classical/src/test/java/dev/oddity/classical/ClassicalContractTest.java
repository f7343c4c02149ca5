package dev.oddity.classical;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.DetectorContract;
import java.util.stream.Stream;

class ClassicalContractTest extends DetectorContract {

    @Override
    protected Stream<Detector> detectors() {
        return Stream.of(
                new ZScore(),
                new ZScore().combine("mean"),
                new ModifiedZScore(),
                new ModifiedZScore().combine("mean"),
                new Pca(),
                new Pca().explainedVariance(.7),
                new KMeans(),
                new Knn(),
                new Knn().maxRows(50),
                new OneClassSvm(),
                new OneClassSvm().nu(.1).maxRows(100),
                new LinearOneClass(),
                new LinearOneClass().landmarks(32).maxRows(100),
                new IsolationForest(),
                new IsolationForest().trees(20).sample(32));
    }
}
