package dev.oddity.core;

import dev.oddity.core.display.Displayable;
import dev.oddity.datasets.DataSource;

/** After the name: the data. */
public interface DataStage extends Displayable {

    /** What to learn from and to judge on. Nothing is loaded before {@link EvaluateStage#evaluate} or {@code fit()}. */
    ModelStage data(DataSource source);
}
