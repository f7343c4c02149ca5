package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Provenance;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Splits;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * NSL-KDD (Tavallaee et al. 2009): KDD Cup 1999 without its repeated rows. 125,973 connections to train on ({@code
 * KDDTrain+}) and 22,544 to test on ({@code KDDTest+}), 41 features; attacks are the anomalies.
 *
 * <p>By default the normal connections of the training part train and the whole test part tests. Text columns are one-hot
 * coded, numbers z-scored. The file's difficulty level, found from how other classifiers did, is left out.
 */
public final class NslKdd extends CatalogueSource<NslKdd> {

    static final PublishedFile TRAIN = new PublishedFile(
            "nsl-kdd/KDDTrain+.txt",
            19_109_424,
            "1b86d2f957b33082081bba410fe129b475efebcc13c9014c3f447c8271aadf95",
            "");

    static final PublishedFile TEST = new PublishedFile(
            "nsl-kdd/KDDTest+.txt", 3_441_513, "fa46b0935342616aa83b7c2578db355b6a7aaabbc492248172c7a1e8b7ab8f84", "");

    static final PublishedFile TEST_21 = new PublishedFile(
            "nsl-kdd/KDDTest-21.txt",
            1_814_092,
            "746993ac9e25868827cacf09eab450050a2a1056e1ce48a1ad39f5dc801d531d",
            "");

    static final CatalogueEntry ENTRY = new CatalogueEntry(
            "nslKdd()",
            "KDD Cup 1999 without its repeated rows, with a training and a test part.",
            CatalogueEntry.Kind.TABLE,
            List.of(
                    new Variant("nslKdd()", "tests on KDDTest+", 125_973 + 22_544, 41, 58_630 + 12_833),
                    new Variant(
                            "nslKdd().test21()",
                            "tests on the harder KDDTest-21",
                            125_973 + 11_850,
                            41,
                            58_630 + 9_698)),
            "https://www.unb.ca/cic/datasets/nsl.html",
            "unknown; the Canadian Institute for Cybersecurity asks for citation",
            "Tavallaee, M., Bagheri, E., Lu, W., Ghorbani, A. (2009). A Detailed Analysis of the KDD CUP 99 Data Set."
                    + " IEEE CISDA.",
            List.of(TRAIN, TEST, TEST_21),
            "ask at https://www.unb.ca/cic/datasets/nsl.html; put KDDTrain+.txt and KDDTest+.txt into nsl-kdd/",
            List.of(
                    Trap.under(
                            "nslKdd()",
                            "Anomalies are the attacks, 47 % of the training part and 57 % of the test part."),
                    Trap.under(
                            ".test21()",
                            "Anomalies are the attacks, 47 % of the training part and 82 % of the test part."),
                    Trap.under(
                            "nslKdd()",
                            "17 kinds of attack in the test part, 3,750 of its 22,544 rows, are not in the training part."),
                    Trap.under(
                            ".test21()",
                            "17 kinds of attack in the test part, 3,740 of its 11,850 rows, are not in the training part."),
                    Trap.under("nslKdd()", "664 of the 22,544 test rows are verbatim copies of training rows."),
                    Trap.under(".test21()", "529 of the 11,850 test rows are verbatim copies of training rows."),
                    Trap.under(
                            ".test21()",
                            "KDDTest-21 leaves out the rows that 21 classifiers all got right: figures on it are not those of"
                                    + " KDDTest+."),
                    Trap.aside("The last column of the files, a difficulty level, is left out: it was found from how"
                            + " classifiers did on the row, and is no feature.")));

    private static final List<String> COLUMNS =
            Stream.concat(Kdd99.COLUMNS.stream(), Stream.of("difficulty")).toList();

    private final boolean hard;

    private NslKdd(boolean hard, Choices choices) {
        super(choices);
        this.hard = hard;
    }

    static NslKdd whole() {
        return new NslKdd(false, Choices.NONE);
    }

    /** Tests on {@code KDDTest-21}: the 11,850 test rows that not all of the authors' 21 classifiers got right. */
    public NslKdd test21() {
        return new NslKdd(true, choices);
    }

    @Override
    public String name() {
        return "nslKdd";
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = choices.describe(name(), ownSplit(), ownPreparation());
        tree.put("test", hard ? "KDDTest-21" : "KDDTest+");
        return tree;
    }

    @Override
    public Dataset load() {
        return load(Lookup.here());
    }

    Dataset load(Lookup lookup) {
        PublishedFile test = hard ? TEST_21 : TEST;
        Table table = PlainCsv.read(lookup.read(TRAIN), 0, COLUMNS, Kdd99.TEXT);
        int training = table.rowCount();
        table.append(PlainCsv.read(lookup.read(test), 0, COLUMNS, Kdd99.TEXT));
        StringColumn classes = table.stringColumn("label");
        boolean[] labels = new boolean[table.rowCount()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = !classes.get(row).equals("normal");
        }
        table.removeColumns("label", "difficulty");
        Dataset data =
                new Dataset(name(), table, labels, provenance(test), ENTRY.notes(hard ? ".test21()" : ENTRY.word()));
        return choices.of(data.withOfficialTraining(training));
    }

    private Provenance provenance(PublishedFile test) {
        return ENTRY.provenance(
                "KDDTrain+, 125,973 rows, and " + (hard ? "KDDTest-21, 11,850 rows" : "KDDTest+, 22,544 rows"),
                TRAIN,
                test);
    }

    @Override
    Split ownSplit() {
        return Splits.official().normalOnly();
    }

    @Override
    Preparation ownPreparation() {
        return Preparations.oneHot().standard();
    }

    @Override
    NslKdd with(Choices chosen) {
        return new NslKdd(hard, chosen);
    }

    @Override
    public NslKdd sample(int rows) {
        return with(choices.sample(rows));
    }

    @Override
    public String toString() {
        return "nslKdd()" + (hard ? ".test21()" : "") + choices.sentence();
    }
}
