package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Provenance;
import dev.oddity.datasets.Split;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * The rows that a query to a database gives, read when they are loaded. Defaults as for {@link CsvFile}. The identity is the
 * query's text; what it gave is in the provenance, as the SHA-256 of the cells, so that a query without {@code ORDER BY}, which
 * may give its rows in another order each time, is seen.
 *
 * <p>Columns of numeric types and booleans are numbers, of dates and timestamps such, of texts text; columns of other types are
 * refused.
 */
public final class QuerySource extends CatalogueSource<QuerySource> {

    private final javax.sql.DataSource database;
    private final String sql;
    private final ColumnTypes types;
    private final Labelling labelling;

    private QuerySource(
            javax.sql.DataSource database, String sql, ColumnTypes types, Labelling labelling, Choices choices) {
        super(choices);
        this.database = database;
        this.sql = sql;
        this.types = types;
        this.labelling = labelling;
    }

    static QuerySource of(javax.sql.DataSource database, String sql) {
        if (sql.isBlank()) {
            throw new DataException("query(..) without a query; give one, such as \"select * from orders\"");
        }
        return new QuerySource(database, sql.strip(), ColumnTypes.AS_FOUND, Labelling.NONE, Choices.NONE);
    }

    /** The column that says what is an anomaly: where it holds 1 or true; 0 or false is normal. */
    public QuerySource label(String column) {
        return with(labelling.label(column));
    }

    /**
     * Says that no column tells what is an anomaly: every row trains, none tests. Such data are there for {@code fit()}; there
     * is nothing to evaluate.
     */
    public QuerySource unlabelled() {
        return with(labelling.none());
    }

    /** The label's values that mark an anomaly; every other value is normal. */
    public QuerySource positive(String... values) {
        return with(labelling.positive(values));
    }

    /** The label's values that are normal; every other value marks an anomaly. */
    public QuerySource normal(String... values) {
        return with(labelling.normal(values));
    }

    /** Columns that are no features, such as row numbers; a split may still divide by them. */
    public QuerySource drop(String... columns) {
        return with(labelling.drop(columns));
    }

    /** Columns to be taken as text even if they hold numbers, such as codes. */
    public QuerySource categorical(String... columns) {
        return new QuerySource(database, sql, types.categorical(columns), labelling, choices);
    }

    /** Columns of text to be taken as numbers; a cell that is none counts as missing. */
    public QuerySource numeric(String... columns) {
        return new QuerySource(database, sql, types.numeric(columns), labelling, choices);
    }

    private QuerySource with(Labelling other) {
        return new QuerySource(database, sql, types, other, choices);
    }

    @Override
    public String name() {
        return "query";
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = choices.describe(name(), ownSplit(), ownPreparation());
        tree.put("sql", sql);
        types.describe(tree);
        labelling.describe(tree);
        return tree;
    }

    @Override
    public Dataset load() {
        Table table = QueryTable.read(database, sql);
        Provenance provenance = new Provenance(
                "a query of " + String.format(Locale.ROOT, "%,d", table.rowCount()) + " rows",
                sql,
                "unknown",
                "",
                TableChecksum.of(table));
        return choices.of(labelling.of(name(), types.of(table, name()), provenance));
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
    QuerySource with(Choices chosen) {
        return new QuerySource(database, sql, types, labelling, chosen);
    }

    @Override
    public QuerySource sample(int rows) {
        return with(choices.sample(rows));
    }

    @Override
    public String toString() {
        return "query(" + Quoted.text(sql) + ")" + labelling.sentence() + types.sentence() + choices.sentence();
    }
}
