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

    /** NSL-KDD: KDD Cup 1999 without its repeats, with its official test part. */
    public static NslKdd nslKdd() {
        return NslKdd.whole();
    }

    /** UNSW-NB15, the partition of 82,332 connections. */
    public static UnswNb15 unswNb15() {
        return UnswNb15.partition();
    }

    /** ECG5000: 5,000 heartbeats of 140 samples. */
    public static Ecg5000 ecg5000() {
        return Ecg5000.official();
    }

    /**
     * A series of the Numenta Anomaly Benchmark.
     *
     * @param name such as {@code machine_temperature_system_failure}, with or without its folder
     */
    public static Nab nab(String name) {
        return Nab.of(name);
    }

    /**
     * A run of the Skoltech Anomaly Benchmark.
     *
     * @param name such as {@code valve1/3}
     */
    public static Skab skab(String name) {
        return Skab.of(name);
    }

    /** Bearing vibration of Case Western Reserve University. */
    public static Bearing bearing() {
        return Bearing.signals();
    }

    /** MNIST, 70,000 images of 28 × 28 pixels: one digit is normal. */
    public static Mnist mnist() {
        return Mnist.eightIsNormal();
    }

    /**
     * A real series of Yahoo S5, which its owner gives on request only.
     *
     * @param folder the one that holds {@code A1Benchmark}
     */
    public static YahooS5 yahooS5(String folder) {
        return YahooS5.of(Path.of(folder));
    }

    /**
     * A generated series without anomalies, to {@code inject} some into.
     *
     * @param points at least 2
     */
    public static SineSeries sine(int points) {
        return SineSeries.of(points);
    }

    /** What there is: rows, features, anomaly share, kind, licence, where found, how to get it. Nothing is loaded. */
    public static Table datasets() {
        return CatalogueTable.of(Entries.all(), Lookup.here());
    }

    /**
     * All that is known of one data set: how to call it, its source, licence, citation, files with their SHA-256, and its
     * traps. Nothing is loaded.
     *
     * @param name such as {@code kdd99}, {@code NSL-KDD} or, of a series, {@code nyc_taxi}
     */
    public static CatalogueEntry datasets(String name) {
        return Entries.named(name);
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
