package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Provenance;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Splits;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Generated data with one of the four kinds of anomaly that ADBench distinguishes (Han et al. 2022, "ADBench: Anomaly
 * Detection Benchmark", synthetic anomalies), with its scale factors:
 *
 * <ul>
 *   <li>{@link #local()}: from the normal rows' Gaussian mixture with every covariance times 5;
 *   <li>{@link #global()}: uniform in each feature, from 1.1 times the normal rows' smallest value to 1.1 times their
 *       largest;
 *   <li>{@link #clustered()}: from the mixture with every mean times 5;
 *   <li>{@link #dependency()}: every feature distributed as in normal rows, but independent of the others.
 * </ul>
 *
 * What differs: ADBench fits mixture, copula and densities to a real set; here they are drawn at random from the seed. The
 * mixture has three components with means from N(0, 3²) and full covariances. For {@code dependency()} normal rows come
 * from a multivariate normal of unit variances with a few strong common factors, that is from a Gaussian copula where
 * ADBench fits a vine copula, and anomalies from the standard normal where it fits kernel densities.
 *
 * <p>Defaults: 8 features, 5 % anomalies, local, seed 1, {@code normalOnly(0.6)}, z-scores. The data depend on nothing but
 * rows, features, share, kind and seed.
 */
public final class Synthetic extends CatalogueSource<Synthetic> {

    private final int rows;
    private final int features;
    private final double share;
    private final SyntheticKind kind;
    private final long seed;

    private Synthetic(int rows, int features, double share, SyntheticKind kind, long seed, Choices choices) {
        super(choices);
        this.rows = rows;
        this.features = features;
        this.share = share;
        this.kind = kind;
        this.seed = seed;
    }

    static Synthetic of(int rows) {
        if (rows < 2) {
            throw new DataException("synthetic(" + rows
                    + "): there is at least one normal row and one anomaly, such as synthetic(1000)");
        }
        return new Synthetic(rows, 8, 0.05, SyntheticKind.LOCAL, 1, Choices.NONE);
    }

    /** @param features columns, at least 1; for {@link #dependency()} at least 2 */
    public Synthetic features(int features) {
        if (features < 1) {
            throw new DataException("features(" + features + "): there is at least one feature, such as features(8)");
        }
        return new Synthetic(rows, features, share, kind, seed, choices);
    }

    /** @param share of all rows, in (0, 1); at least one row is an anomaly and one is not */
    public Synthetic anomalies(double share) {
        if (!(share > 0 && share < 1)) {
            throw new DataException("anomalies(" + share
                    + "): the share of anomalies is between 0 and 1, both excluded, such as anomalies(0.05)");
        }
        return new Synthetic(rows, features, share, kind, seed, choices);
    }

    public Synthetic local() {
        return kind(SyntheticKind.LOCAL);
    }

    public Synthetic global() {
        return kind(SyntheticKind.GLOBAL);
    }

    public Synthetic dependency() {
        return kind(SyntheticKind.DEPENDENCY);
    }

    public Synthetic clustered() {
        return kind(SyntheticKind.CLUSTERED);
    }

    private Synthetic kind(SyntheticKind chosen) {
        return new Synthetic(rows, features, share, chosen, seed, choices);
    }

    /** Other data of the same kind. */
    public Synthetic seed(long seed) {
        return new Synthetic(rows, features, share, kind, seed, choices);
    }

    @Override
    public String name() {
        return "synthetic";
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = choices.describe(name(), ownSplit(), ownPreparation());
        tree.put("rows", rows);
        tree.put("features", features);
        tree.put("anomalies", share);
        tree.put("kind", word());
        tree.put("seed", seed);
        return tree;
    }

    @Override
    public Dataset load() {
        if (kind == SyntheticKind.DEPENDENCY && features < 2) {
            throw new DataException(
                    "dependency() with features(1): one feature depends on no other; take features(2) or"
                            + " more, or another kind of anomaly");
        }
        int anomalies = (int) Math.max(1, Math.min(rows - 1L, Math.round(rows * share)));
        SyntheticRows generated = SyntheticRows.generate(kind, rows - anomalies, anomalies, features, seed);
        return choices.of(new Dataset(
                name(),
                generated.table(),
                generated.labels(),
                new Provenance("generated", "generated with seed " + seed, "none needed", "", ""),
                List.of("Generated data with " + word() + " anomalies.")));
    }

    private String word() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    Split ownSplit() {
        return Splits.normalOnly(0.6);
    }

    @Override
    Preparation ownPreparation() {
        return Preparations.standard();
    }

    @Override
    Synthetic with(Choices chosen) {
        return new Synthetic(rows, features, share, kind, seed, chosen);
    }

    @Override
    public Synthetic sample(int rows) {
        return with(choices.sample(rows));
    }

    @Override
    public String toString() {
        return "synthetic(" + rows + ").features(" + features + ").anomalies(" + share + ")." + word() + "().seed("
                + seed + ")" + choices.sentence();
    }
}
