package dev.oddity.datasets;

import java.util.Map;
import java.util.Random;

/** Divides rows into training, validation and test. A value: the same data and random stream give the same parts. */
public interface Split {

    Partition of(Dataset dataset, Random random);

    /** Its name and parameters, as a tree of maps, lists, strings, numbers and booleans. */
    Map<String, Object> describe();
}
