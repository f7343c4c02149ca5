package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.LoadListener;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Provenance;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Splits;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * KDD Cup 1999, the 10 percent training file: 494,021 network connections of 41 features, 97,278 of them {@code normal.}.
 *
 * <p>Without a protocol, anomalies are attacks (80 % of the rows) and the split is {@code normalOnly(0.6)}.
 *
 * <p>The three text columns are one-hot coded; the other 38, among them four that hold 0 or 1, are z-scored. Categories and
 * scales are those of the training rows; the whole file has 118 categories and numbers. Scaling decides much here, for a
 * few cells of bytes sent and received lie hundreds of standard deviations out. Under the DAGMM protocol numbers are
 * therefore held within ±10 as well; not under the reversed one, where what lies so far out are attacks. Measured with
 * scikit-learn, reconstruction from ten principal components, F1 at the true rate: DAGMM .855 with {@code minMax()}, .912
 * with {@code standard()}, .973 with {@code standard().clip(10)}, and as much with limits from 3 to 20 (mean of 3 draws);
 * reversed .961 with {@code standard()}, .930 with the limit (mean of 2 draws).
 */
public final class Kdd99 extends CatalogueSource<Kdd99> {

    static final PublishedFile TEN_PERCENT = new PublishedFile(
            "kddcup99/kddcup.data_10_percent.gz",
            2_144_903,
            "8045aca0d84e70e622d1148d7df782496f6333bf6eb979a1b0837c42a9fd9561",
            "https://ndownloader.figshare.com/files/5976042");

    static final PublishedFile CORRECTED = new PublishedFile(
            "kddcup99/corrected.gz",
            1_409_035,
            "abd8165508378859b07e38537271f0ebf8a4d7319f643188cd7361e939a05c43",
            "http://kdd.ics.uci.edu/databases/kddcup99/corrected.gz");

    static final CatalogueEntry ENTRY = new CatalogueEntry(
            "kdd99()",
            "Network connections of a simulated air-force base, attack or normal: the 10 percent training file of the KDD"
                    + " Cup 1999.",
            CatalogueEntry.Kind.TABLE,
            List.of(
                    new Variant("kdd99()", "attacks are the anomalies", 494_021, 41, 396_743),
                    new Variant("kdd99().dagmmProtocol()", "normal is the anomaly; half trains", 494_021, 41, 97_278),
                    new Variant(
                            "kdd99().goadProtocol()",
                            "normal is the anomaly; half the attacks train",
                            494_021,
                            41,
                            97_278),
                    new Variant("kdd99().reversedProtocol()", "KDD-Rev: half the normals train", 494_021, 41, 396_743),
                    new Variant("kdd99().alibiProtocol()", "18 rates and counts", 494_021, 18, 396_743),
                    new Variant("kdd99().officialTest()", "tests on the contest's test file", 805_050, 41, 647_179)),
            "http://kdd.ics.uci.edu/databases/kddcup99/kddcup99.html",
            "CC BY 4.0, as listed by UCI",
            "Stolfo, S., Fan, W., Lee, W., Prodromidis, A., Chan, P. (1999). KDD Cup 1999 Data. UCI Machine Learning"
                    + " Repository.",
            List.of(TEN_PERCENT, CORRECTED),
            CatalogueEntry.FETCHED,
            List.of(
                    Trap.under("kdd99()", "Anomalies are the attacks, 80 % of all rows.")
                            .or(".reversedProtocol()")
                            .or(".alibiProtocol()"),
                    Trap.under(".dagmmProtocol()", "Anomalies are the normal connections (DAGMM protocol)."),
                    Trap.under(".goadProtocol()", "Anomalies are the normal connections (GOAD protocol)."),
                    Trap.under(
                                    "kdd99()",
                                    "Only 145,584 of the 494,021 rows differ from each other: test rows repeat training rows.")
                            .or(".dagmmProtocol()")
                            .or(".goadProtocol()")
                            .or(".reversedProtocol()")
                            .or(".alibiProtocol()"),
                    Trap.under(
                            ".officialTest()",
                            "Anomalies are the attacks, 80 % of the training file and 81 % of the test file."),
                    Trap.under(
                            ".officialTest()",
                            "17 kinds of attack in the test file, 18,729 connections, are not in the training file."),
                    Trap.under(
                            ".officialTest()",
                            "58 % of the 311,029 test rows are verbatim copies of rows of the training file, most of them"
                                    + " attacks."),
                    Trap.aside(
                            "Figures of two protocols must not share a column: they differ in who is the anomaly, in its"
                                    + " share and in what trains."),
                    Trap.aside(
                            "Two floods of connections that are much alike, smurf and neptune, are 79 % of the rows."),
                    Trap.aside("The column num_outbound_cmds is 0 in every row.")));

