package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The products of rows and weights in one pass.
 *
 * <p>Where fewer than {@value #LEAST} numbers come out for a row, the engine's kernels add up in an order that depends on
 * where the row lies in memory, so that equal rows of a block get unequal bits. In scoring such weights are therefore filled
 * up with zeros, once in a pass, and what comes of the zeros is cut off. In training a row stands anywhere anyway.
 */
final class Product {

    /** Numbers that come out for a row, from which on its place makes no difference. */
    static final int LEAST = 16;

    private final boolean training;
    private final Map<NDArray, NDArray> filled = new IdentityHashMap<>();
    private final Map<NDArray, NDArray> turned = new IdentityHashMap<>();

    Product(boolean training) {
        this.training = training;
    }

    /** rows·Wᵀ, … × in → … × out for a W of out × in. */
    NDArray of(NDArray rows, NDArray weight) {
        if (training) {
            return rows.matMul(weight.transpose());
        }
        NDArray products = ai.djl.nn.core.Linear.linear(rows, filled(weight)).singletonOrThrow();
        return cut(products, weight.getShape().get(0));
    }

    /** rows·Wᵀ + b, … × in → … × out for a W of out × in. */
    NDArray of(NDArray rows, NDArray weight, NDArray bias) {
        if (training) {
            return linear(rows, weight, bias);
        }
        return cut(linear(rows, filled(weight), filled(bias)), weight.getShape().get(0));
    }

    /** rows·W, … × out → … × in for a W of out × in. */
    NDArray back(NDArray rows, NDArray weight) {
        return training ? rows.matMul(weight) : of(rows, turned.computeIfAbsent(weight, Product::turn));
    }

    private static NDArray linear(NDArray rows, NDArray weight, NDArray bias) {
        return ai.djl.nn.core.Linear.linear(rows, weight, bias).singletonOrThrow();
    }

    /** Wᵀ, itself row after row in memory. */
    private static NDArray turn(NDArray weight) {
        Shape shape = weight.getShape();
        return weight.transpose().flatten().reshape(new Shape(shape.get(1), shape.get(0)));
    }

    private NDArray filled(NDArray tensor) {
        return tensor.getShape().get(0) < LEAST ? filled.computeIfAbsent(tensor, Product::fill) : tensor;
    }

    private static NDArray fill(NDArray tensor) {
        long[] rest = tensor.getShape().getShape().clone();
        rest[0] = LEAST - rest[0];
        return NDArrays.concat(new NDList(tensor, tensor.getManager().zeros(new Shape(rest))), 0);
    }

    private static NDArray cut(NDArray products, long out) {
        int last = products.getShape().dimension() - 1;
        return products.getShape().get(last) == out
                ? products
                : products.split(new long[] {out}, last).get(0);
    }
}
