package dev.oddity.datasets;

/**
 * Watches data being fetched over the network. Called often, by one thread at a time but not always the one that loads; must
 * return quickly and not throw.
 */
@FunctionalInterface
public interface LoadListener {

    LoadListener NONE = (file, bytes, ofBytes) -> {};

    /**
     * @param file the name of the file that is coming
     * @param bytes that have come, from 0
     * @param ofBytes that will come; 0 if the server does not say
     */
    void fetching(String file, long bytes, long ofBytes);
}
