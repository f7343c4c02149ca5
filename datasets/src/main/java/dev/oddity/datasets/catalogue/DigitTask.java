package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which digits are the anomalies.
 *
 * @param digit 0 to 9
 * @param heldOut whether this digit is the anomaly and the nine others are normal, instead of the other way round
 */
record DigitTask(int digit, boolean heldOut) {

    static final DigitTask EIGHT_IS_NORMAL = normal(8);

    static DigitTask normal(int digit) {
        if (digit < 0 || digit > 9) {
            throw new DataException("normal(" + digit + "): the normal digit is one of 0 to 9, such as normal(8)");
        }
        return new DigitTask(digit, false);
    }

    static DigitTask heldOut(int digit) {
        if (digit < 0 || digit > 9) {
            throw new DataException("heldOut(" + digit + "): the digit held out is one of 0 to 9, such as heldOut(4)");
        }
        return new DigitTask(digit, true);
    }

    boolean isAnomaly(int shown) {
        return (shown == digit) == heldOut;
    }

    /** Which digits are what, and what else a report on the set must say under this task. */
    List<String> notes(CatalogueEntry entry) {
        List<String> notes = new ArrayList<>();
        notes.add(
                heldOut
                        ? "The digit " + digit + " is the anomaly; the nine other digits are normal."
                        : "Normal is the digit " + digit + "; the nine other digits are anomalies.");
        notes.addAll(entry.notes(heldOut ? ".heldOut(..)" : entry.word()));
        return notes;
    }

    void describe(Map<String, Object> tree) {
        tree.put(heldOut ? "heldOut" : "normal", digit);
    }

    String sentence() {
        return equals(EIGHT_IS_NORMAL) ? "" : (heldOut ? ".heldOut(" : ".normal(") + digit + ")";
    }
}
