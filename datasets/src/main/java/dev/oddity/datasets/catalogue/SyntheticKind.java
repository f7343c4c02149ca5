package dev.oddity.datasets.catalogue;

/** The four kinds of anomaly of ADBench; see {@link Synthetic}. */
enum SyntheticKind {
    LOCAL,
    GLOBAL,
    DEPENDENCY,
    CLUSTERED
}
