/**
 * Classical detectors: the baselines that a deep result must beat.
 *
 * <p>By statistics of each column {@link dev.oddity.classical.ZScore}, {@link dev.oddity.classical.ModifiedZScore} and
 * {@link dev.oddity.classical.Iqr}; by each column's distribution {@link dev.oddity.classical.Ecod}, {@link
 * dev.oddity.classical.Copod} and {@link dev.oddity.classical.Hbos}; by that of random projections {@link
 * dev.oddity.classical.Loda}; by mean and covariance {@link dev.oddity.classical.Mahalanobis}, robust {@link
 * dev.oddity.classical.Mcd}, and several of them {@link dev.oddity.classical.GaussianMixture}; by a linear model of all
 * columns {@link dev.oddity.classical.Pca}; by density {@link dev.oddity.classical.Kde}, {@link dev.oddity.classical.Lof}
 * and {@link dev.oddity.classical.Hdbscan}; by distance to clusters or rows {@link dev.oddity.classical.KMeans}, {@link
 * dev.oddity.classical.Cblof} and {@link dev.oddity.classical.Knn}; by a learnt boundary {@link
 * dev.oddity.classical.OneClassSvm} and {@link dev.oddity.classical.LinearOneClass}; by random cuts {@link
 * dev.oddity.classical.IsolationForest} and {@link dev.oddity.classical.RandomCutForest}. Tribuo and Amazon's library, on
 * which some rest, are known to nothing outside this package.
 *
 * <p>{@link dev.oddity.classical.LogisticRegression}, {@link dev.oddity.classical.RandomForest} and {@link
 * dev.oddity.classical.XgBoost} are Tribuo's classifiers: they learn from labels, and bound from above what the others can
 * reach.
 *
 * <p>Every model here is plain numbers: {@code fit} learns them as a {@link dev.oddity.core.detector.ModelState}, and
 * {@code restore} makes from that state the model which scores, so a model read back is the model that was written.
 * What Tribuo fitted keeps Tribuo's provenance among the state's facts. Begin at {@link dev.oddity.classical.ZScore},
 * the smallest whole detector; {@link dev.oddity.classical.KMeans} shows an adapter.
 */
@NullMarked
package dev.oddity.classical;

import org.jspecify.annotations.NullMarked;
