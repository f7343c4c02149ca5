package dev.oddity.deep;

import dev.oddity.core.detector.Rule;

/**
 * Where a network runs. The same code runs on each; the report says on which it ran.
 *
 * @param word {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:1}
 */
public record ComputeDevice(String word) {

    /**
     * The environment variable that says where {@code auto} must be: with {@code gpu}, no model goes to the CPU that its code
     * does not send there. {@code ci/notebooks run --device gpu} sets it for kernels.
     */
    public static final String VARIABLE = "ODDITY_DEVICE";

    static final Rule RULE = new Rule(
            "auto, cpu, gpu, or gpu: and a number", value -> ((String) value).matches("auto|cpu|gpu(:\\d{1,3})?"));

    /** The first GPU if the engine sees one, else the CPU. */
    public static ComputeDevice auto() {
        return new ComputeDevice("auto");
    }

    public static ComputeDevice cpu() {
        return new ComputeDevice("cpu");
    }

    /**
     * A GPU by its number, from 0.
     *
     * @throws IllegalArgumentException if the number is negative or has more than three digits
     */
    public static ComputeDevice gpu(int number) {
        if (number < 0 || number > 999) {
            throw new IllegalArgumentException("gpu(" + number + "): GPUs are numbered from 0");
        }
        return new ComputeDevice(number == 0 ? "gpu" : "gpu:" + number);
    }

    /**
     * Opens the engine, to learn before a long run whether it can compute there.
     *
     * @throws IllegalStateException if it cannot, saying why
     */
    public void require() {
        PyTorch.device(this);
    }

    /** The GPU's number; 0 where none is said. */
    int number() {
        int colon = word.indexOf(':');
        return colon < 0 ? 0 : Integer.parseInt(word.substring(colon + 1));
    }

    @Override
    public String toString() {
        return word;
    }
}
