package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Provenance;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Splits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A Tablesaw table of your own, copied when it is named. Defaults as for {@link CsvFile}; the identity is the SHA-256 of its
 * cells.
 */
public final class TableSource implements DataSource {

    private static final Split OWN_SPLIT = Splits.normalOnly(0.6);
    private static final Preparation OWN_PREPARATION = Preparations.oneHot().standard();

    private final Table table;
    private final Labelling labelling;
    private final Choices choices;

    private TableSource(Table table, Labelling labelling, Choices choices) {
        this.table = table;
        this.labelling = labelling;
        this.choices = choices;
    }

    static TableSource of(Table table) {
        return new TableSource(table.copy(), Labelling.NONE, Choices.NONE);
    }

    /** The column that says what is an anomaly: where it holds 1 or true; 0 or false is normal. */
    public TableSource label(String column) {
        return new TableSource(table, labelling.label(column), choices);
    }

    /** The label's value that marks an anomaly; every other value is normal. */
    public TableSource positive(String value) {
        return new TableSource(table, labelling.positive(value), choices);
    }

    /** Columns that are no features, such as row numbers. */
    public TableSource drop(String... columns) {
        return new TableSource(table, labelling.drop(columns), choices);
    }

    @Override
    public String name() {
        return table.name() == null || table.name().isBlank() ? "table" : table.name();
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = choices.describe(name(), OWN_SPLIT, OWN_PREPARATION);
        tree.put("sha256", sha256());
        labelling.describe(tree);
        return tree;
    }

    /** Of the names and cells as text, each ended by a zero byte, column after column. */
    private String sha256() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Column<?> column : table.columns()) {
            bytes.writeBytes((column.name() + "\0").getBytes(StandardCharsets.UTF_8));
            for (int row = 0; row < column.size(); row++) {
                bytes.writeBytes((column.getUnformattedString(row) + "\0").getBytes(StandardCharsets.UTF_8));
            }
        }
        return Sha256.of(bytes.toByteArray());
    }

    @Override
    public Dataset load() {
        String rows = String.format(Locale.ROOT, "%,d", table.rowCount());
        return choices.of(labelling.of(
                name(), table, new Provenance("a table of " + rows + " rows", "given as a table", "unknown", "", "")));
    }

    @Override
    public Split split() {
        return choices.splitOr(OWN_SPLIT);
    }

    @Override
    public Preparation preparation() {
        return choices.preparationOr(OWN_PREPARATION);
    }

    @Override
    public TableSource split(Split split) {
        return new TableSource(table, labelling, choices.split(split));
    }

    @Override
    public TableSource prepare(Preparation preparation) {
        return new TableSource(table, labelling, choices.prepare(preparation));
    }

    @Override
    public TableSource sample(int rows) {
        return new TableSource(table, labelling, choices.sample(rows));
    }

    @Override
    public String toString() {
        return "table(" + name() + ")" + labelling.sentence() + choices.sentence();
    }
}