    private static final String LABEL = "label";

    /** The 41 features, and the label. */
    static final List<String> COLUMNS = List.of(
            "duration",
            "protocol_type",
            "service",
            "flag",
            "src_bytes",
            "dst_bytes",
            "land",
            "wrong_fragment",
            "urgent",
            "hot",
            "num_failed_logins",
            "logged_in",
            "num_compromised",
            "root_shell",
            "su_attempted",
            "num_root",
            "num_file_creations",
            "num_shells",
            "num_access_files",
            "num_outbound_cmds",
            "is_host_login",
            "is_guest_login",
            "count",
            "srv_count",
            "serror_rate",
            "srv_serror_rate",
            "rerror_rate",
            "srv_rerror_rate",
            "same_srv_rate",
            "diff_srv_rate",
            "srv_diff_host_rate",
            "dst_host_count",
            "dst_host_srv_count",
            "dst_host_same_srv_rate",
            "dst_host_diff_srv_rate",
            "dst_host_same_src_port_rate",
            "dst_host_srv_diff_host_rate",
            "dst_host_serror_rate",
            "dst_host_srv_serror_rate",
            "dst_host_rerror_rate",
            "dst_host_srv_rerror_rate",
            LABEL);

    static final Set<String> TEXT = Set.of("protocol_type", "service", "flag", LABEL);

    private static final Preparation Z_SCORES = Preparations.oneHot().standard();

    private static final List<String> RATES = List.of(
            "srv_count",
            "serror_rate",
            "srv_serror_rate",
            "rerror_rate",
            "srv_rerror_rate",
            "same_srv_rate",
            "diff_srv_rate",
            "srv_diff_host_rate",
            "dst_host_count",
            "dst_host_srv_count",
            "dst_host_same_srv_rate",
            "dst_host_diff_srv_rate",
            "dst_host_same_src_port_rate",
            "dst_host_srv_diff_host_rate",
            "dst_host_serror_rate",
            "dst_host_srv_serror_rate",
            "dst_host_rerror_rate",
            "dst_host_srv_rerror_rate");

    /** Who is the anomaly, and which rows train. */
    private enum Protocol {
        NONE("", "none", Splits.normalOnly(0.6), Z_SCORES),
        DAGMM(".dagmmProtocol()", "dagmm", Splits.holdout(0.5).validation(0.1).normalOnly(), Z_SCORES.clip(10)),
        GOAD(".goadProtocol()", "goad", Splits.normalOnly(0.5), Z_SCORES),
        REVERSED(".reversedProtocol()", "reversed", Splits.normalOnly(0.5).anomalyShare(1.0 / 3), Z_SCORES),
        ALIBI(".alibiProtocol()", "alibi", new SmallBatches(1_000, 0.05, 1_000, 0.1), Preparations.standard()),
        OFFICIAL(".officialTest()", "official", Splits.official().normalOnly(), Z_SCORES);

        private final String word;
        private final String title;
        private final Split split;
        private final Preparation preparation;

        Protocol(String word, String title, Split split, Preparation preparation) {
            this.word = word;
            this.title = title;
            this.split = split;
            this.preparation = preparation;
        }

        /** As attacks are many, these make the connections labelled {@code normal.} the anomalies. */
        boolean normalIsAnomaly() {
            return this == DAGMM || this == GOAD;
        }
    }

    private final Protocol protocol;

    private Kdd99(Protocol protocol, Choices choices) {
        super(choices);
        this.protocol = protocol;
    }

    static Kdd99 whole() {
        return new Kdd99(Protocol.NONE, Choices.NONE);
    }

