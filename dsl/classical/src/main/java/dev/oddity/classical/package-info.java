/**
 * Classical detectors: the baselines that a deep result must beat.
 *
 * <p>By statistics of each column {@link dev.oddity.classical.ZScore} and {@link dev.oddity.classical.ModifiedZScore}; by
 * a linear model of all columns {@link dev.oddity.classical.Pca}; by mean and covariance {@link
 * dev.oddity.classical.Mahalanobis}, robust {@link dev.oddity.classical.Mcd}, and several of them {@link
 * dev.oddity.classical.GaussianMixture}; by density among neighbours {@link dev.oddity.classical.Lof}; by distance to
 * clusters or rows {@link dev.oddity.classical.KMeans}, {@link dev.oddity.classical.Cblof} and {@link
 * dev.oddity.classical.Knn}; by a learnt boundary {@link dev.oddity.classical.OneClassSvm} and {@link
 * dev.oddity.classical.LinearOneClass}. Clusters, {@code knn} and the boundaries rest on Tribuo, which nothing outside this
 * package knows.
 *
 * <p>Every model here is plain numbers: {@code fit} learns them as a {@link dev.oddity.core.detector.ModelState}, and
 * {@code restore} makes from that state the model which scores, so a model read back is the model that was written. What
 * Tribuo fitted keeps Tribuo's provenance among the state's facts. Begin at {@link dev.oddity.classical.ZScore}, the
 * smallest whole detector; {@link dev.oddity.classical.KMeans} shows an adapter.
 */
@NullMarked
package dev.oddity.classical;

import org.jspecify.annotations.NullMarked;
