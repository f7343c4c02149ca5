package dev.oddity.core.detector;

import dev.oddity.core.onnx.OnnxValue;
import dev.oddity.datasets.Features;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a detector learnt. Holds native memory where the engine does: close it. */
public interface TrainedModel extends AutoCloseable {

    /**
     * One number per row, higher = more anomalous. A row's score does not depend on the rows around it, and asking twice
     * gives the same numbers.
     *
     * @param rows as many columns as were fitted
     * @param score one that the detector gives; {@link Score.ModelScore} is always among them
     */
    double[] score(Features rows, Score score);

    /**
     * Scores of the rows it was fitted on, as if each were new: without itself where a row would otherwise find itself
     * among what was learnt. A threshold taken from training scores is taken from these.
     *
     * @param train the rows that were fitted
     */
    default double[] trainingScores(Features train, Score score) {
        return score(train, score);
    }

    /**
     * How much each number of a row adds to its score, for models that can say: row-major, rows × columns, larger = more
     * anomalous. They compare within a row; what they add up to is the model's own affair and stands in its documentation.
     *
     * @param rows as many columns as were fitted
     * @param score one that the detector gives
     * @return empty if the model cannot say
     */
    default Optional<double[]> contributions(Features rows, Score score) {
        return Optional.empty();
    }

    /** What it makes of the rows, in their shape, for models that rebuild what they are given. */
    default Optional<Features> reconstruction(Features rows) {
        return Optional.empty();
    }

    /** Where it puts the rows in its latent space, rows × dimensions, for models that have one. */
    default Optional<Features> latent(Features rows) {
        return Optional.empty();
    }

    /** What it generated from the same noise at some epochs of its training, in their order, for models that generate. */
    default List<Generated> generated() {
        return List.of();
    }

    /**
     * Adds its score to a graph, for models that ONNX can express; as {@link #score} gives it, up to the rounding of float32.
     *
     * @param rows prepared, rows × numbers of a row, float32
     * @param score one that the detector gives
     * @return rows, float32; empty if it has no such form
     */
    default Optional<OnnxValue> onnx(OnnxValue rows, Score score) {
        return Optional.empty();
    }

    /** All it learnt, fit to be written and read without running anything. */
    ModelState state();

    /** What a record of the run should tell beside the figures: the device it ran on, a library's own provenance. */
    default Map<String, Object> facts() {
        return state().facts();
    }

    /** Curves over epochs by name ({@code "loss"}), for those that train by epochs. */
    default Map<String, List<Double>> history() {
        return Map.of();
    }

    /** Frees native memory; the default has none. */
    @Override
    default void close() {}
}
