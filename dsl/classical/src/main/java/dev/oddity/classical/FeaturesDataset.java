package dev.oddity.classical;

import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.FeatureMap;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.MutableFeatureMap;
import org.tribuo.MutableOutputInfo;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.OutputInfo;
import org.tribuo.impl.ArrayExample;
import org.tribuo.protos.core.DatasetProto;
import org.tribuo.provenance.DatasetProvenance;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Rows as a Tribuo data set. Examples, which carry a name beside every number, are made while Tribuo walks over them
 * and are never kept. All numbers are there, zeros too, so every example is dense.
 */
@SuppressWarnings("serial")
final class FeaturesDataset<T extends Output<T>> extends Dataset<T> {

    private final transient Features rows;
    private final transient IntFunction<T> output;
    private final transient IntToDoubleFunction weight;
    private final transient String[] names;
    private final transient MutableFeatureMap features = new MutableFeatureMap();
    private final transient MutableOutputInfo<T> outputs;

    /** @param output what every row is, as far as anybody knows while training */
    FeaturesDataset(Features rows, T output, OutputFactory<T> factory) {
        this(rows, row -> output, row -> 1, factory);
    }

    /**
     * @param output what each row is told to be
     * @param weight how much each row counts
     */
    FeaturesDataset(Features rows, IntFunction<T> output, IntToDoubleFunction weight, OutputFactory<T> factory) {
        super(new SimpleDataSourceProvenance("prepared training rows", factory), factory);
        this.rows = rows;
        this.output = output;
        this.weight = weight;
        this.names = names(rows.columns());
        this.outputs = factory.generateInfo();
        for (int column = 0; column < names.length; column++) {
            features.add(names[column], rows.at(0, column));
        }
        for (int row = 0; row < rows.rows(); row++) {
            outputs.observe(output.apply(row));
        }
    }

    /** Tribuo numbers features in the order of their names, so names are padded: their order is that of the columns. */
    private static String[] names(int columns) {
        int digits = String.valueOf(columns).length();
        return IntStream.range(0, columns)
                .mapToObj(column -> String.format(Locale.ROOT, "x%0" + digits + "d", column))
                .toArray(String[]::new);
    }

    static double[] numbers(Features rows, int row) {
        double[] numbers = new double[rows.columns()];
        Arrays.setAll(numbers, column -> rows.at(row, column));
        return numbers;
    }

    @Override
    public Example<T> getExample(int row) {
        Example<T> example = new ArrayExample<>(output.apply(row), names, numbers(rows, row));
        example.setWeight((float) weight.applyAsDouble(row));
        return example;
    }

    @Override
    public List<Example<T>> getData() {
        return IntStream.range(0, size()).mapToObj(this::getExample).toList();
    }

    @Override
    public int size() {
        return rows.rows();
    }

    @Override
    public Iterator<Example<T>> iterator() {
        return IntStream.range(0, size()).mapToObj(this::getExample).iterator();
    }

    @Override
    public FeatureMap getFeatureMap() {
        return features;
    }

    @Override
    public ImmutableFeatureMap getFeatureIDMap() {
        return new ImmutableFeatureMap(features);
    }

    @Override
    public Set<T> getOutputs() {
        return outputs.getDomain();
    }

    @Override
    public OutputInfo<T> getOutputInfo() {
        return outputs;
    }

    @Override
    public ImmutableOutputInfo<T> getOutputIDInfo() {
        return outputs.generateImmutableOutputInfo();
    }

    @Override
    public DatasetProvenance getProvenance() {
        return new DatasetProvenance(sourceProvenance, new ListProvenance<>(), this);
    }

    @Override
    public DatasetProto serialize() {
        throw new UnsupportedOperationException("training rows are passed to Tribuo, not stored by it");
    }
}
