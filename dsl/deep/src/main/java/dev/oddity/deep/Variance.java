package dev.oddity.deep;

import java.util.Arrays;
import java.util.Locale;

/** What the decoder of a VAE knows of its own spread, σ² in p(x | z) = N(μ(z), σ²). */
enum Variance {
    /** One for each number of each row, an output of the decoder (An &amp; Cho 2015). */
    ROW,
    /** One for each column, learnt with the weights. */
    COLUMN,
    /** One for all columns, learnt with the weights (Rybkin, Daniilidis &amp; Levine 2021). */
    SHARED,
    /** 1: the reconstruction term is half the squared error. */
    ONE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String[] words() {
        return Arrays.stream(values()).map(Variance::word).toArray(String[]::new);
    }

    static Variance named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
