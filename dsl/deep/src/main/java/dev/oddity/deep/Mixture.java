package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

/**
 * A mixture of K normal distributions in D dimensions, each with a full covariance, whose energy a gradient passes through:
 * the Cholesky factors are written out in operations of the engine, D of them at most a dozen.
 *
 * @param shares φ, K
 * @param means μ, K × D
 * @param covariances Σ, K × D × D, positive definite
 */
record Mixture(NDArray shares, NDArray means, NDArray covariances) {

    /** A component's share that is no more than this counts as this, so that its logarithm is a number. */
    private static final double LEAST = 1e-12;

    /**
     * A pivot below this part of its variance is rounding: float32 has 1.2e-7, and a few operations lie between. Such
     * components are as flat as the number format can tell.
     */
    private static final double FLAT = 1e-6;

    /**
     * The mixture that rows make with soft memberships (Zong et al. 2018, equation 5): φₖ = mean γₖ, μₖ and Σₖ weighted by
     * γₖ.
     *
     * @param rows n × D
     * @param memberships γ, n × K, each row summing to 1
     * @param regularisation what is added to every variance
     */
    static Mixture of(NDArray rows, NDArray memberships, double regularisation, Pass pass) {
        long dimensions = rows.getShape().get(1);
        long components = memberships.getShape().get(1);
        NDArray mass = memberships.sum(new int[] {0}).add(pass.number(LEAST));
        NDArray column = mass.reshape(new Shape(components, 1));
        NDArray means = memberships.transpose().matMul(rows).div(column);
        NDArray apart = rows.expandDims(1).sub(means.expandDims(0));
        NDArray weighted = apart.mul(memberships.expandDims(2));
        NDArray covariances = weighted.transpose(1, 2, 0)
                .matMul(apart.transpose(1, 0, 2))
                .div(column.expandDims(2))
                .add(pass.manager().eye((int) dimensions).mul(pass.number(regularisation)));
        return new Mixture(memberships.mean(new int[] {0}), means, covariances);
    }

    /** −ln Σₖ φₖ N(row; μₖ, Σₖ) of each row, in nats (equation 6), n numbers. */
    NDArray energy(NDArray rows, Pass pass) {
        NDArray[][] factor = cholesky(pass);
        int dimensions = factor.length;
        NDList numbers = pieces(rows, 1);
        NDList centres = pieces(means.transpose(), 0);
        NDArray[] solved = new NDArray[dimensions];
        NDArray squares = pass.number(0);
        NDArray volume = pass.number(dimensions * Math.log(2 * Math.PI) / 2);
        for (int i = 0; i < dimensions; i++) {
            NDArray rest = numbers.get(i).sub(centres.get(i));
            for (int j = 0; j < i; j++) {
                rest = rest.sub(factor[i][j].mul(solved[j]));
            }
            solved[i] = rest.div(factor[i][i]);
            squares = squares.add(solved[i].square());
            volume = volume.add(factor[i][i].log());
        }
        NDArray logs = squares.mul(pass.number(-0.5))
                .sub(volume)
                .add(shares.maximum(pass.number(LEAST)).log().expandDims(0));
        // ln Σ eᵃ = max a − max ln softmax(a), for both are largest at the same place: no overflow and no cancellation.
        NDArray largest = logs.max(new int[] {1});
        return logs.logSoftmax(1).max(new int[] {1}).sub(largest);
    }

    /** Σₖ Σⱼ 1/Σₖⱼⱼ, which keeps the variances from vanishing (equation 7). */
    NDArray flatness(Pass pass) {
        NDArray diagonal = covariances
                .mul(pass.manager().eye((int) means.getShape().get(1)))
                .sum(new int[] {2});
        return pass.number(1).div(diagonal).sum();
    }

    /** The lower triangular factors of all covariances together: each entry is 1 × K. */
    private NDArray[][] cholesky(Pass pass) {
        long components = means.getShape().get(0);
        int dimensions = (int) means.getShape().get(1);
        NDList entries = pieces(
                covariances
                        .reshape(new Shape(components, (long) dimensions * dimensions))
                        .transpose(),
                0);
        NDArray[][] factor = new NDArray[dimensions][dimensions];
        for (int j = 0; j < dimensions; j++) {
            NDArray variance = entries.get(j * dimensions + j);
            NDArray pivot = variance;
            for (int k = 0; k < j; k++) {
                pivot = pivot.sub(factor[j][k].square());
            }
            factor[j][j] = pivot.maximum(variance.mul(pass.number(FLAT))).sqrt();
            for (int i = j + 1; i < dimensions; i++) {
                NDArray entry = entries.get(i * dimensions + j);
                for (int k = 0; k < j; k++) {
                    entry = entry.sub(factor[i][k].mul(factor[j][k]));
                }
                factor[i][j] = entry.div(factor[j][j]);
            }
        }
        return factor;
    }

    /** One piece for each place of an axis, which stays with length 1. */
    private static NDList pieces(NDArray array, int axis) {
        return array.split(array.getShape().get(axis), axis);
    }
}
