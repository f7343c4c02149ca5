package dev.oddity.datasets.catalogue;

import java.nio.file.Path;
import tech.tablesaw.api.Table;

/** The data by name. Nothing is read before {@link dev.oddity.datasets.DataSource#load()}. */
public final class Catalogue {

    private Catalogue() {}

    /** Credit-card fraud: the full file, or the real subset of it that is on this machine. */
    public static CreditCardFraud creditCardFraud() {
        return CreditCardFraud.any();
    }

    /** KDD Cup 1999, the 10 percent file: 494,021 network connections. */
    public static Kdd99 kdd99() {
        return Kdd99.whole();
    }

    /** Handwritten digits, 8 × 8 pixels, embedded: one digit is normal. */
    public static Digits digits() {
        return Digits.eightIsNormal();
    }

    /** Breast cancer Wisconsin (diagnostic), embedded: malignant is the anomaly. */
    public static BreastCancer breastCancer() {
        return BreastCancer.malignantIsAnomaly();
    }

    /**
     * Generated data.
     *
     * @param rows normal rows and anomalies together, at least 2
     */
    public static Synthetic synthetic(int rows) {
        return Synthetic.of(rows);
    }

    /** A file of your own; name its label with {@link CsvFile#label}. A relative path starts at the working directory. */
    public static CsvFile csv(String path) {
        return CsvFile.of(Path.of(path));
    }

    /** A file of your own; name its label with {@link CsvFile#label}. */
    public static CsvFile csv(Path path) {
        return CsvFile.of(path);
    }

    /** A table of your own, copied here; name its label with {@link TableSource#label}. */
    public static TableSource table(Table table) {
        return TableSource.of(table);
    }

    /** The rows a query gives; name its label with {@link QuerySource#label}. Nothing is asked before it is loaded. */
    public static QuerySource query(javax.sql.DataSource database, String sql) {
        return QuerySource.of(database, sql);
    }
}
