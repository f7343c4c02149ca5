package dev.oddity.core.detector;

/** What a detector is told of its training rows besides the rows. */
public enum Supervision {
    /** Nothing: no label ever reaches it. */
    UNSUPERVISED("learns without labels"),
    /** Some labels, of anomalies above all; the other rows are told nothing about and are mostly normal. */
    SEMI_SUPERVISED("learns from few labels"),
    /** Every label; rows told nothing about count as normal. An upper bound for the others, not their equal. */
    SUPERVISED("learns from labels");

    private final String phrase;

    Supervision(String phrase) {
        this.phrase = phrase;
    }

    public boolean usesLabels() {
        return this != UNSUPERVISED;
    }

    /** In a sentence, such as {@code learns from few labels}. */
    public String phrase() {
        return phrase;
    }
}
