package dev.oddity.deep;

import java.util.Arrays;
import java.util.Locale;

/** How the learning rate goes on over training, step by step. */
enum Schedule {
    /** α throughout. */
    CONSTANT {
        @Override
        double factor(double done) {
            return 1;
        }
    },
    /** α·(1 + cos πt)/2: from α down to 0 (Loshchilov &amp; Hutter 2017, equation 5, without restarts). */
    COSINE {
        @Override
        double factor(double done) {
            return (1 + Math.cos(Math.PI * done)) / 2;
        }
    };

    /**
     * What the learning rate is multiplied with.
     *
     * @param done the share of all steps taken, from 0 to below 1
     */
    abstract double factor(double done);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String[] words() {
        return Arrays.stream(values()).map(Schedule::word).toArray(String[]::new);
    }

    static Schedule named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
