package dev.oddity.reproducibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One leaf that two trees do not share: three columns, old, new and change.
 *
 * @param name of the leaf, as {@link Leaves} has it
 * @param before as JSON without quotes; {@value #ABSENT} where only the second tree has it
 * @param after the same of the second tree
 * @param difference after minus before, signed, where both are numbers; else empty
 */
public record Change(String name, String before, String after, String difference) {

    static final String ABSENT = "–";

    /** Every leaf of either tree that the other has not, or has with another value, by name. Numbers count to the bit. */
    public static List<Change> between(Map<String, ?> before, Map<String, ?> after) {
        Map<String, Object> old = Leaves.of(before);
        Map<String, Object> now = Leaves.of(after);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            Object was = old.get(name);
            Object is = now.get(name);
            if (!text(was).equals(text(is))) {
                changes.add(new Change(name, text(was), text(is), difference(was, is)));
            }
        }
        return changes;
    }

    /** Whether only the second tree has it. */
    public boolean added() {
        return before.equals(ABSENT);
    }

    /** Whether only the first tree has it. */
    public boolean removed() {
        return after.equals(ABSENT);
    }

    /** The changes as a table with a head; the empty string if there are none. */
    public static String table(String head, List<Change> changes) {
        if (changes.isEmpty()) {
            return "";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(head, "old", "new", "change"));
        changes.forEach(
                change -> rows.add(List.of(change.name(), change.before(), change.after(), change.difference())));
        return TextTable.of(rows);
    }

    private static String text(@Nullable Object leaf) {
        if (leaf == null) {
            return ABSENT;
        }
        if (leaf instanceof String text) {
            return text;
        }
        // The canonical form is defined for lists and maps only.
        String list = CanonicalJson.of(List.of(leaf));
        return list.substring(1, list.length() - 1);
    }

    private static String difference(@Nullable Object before, @Nullable Object after) {
        if (!(before instanceof Number was && after instanceof Number is)) {
            return "";
        }
        double moved = is.doubleValue() - was.doubleValue();
        return String.format(Locale.ROOT, moved == Math.rint(moved) ? "%+.0f" : "%+.3g", moved);
    }
}
