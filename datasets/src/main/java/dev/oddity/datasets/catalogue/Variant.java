package dev.oddity.datasets.catalogue;

/**
 * One table that a catalogue entry can load: a protocol, an edition, a task, a series.
 *
 * @param word what it is called by, such as {@code kdd99().dagmmProtocol()}
 * @param what it is, in a few words; empty where the word says it
 * @param rows of the table
 * @param features columns of the table
 * @param anomalies rows of it
 */
public record Variant(String word, String what, int rows, int features, int anomalies) {

    /** Share of the rows that are anomalies. */
    public double share() {
        return (double) anomalies / rows;
    }
}
