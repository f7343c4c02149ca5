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
                new Mahalanobis(),
                new Mahalanobis().shrinkage(.1),
                new Mcd(),
                new Mcd().support(.9),
                new GaussianMixture(),
                new GaussianMixture().k(2).covariance("tied"),
                new GaussianMixture().k(3).covariance("diagonal"),
                new KMeans(),
                new Cblof(),
                new Cblof().k(3).weighted(true),
                new Knn(),
                new Knn().maxRows(50),
                new Lof(),
                new Lof().k(5).maxRows(150),
                new OneClassSvm(),
                new OneClassSvm().nu(.1).maxRows(100),
                new LinearOneClass(),
                new LinearOneClass().landmarks(32).maxRows(100));
    }
}
