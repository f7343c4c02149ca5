package dev.oddity.classical;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.DetectorContract;
import dev.oddity.core.ensemble.Ensemble;
import java.util.List;
import java.util.stream.Stream;

class ClassicalContractTest extends DetectorContract {

    @Override
    protected Stream<Detector> detectors() {
        return Stream.of(
                new ZScore(),
                new ZScore().combine("mean"),
                new ModifiedZScore(),
                new ModifiedZScore().combine("mean"),
                new Iqr(),
                new Iqr().combine("mean"),
                new Ecod(),
                new Copod(),
                new Hbos(),
                new Hbos().bins(0),
                new Loda(),
                new Loda().bins(10),
                new Kde(),
                new Kde().rule("silverman").maxRows(50),
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
                new LinearOneClass().landmarks(32).maxRows(100),
                new LogisticRegression(),
                new LogisticRegression().balanced(true).maxRows(100),
                new RandomForest().trees(30),
                new RandomForest().trees(20).maxDepth(3).balanced(true),
                new XgBoost().rounds(20),
                new XgBoost().rounds(20).balanced(true),
                new IsolationForest(),
                new IsolationForest().trees(20).sample(32),
                new RandomCutForest(),
                new RandomCutForest().trees(20).sample(32),
                new Hdbscan(),
                new Hdbscan().minClusterSize(8).maxRows(100),
                new Ensemble(List.of(new Pca(), new Knn(), new IsolationForest())),
                new Ensemble(List.of(new IsolationForest().trees(30), new IsolationForest())).combine("max"),
                new Ensemble(List.of(new Knn(), new KMeans(), new ZScore())).combine("meanRank"));
    }
}
