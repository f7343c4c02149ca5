package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.NearMiss;
import dev.oddity.datasets.Provenance;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Splits;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Which column of a table says what is an anomaly, and which columns are no features.
 *
 * @param label the label column; null until it is named
 * @param positive the values that mark an anomaly; empty for 1 or true
 * @param normal the values that do not, where every other one does; empty if {@code positive} says it
 * @param dropped columns left out
 * @param unlabelled whether it is said that no column is a label
 */
record Labelling(
        @Nullable String label, List<String> positive, List<String> normal, List<String> dropped, boolean unlabelled) {

    static final Labelling NONE = new Labelling(null, List.of(), List.of(), List.of(), false);

    private static final Split OF_LABELLED = Splits.normalOnly(0.6);
    private static final Split OF_UNLABELLED = Splits.trainOnAll();

    private static final Set<String> YES = Set.of("1", "true");
    private static final Set<String> NO = Set.of("0", "false");
    private static final int VALUES_SHOWN = 5;

    Labelling {
        positive = List.copyOf(positive);
        normal = List.copyOf(normal);
        dropped = List.copyOf(dropped);
    }

    Labelling label(String column) {
        return new Labelling(column, positive, normal, dropped, unlabelled);
    }

    Labelling positive(String... values) {
        return new Labelling(label, List.of(values), List.of(), dropped, unlabelled);
    }

    Labelling normal(String... values) {
        return new Labelling(label, List.of(), List.of(values), dropped, unlabelled);
    }

    Labelling drop(String... columns) {
        return new Labelling(
                label,
                positive,
                normal,
                Stream.concat(dropped.stream(), Stream.of(columns)).toList(),
                unlabelled);
    }

    Labelling none() {
        return new Labelling(label, positive, normal, dropped, true);
    }

    /** How such data are divided where no split is chosen. */
    Split split() {
        return unlabelled ? OF_UNLABELLED : OF_LABELLED;
    }

    void describe(Map<String, Object> tree) {
        if (label != null) {
            tree.put("label", label);
        }
        if (!positive.isEmpty()) {
            tree.put("positive", positive);
        }
        if (!normal.isEmpty()) {
            tree.put("normal", normal);
        }
        tree.put("dropped", dropped);
        if (unlabelled) {
            tree.put("unlabelled", true);
        }
    }

    String sentence() {
        return (unlabelled ? ".unlabelled()" : "")
                + (label == null ? "" : ".label(" + Quoted.text(label) + ")")
                + words(".positive", positive)
                + words(".normal", normal)
                + words(".drop", dropped);
    }

    private static String words(String modifier, List<String> words) {
        return words.isEmpty() ? "" : modifier + "(" + Quoted.texts(words) + ")";
    }

    /** The features and labels of a table; the table itself is not changed. */
    Dataset of(String name, Table table, Provenance provenance) {
        return of(name, table, provenance, List.of());
    }

    /** @param notes what a reader of the data's figures must know */
    Dataset of(String name, Table table, Provenance provenance, List<String> notes) {
        List<String> names = table.columnNames();
        if (unlabelled && !(label == null && positive.isEmpty() && normal.isEmpty())) {
            throw new DataException(name + sentence()
                    + " says both that the data are unlabelled and what their labels are;" + " leave one of them out");
        }
        if (label == null && !unlabelled) {
            throw new DataException(name + " has no label yet: name the column that says what is an anomaly, .label(\""
                    + names.get(names.size() - 1) + "\"), or say that none does, .unlabelled(); columns: "
                    + String.join(", ", names));
        }
        for (String wanted :
                Stream.concat(Stream.ofNullable(label), dropped.stream()).toList()) {
            if (!names.contains(wanted)) {
                throw new DataException("no column '" + wanted + "' in " + name + hint(wanted, names) + " columns: "
                        + String.join(", ", names));
            }
        }
        if (table.isEmpty()) {
            throw new DataException(name + " has a header and no rows; give it at least one row");
        }
        boolean[] labels = label == null ? new boolean[0] : labels(name, label, table.column(label));
        Table features = Table.create(
                name,
                table.columns().stream()
                        .filter(column -> !column.name().equals(label) && !dropped.contains(column.name()))
                        .collect(Collectors.<Column<?>>toList()));
        if (features.columnCount() == 0) {
            throw new DataException(name + " has no column left"
                    + (label == null ? "" : " besides its label '" + label + "'") + "; drop fewer columns");
        }
        List<Column<?>> keys = table.columns().stream()
                .filter(column -> !column.name().equals(label) && dropped.contains(column.name()))
                .collect(Collectors.toList());
        return new Dataset(name, features, Table.create(name, keys), labels, provenance, notes);
    }

    private static String hint(String wanted, List<String> names) {
        String hint = NearMiss.hint(wanted, names);
        return hint.isEmpty() ? ";" : hint;
    }

    private boolean[] labels(String name, String labelName, Column<?> column) {
        boolean[] labels = new boolean[column.size()];
        int anomalies = 0;
        Map<String, Boolean> known = new HashMap<>();
        for (int row = 0; row < labels.length; row++) {
            if (column.isMissing(row)) {
                throw new DataException("the label '" + labelName + "' of " + name + " is missing in row " + (row + 1)
                        + "; every row needs one: fill it in, or leave the row out");
            }
            int at = row;
            labels[row] = known.computeIfAbsent(
                    column.getUnformattedString(row).trim(), value -> isAnomaly(name, labelName, column, at, value));
            anomalies += labels[row] ? 1 : 0;
        }
        if (anomalies == labels.length) {
            throw new DataException("every row of " + name + " is an anomaly: '" + labelName + "' is "
                    + (normal.isEmpty()
                            ? "everywhere " + (positive.isEmpty() ? "1 or true" : String.join(" or ", positive))
                            : "nowhere " + String.join(" or ", normal))
                    + " (" + values(column)
                    + "), and without a normal row nothing can be learnt or evaluated; say which"
                    + " value is normal: .normal(\"…\")");
        }
        if (anomalies == 0 && !normal.isEmpty()) {
            throw new DataException("no row of " + name + " is an anomaly: '" + labelName + "' is everywhere "
                    + String.join(" or ", normal) + " (" + values(column)
                    + "), and without one nothing can be evaluated; call fewer values normal");
        }
        if (anomalies == 0) {
            throw new DataException("no row of " + name + " is an anomaly: '" + labelName + "' is nowhere "
                    + (positive.isEmpty() ? "1 or true" : String.join(" or ", positive)) + " (" + values(column)
                    + "), and without one nothing can be evaluated; say which value marks one: .positive(\"…\")");
        }
        return labels;
    }

    private boolean isAnomaly(String name, String labelName, Column<?> column, int row, String value) {
        if (!positive.isEmpty()) {
            return matches(value, positive);
        }
        if (!normal.isEmpty()) {
            return !matches(value, normal);
        }
        String plain = value.toLowerCase(Locale.ROOT);
        if (matches(plain, YES) || matches(plain, NO)) {
            return matches(plain, YES);
        }
        throw new DataException(
                "the label '" + labelName + "' of " + name + " holds '" + value + "' in row " + (row + 1)
                        + " (" + values(column)
                        + "); an anomaly is 1 or true and the rest 0 or false, or say which value marks one: "
                        + ".positive(\"" + rarest(column) + "\")");
    }

    private static boolean matches(String value, Collection<String> words) {
        return words.contains(value) || words.stream().anyMatch(word -> sameNumber(value, word));
    }

    private static boolean sameNumber(String a, String b) {
        try {
            return Double.parseDouble(a) == Double.parseDouble(b);
        } catch (NumberFormatException noNumbers) {
            return false;
        }
    }

    /** {@code 0 in 95 rows, 1 in 5 rows}; the most frequent first. */
    private static String values(Column<?> column) {
        Map<String, Integer> counts = counts(column);
        return counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                        .limit(VALUES_SHOWN)
                        .map(entry ->
                                entry.getKey() + " in " + entry.getValue() + (entry.getValue() == 1 ? " row" : " rows"))
                        .collect(Collectors.joining(", "))
                + (counts.size() > VALUES_SHOWN ? ", …" : "");
    }

    private static String rarest(Column<?> column) {
        return counts(column).entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private static Map<String, Integer> counts(Column<?> column) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int row = 0; row < column.size(); row++) {
            counts.merge(column.getUnformattedString(row).trim(), 1, Integer::sum);
        }
        return counts;
    }
}
