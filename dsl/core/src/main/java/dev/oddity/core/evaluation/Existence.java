package dev.oddity.core.evaluation;

import java.util.Map;

/** The weight α of an anomaly's being noticed at all; the default of 0 is not spelt. */
final class Existence {

    private Existence() {}

    static void require(String noun, double weight) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException(noun + "(" + weight
                    + "): the weight of noticing an anomaly at all must be at least 0 and at most 1, such as " + noun
                    + "(0.2)");
        }
    }

    static String label(double weight) {
        return weight == 0 ? "" : " α=" + weight;
    }

    static String word(double weight) {
        return weight == 0 ? "" : String.valueOf(weight);
    }

    static Map<String, Object> describe(double weight) {
        return weight == 0 ? Map.of() : Map.of("existence", weight);
    }
}
