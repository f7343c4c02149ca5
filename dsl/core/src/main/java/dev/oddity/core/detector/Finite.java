package dev.oddity.core.detector;

import dev.oddity.datasets.Features;

/** Refuses rows that would make NaN of every distance and weight. */
public final class Finite {

    private Finite() {}

    /**
     * @param detector the noun that is to learn from or score the rows
     * @throws IllegalArgumentException at the first number that is NaN or infinite, saying where it stands
     */
    public static void check(String detector, Features rows) {
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
