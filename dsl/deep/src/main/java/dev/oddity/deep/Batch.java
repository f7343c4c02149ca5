package dev.oddity.deep;

import ai.djl.ndarray.NDArray;

/**
 * Training rows of one step.
 *
 * @param rows rows × columns
 * @param targets one number per row, rows × 1: what a network that learns from labels is told; zeros for the others
 */
record Batch(NDArray rows, NDArray targets) {}
