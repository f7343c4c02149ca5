package dev.oddity.datasets;

/** Shares of rows: what is allowed, and how many rows one is. */
final class Share {

    private Share() {}

    static void requireInside(String word, double share) {
        if (!(share > 0 && share < 1)) {
            throw new DataException(
                    word + "(" + share + "): a share is between 0 and 1, both excluded, such as " + word + "(0.6)");
        }
    }

    static void requireValidation(double share) {
        if (!(share >= 0 && share < 1)) {
            throw new DataException(
                    "validation(" + share + "): a share is at least 0 and less than 1, such as validation(0.1)");
        }
    }

    /** Whole rows in a share, rounded down; a hair is added so that 0.7 of 10 is 7. */
    static int of(int rows, double share) {
        return (int) Math.floor(rows * share + 1e-9);
    }
}
