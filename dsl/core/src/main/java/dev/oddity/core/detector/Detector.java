package dev.oddity.core.detector;

import dev.oddity.datasets.Features;
import java.util.List;
import java.util.Map;

/**
 * A method that learns from rows what is usual and gives every row a number, <b>higher = more anomalous, always</b>.
 *
 * <p>A detector is an immutable value: a name and {@link Parameters}. Fitting it changes nothing in it and gives a {@link
 * TrainedModel}. With the same rows, parameters and {@link FitContext#seeds()} it gives the same scores to the bit on the
 * same machine.
 *
 * <p>To add one: a record of its parameters with a constructor without arguments (its defaults), typed modifiers that
 * return a new value ({@code latent(8)}), a line in {@code META-INF/services/dev.oddity.core.detector.Detector}, and a word
 * in {@code dev.oddity.Oddity}. The contract suite ({@code DetectorContract}) then runs over it.
 */
public interface Detector {

    /** The noun it is made with, such as {@code vae}. */
    default String name() {
        return parameters().owner();
    }

    Parameters parameters();

    /** The same detector with other parameters, as when it is read from JSON. */
    Detector with(Parameters parameters);

    /**
     * The same detector with one parameter changed, by name: for parameters that come from a file or a loop. In a sentence
     * the typed modifiers read better.
     *
     * @throws IllegalArgumentException if it has no such parameter, or the value breaks its rule
     */
    default Detector with(String parameter, Object value) {
        return with(parameters().with(parameter, value));
    }

    /** Its name and parameters as a JSON tree: all that makes it. */
    default Map<String, Object> describe() {
        return Map.of("name", name(), "parameters", parameters().describe());
    }

    /** The scores it can give; the first is the one it gives when none is asked for. */
    default List<Class<? extends Score>> scores() {
        return List.of(Score.ModelScore.class);
    }

    /** Whether its numbers are the same to about 1e-9 on every machine; not so where native kernels differ by CPU. */
    default boolean portable() {
        return true;
    }

    /** Whether what it learns can be written as ONNX: {@link TrainedModel#onnx} then gives its own score. */
    default boolean exportsOnnx() {
        return false;
    }

    /** Whether it learns from labels; the report says so beside its figures. */
    default Supervision supervision() {
        return Supervision.UNSUPERVISED;
    }

    /**
     * Learns from rows, and from {@link FitContext#labels()} if its {@link #supervision()} says so; otherwise none are
     * there.
     *
     * @param train prepared training rows, finite, at least one
     * @throws IllegalArgumentException if these rows cannot be fitted, saying why and what to do
     */
    TrainedModel fit(Features train, FitContext context);

    /**
     * Whether what {@code fitted} learnt can be restored as this one's: they are equal, or differ only in where they run,
     * such as the device of a network, which belongs to a machine and not to what was learnt.
     */
    default boolean restores(Detector fitted) {
        return equals(fitted);
    }

    /** The model whose {@link TrainedModel#state()} was kept; scores as that one did, to the bit on the same machine. */
    TrainedModel restore(ModelState state);
}
