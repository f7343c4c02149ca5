package dev.oddity.datasets.catalogue;

/** The data by name. Nothing is read before {@link dev.oddity.datasets.DataSource#load()}. */
public final class Catalogue {

    private Catalogue() {}

    /** KDD Cup 1999, the 10 percent file: 494,021 network connections. */
    public static Kdd99 kdd99() {
        return Kdd99.whole();
    }
}
