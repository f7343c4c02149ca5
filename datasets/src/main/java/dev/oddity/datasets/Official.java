package dev.oddity.datasets;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The division a data set was published with: its first rows train, the others test. Nothing is random.
 *
 * @param trainRows at least 1, fewer than the data have
 */
public record Official(int trainRows) implements Split {

    public Official {
        if (trainRows < 1) {
            throw new DataException("official(" + trainRows + "): at least one row trains, such as official(1000)");
        }
    }

    @Override
    public Partition of(Dataset dataset, Random random) {
        if (trainRows >= dataset.rows()) {
            throw new DataException("official(" + trainRows + ") leaves no test row: " + dataset.name() + " has "
                    + dataset.rows() + " rows; load all of them, without .sample(..), or take another split");
        }
        return RowOrder.partition(
                this, dataset, RowOrder.range(0, trainRows), RowOrder.range(trainRows, dataset.rows()));
    }

    @Override
    public boolean exchangeable() {
        return false;
    }

    @Override
    public Map<String, Object> describe() {
        return new TreeMap<>(Map.of("split", "official", "trainRows", trainRows));
    }

    @Override
    public String toString() {
        return "official(" + trainRows + ")";
    }
}
