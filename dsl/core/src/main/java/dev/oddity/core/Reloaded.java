package dev.oddity.core;

import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import java.lang.ref.SoftReference;
import java.util.function.Supplier;

/** The data of a report, for questions asked later: as long as memory allows what was loaded, then loaded again. */
final class Reloaded implements Supplier<Dataset> {

    private final DataSource source;
    private SoftReference<Dataset> loaded;

    Reloaded(DataSource source, Dataset dataset) {
        this.source = source;
        this.loaded = new SoftReference<>(dataset);
    }

    @Override
    public synchronized Dataset get() {
        Dataset dataset = loaded.get();
        if (dataset == null) {
            dataset = source.load();
            loaded = new SoftReference<>(dataset);
        }
        return dataset;
    }
}
