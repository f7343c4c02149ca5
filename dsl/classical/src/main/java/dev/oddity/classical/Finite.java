package dev.oddity.classical;

import dev.oddity.datasets.Features;

/** Refuses rows that would make a distance, and so a score, of nothing. */
final class Finite {

    private Finite() {}

    static void check(String detector, Features rows) {
        for (int i = 0; i < rows.values().length; i++) {
            if (!Float.isFinite(rows.values()[i])) {
                int column = i % rows.columns();
                String name = rows.names().isEmpty()
                        ? String.valueOf(column)
                        : "'" + rows.names().get(column) + "'";
                throw new IllegalArgumentException(detector + "(): row " + i / rows.columns() + ", column " + name
                        + " is " + rows.values()[i] + "; every number must be finite: impute missing values first");
            }
        }
    }
}
