package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Provenance;
import dev.oddity.datasets.Split;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * A Tablesaw table of your own, copied when it is named. Defaults as for {@link CsvFile}; the identity is the SHA-256 of its
 * cells.
 */
public final class TableSource extends CatalogueSource<TableSource> {

    private final TableCopy copy;
    private final ColumnTypes types;
    private final Labelling labelling;

    private TableSource(TableCopy copy, ColumnTypes types, Labelling labelling, Choices choices) {
        super(choices);
        this.copy = copy;
        this.types = types;
        this.labelling = labelling;
    }

    static TableSource of(Table table) {
        return new TableSource(new TableCopy(table), ColumnTypes.AS_FOUND, Labelling.NONE, Choices.NONE);
    }

    /** The column that says what is an anomaly: where it holds 1 or true; 0 or false is normal. */
    public TableSource label(String column) {
        return new TableSource(copy, types, labelling.label(column), choices);
    }

    /**
     * Says that no column tells what is an anomaly: every row trains, none tests. Such data are there for {@code fit()}; there
     * is nothing to evaluate.
     */
    public TableSource unlabelled() {
        return new TableSource(copy, types, labelling.none(), choices);
    }

    /** The label's values that mark an anomaly; every other value is normal. */
    public TableSource positive(String... values) {
        return new TableSource(copy, types, labelling.positive(values), choices);
    }

    /** The label's values that are normal; every other value marks an anomaly. */
    public TableSource normal(String... values) {
        return new TableSource(copy, types, labelling.normal(values), choices);
    }

    /** Columns to be taken as text even if they hold numbers, such as codes. */
    public TableSource categorical(String... columns) {
        return new TableSource(copy, types.categorical(columns), labelling, choices);
    }

    /** Columns of text to be taken as numbers; a cell that is none counts as missing. */
    public TableSource numeric(String... columns) {
        return new TableSource(copy, types.numeric(columns), labelling, choices);
    }

    /** Columns that are no features, such as row numbers; a split may still divide by them. */
    public TableSource drop(String... columns) {
        return new TableSource(copy, types, labelling.drop(columns), choices);
    }

    @Override
    public String name() {
        String name = copy.table().name();
        return name == null || name.isBlank() ? "table" : name;
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = choices.describe(name(), ownSplit(), ownPreparation());
        tree.put("sha256", copy.sha256());
        types.describe(tree);
        labelling.describe(tree);
        return tree;
    }

    @Override
    public Dataset load() {
        String rows = String.format(Locale.ROOT, "%,d", copy.table().rowCount());
        return choices.of(labelling.of(
                name(),
                types.of(copy.table(), name()),
                new Provenance("a table of " + rows + " rows", "given as a table", "unknown", "", "")));
    }

    @Override
    Split ownSplit() {
        return labelling.split();
    }

    @Override
    Preparation ownPreparation() {
        return Preparations.oneHot().standard();
    }

    @Override
    TableSource with(Choices chosen) {
        return new TableSource(copy, types, labelling, chosen);
    }

    @Override
    public TableSource sample(int rows) {
        return with(choices.sample(rows));
    }

    @Override
    public String toString() {
        return "table(" + name() + ")" + labelling.sentence() + types.sentence() + choices.sentence();
    }
}
