package dev.oddity.classical;

import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Histograms of the same rows, as a model's state keeps them. */
record Histograms(Histogram[] each) {

    /** How many numbers are in each. */
    double rows() {
        return Arrays.stream(each[0].counts()).sum();
    }

    /** @param others tensors of the detector's own */
    ModelState state(Map<String, Tensor> others) {
        Map<String, Tensor> tensors = new HashMap<>(others);
        tensors.put("least", Tensor.of(numbers(Histogram::least)));
        tensors.put("largest", Tensor.of(numbers(Histogram::largest)));
        tensors.put("bins", Tensor.of(numbers(histogram -> histogram.counts().length)));
        tensors.put(
                "counts",
                Tensor.of(Arrays.stream(each)
                        .flatMapToDouble(histogram -> Arrays.stream(histogram.counts()))
                        .toArray()));
        return new ModelState(tensors, Map.of());
    }

    private double[] numbers(ToDoubleFunction<Histogram> number) {
        return Arrays.stream(each).mapToDouble(number).toArray();
    }

    static Histograms of(ModelState state) {
        double[] least = state.tensor("least").doubles();
        double[] largest = state.tensor("largest").doubles();
        double[] bins = state.tensor("bins").doubles();
        double[] counts = state.tensor("counts").doubles();
        Histogram[] histograms = new Histogram[bins.length];
        int from = 0;
        for (int i = 0; i < bins.length; i++) {
            int to = from + (int) bins[i];
            histograms[i] = new Histogram(least[i], largest[i], Arrays.copyOfRange(counts, from, to));
            from = to;
        }
        return new Histograms(histograms);
    }
}
