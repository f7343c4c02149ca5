package dev.oddity.deep;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.Supervision;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A detector of images or windows as the contract suite may hold it: flat rows are given a shape before it sees them.
 *
 * @param shape of a row of so many columns
 */
record OnShapedRows(Detector detector, IntFunction<int[]> shape) implements Detector {

    /** Images of one channel, 2 high where the columns are even in number. */
    static Detector images(Detector detector) {
        return new OnShapedRows(
                detector, columns -> columns % 2 == 0 ? new int[] {1, 2, columns / 2} : new int[] {1, 1, columns});
    }

    /** Windows of two features where the columns are even in number, else of one. */
    static Detector windows(Detector detector) {
        return new OnShapedRows(
                detector, columns -> columns % 2 == 0 ? new int[] {columns / 2, 2} : new int[] {columns, 1});
    }

    private Features shaped(Features rows) {
        int[] row = shape.apply(rows.columns());
        int[] all = new int[row.length + 1];
        all[0] = rows.rows();
        System.arraycopy(row, 0, all, 1, row.length);
        return new Features(rows.values(), all, rows.names());
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        return detector.fit(shaped(train), context);
    }

    @Override
    public Detector with(Parameters parameters) {
        return new OnShapedRows(detector.with(parameters), shape);
    }

    @Override
    public Parameters parameters() {
        return detector.parameters();
    }

    @Override
    public List<Class<? extends Score>> scores() {
        return detector.scores();
    }

    @Override
    public boolean portable() {
        return detector.portable();
    }

    @Override
    public Supervision supervision() {
        return detector.supervision();
    }

    @Override
    public TrainedModel restore(ModelState state) {
        return detector.restore(state);
    }

    @Override
    public String toString() {
        return detector.toString();
    }
}
