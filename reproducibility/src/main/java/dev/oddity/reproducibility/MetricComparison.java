package dev.oddity.reproducibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Measured numbers against approved ones: every number of either side, in the order of names. A number that only one
 * side has is a difference, so that nothing appears or vanishes unseen.
 */
public record MetricComparison(List<ComparedNumber> numbers) {

    public MetricComparison {
        numbers = List.copyOf(numbers);
    }

    public static MetricComparison of(Map<MetricName, ApprovedNumber> approved, Map<MetricName, Double> received) {
        TreeSet<MetricName> names = new TreeSet<>(approved.keySet());
        names.addAll(received.keySet());
        List<ComparedNumber> numbers = new ArrayList<>();
        for (MetricName name : names) {
            numbers.add(new ComparedNumber(
                    name, Optional.ofNullable(approved.get(name)), Optional.ofNullable(received.get(name))));
        }
        return new MetricComparison(numbers);
    }

    /** Whether every approved number was measured again within its tolerance, and no other number was. */
    public boolean holds() {
        return numbers.stream().allMatch(ComparedNumber::holds);
    }

    /** The numbers that do not hold. */
    public List<ComparedNumber> differences() {
        return numbers.stream().filter(number -> !number.holds()).toList();
    }

    /** The differences as a table {@code metric | old | new | allowed}; the empty string if there are none. */
    public String table() {
        List<ComparedNumber> differences = differences();
        if (differences.isEmpty()) {
            return "";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("metric", "old", "new", "allowed"));
        for (ComparedNumber number : differences) {
            rows.add(List.of(number.name().toString(), number.oldText(), number.newText(), number.allowedText()));
        }
        return TextTable.of(rows);
    }
}
