package dev.oddity.core.detector;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a trained model learnt: named tensors and a few small facts. Written as {@code safetensors}, a format that holds
 * numbers only: reading it runs nothing.
 *
 * @param tensors by name
 * @param facts small values by name (numbers of layers, an epoch reached), as a JSON tree
 */
public record ModelState(Map<String, Tensor> tensors, Map<String, Object> facts) {

    public ModelState {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    public Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException(
                    "this model's file has no tensor '" + name + "'; it holds " + tensors.keySet());
        }
        return tensor;
    }
}