    /**
     * The protocol of DAGMM (Zong et al. 2018): as attacks are many, the connections labelled {@code normal.} are the
     * anomalies. A random half of all rows is the training side, the other half the test, whole: 247,011 rows, 19.7 %
     * anomalies. Of the training side a tenth, as it comes, is set aside for validation, so that no threshold need be
     * chosen on test rows; of the rest, the attacks train.
     */
    public Kdd99 dagmmProtocol() {
        return new Kdd99(Protocol.DAGMM, choices);
    }

    /**
     * KDD-Rev, as GOAD and NeuTraL-AD use it: attacks are the anomalies; a random half of the normal connections trains,
     * the other half and half as many random attacks test (48,639 and 24,319 rows).
     */
    public Kdd99 reversedProtocol() {
        return new Kdd99(Protocol.REVERSED, choices);
    }

    /**
     * The protocol of GOAD (Bergman and Hoshen 2020), which NeuTraL-AD follows: the connections labelled {@code normal.} are
     * the anomalies; a random half of the attacks trains, the other half and all normal connections test (198,372 and 97,278
     * rows, 32.9 % anomalies).
     */
    public Kdd99 goadProtocol() {
        return new Kdd99(Protocol.GOAD, choices);
    }

    /**
     * After the notebooks of Alibi-Detect: attacks are the anomalies, 18 features of rates and counts, z-scored; 1,000 test
     * rows, a tenth of them attacks; 1,000 validation rows, a twentieth of them attacks, for the threshold. There 400,000
     * normal rows are drawn with replacement, test rows among them; here all normal rows that are not in the other parts
     * train, once.
     */
    public Kdd99 alibiProtocol() {
        return new Kdd99(Protocol.ALIBI, choices);
    }

    /**
     * The contest's own division: the normal connections of the 10 percent file train, the labelled test file of 311,029
     * connections ({@code corrected}) tests, whole. Attacks are the anomalies, some of kinds that training lacks.
     */
    public Kdd99 officialTest() {
        return new Kdd99(Protocol.OFFICIAL, choices);
    }

    @Override
    public String name() {
        return "kdd99";
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = choices.describe(name(), ownSplit(), ownPreparation());
        tree.put("protocol", protocol.title);
        return tree;
    }

    @Override
    public Dataset load() {
        return load(LoadListener.NONE);
    }

    @Override
    public Dataset load(LoadListener listener) {
        return load(Lookup.here(listener));
    }

    Dataset load(Lookup lookup) {
        Table table = PlainCsv.read(lookup.read(TEN_PERCENT), 0, COLUMNS, TEXT);
        int tenPercent = table.rowCount();
        if (protocol == Protocol.OFFICIAL) {
            table.append(PlainCsv.read(lookup.read(CORRECTED), 0, COLUMNS, TEXT));
        }
        StringColumn classes = table.stringColumn(LABEL);
        boolean[] labels = new boolean[table.rowCount()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = classes.get(row).equals("normal.") == protocol.normalIsAnomaly();
        }
        table.removeColumns(LABEL);
        if (protocol == Protocol.ALIBI) {
            table = table.selectColumns(RATES.toArray(String[]::new));
        }
        Dataset data = new Dataset(name(), table, labels, provenance(), notes());
        return choices.of(protocol == Protocol.OFFICIAL ? data.withOfficialTraining(tenPercent) : data);
    }

    private Provenance provenance() {
        return protocol == Protocol.OFFICIAL
                ? ENTRY.provenance(
                        "10 percent training file, 494,021 rows, and labelled test file, 311,029 rows",
                        TEN_PERCENT,
                        CORRECTED)
                : ENTRY.provenance("10 percent training file, 494,021 rows", TEN_PERCENT);
    }

    private List<String> notes() {
        return ENTRY.notes(protocol == Protocol.NONE ? ENTRY.word() : protocol.word);
    }

    @Override
    Split ownSplit() {
        return protocol.split;
    }

    @Override
    Preparation ownPreparation() {
        return protocol.preparation;
    }

    @Override
    Kdd99 with(Choices chosen) {
        return new Kdd99(protocol, chosen);
    }

    @Override
    public Kdd99 sample(int rows) {
        return with(choices.sample(rows));
    }

    @Override
    public String toString() {
        return "kdd99()" + protocol.word + choices.sentence();
    }
}
