package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Provenance;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Splits;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tech.tablesaw.api.Table;

/**
 * UNSW-NB15 (Moustafa and Slay 2015), the partition of 82,332 connections: 42 features, 45,332 attacks, which are the
 * anomalies; {@code id} and {@code attack_cat} are left out, for they give the label away.
 *
 * <p>By default a random 60 % of the normal connections trains and all else tests; text columns are one-hot coded, numbers
 * z-scored.
 */
public final class UnswNb15 extends CatalogueSource<UnswNb15> {

    static final PublishedFile PARTITION = new PublishedFile(
            "unsw-nb15/UNSW_NB15_training-set.csv",
            15_380_800,
            "734fe6642edf758f7c94d7d9149426b49d202fe8e7bf0bef47392489c3c0a559",
            "");

    static final PublishedFile BACKDOOR = new PublishedFile(
            "unsw-nb15/UNSW_NB15_traintest_backdoor.csv",
            52_927_194,
            "dc49c0880fab0619cf486235ab572ae81baf9f3a4fdd7f7b08e489749b2cee7d",
            "");

    static final CatalogueEntry ENTRY = new CatalogueEntry(
            "unswNb15()",
            "Network connections of a test bed, normal or one of nine kinds of attack.",
            CatalogueEntry.Kind.TABLE,
            List.of(
                    new Variant("unswNb15()", "all attacks are anomalies", 82_332, 42, 45_332),
                    new Variant(
                            "unswNb15().backdoor()",
                            "normal and backdoor, as in ADBench; coded already",
                            95_329,
                            196,
                            2_329)),
            "https://research.unsw.edu.au/projects/unsw-nb15-dataset",
            "free for academic research; commercial use by agreement with the authors, as stated by UNSW",
            "Moustafa, N., Slay, J. (2015). UNSW-NB15: a comprehensive data set for network intrusion detection systems."
                    + " MilCIS.",
            List.of(PARTITION, BACKDOOR),
            "ask at https://research.unsw.edu.au/projects/unsw-nb15-dataset; the backdoor file is at"
                    + " https://github.com/GuansongPang/ADRepository-Anomaly-detection-datasets; put them into unsw-nb15/",
            List.of(
                    Trap.under("unswNb15()", "Anomalies are the attacks, 55 % of all rows."),
                    Trap.under(
                            "unswNb15()",
                            "Only 53,946 of the 82,332 rows differ from each other: test rows repeat training rows."),
                    Trap.under(
                            "unswNb15()",
                            "The partition of 82,332 rows, whose official name (training or testing set) differs between"
                                    + " releases; the other one, of 175,341 rows, is not used."),
                    Trap.under(".backdoor()", "Anomalies are the backdoor attacks, 2.4 % of all rows."),
                    Trap.under(
                            ".backdoor()",
                            "Only 87,020 of the 95,329 rows differ from each other: test rows repeat training rows."),
                    Trap.under(
                            ".backdoor()",
                            "The data were scaled with the minimum and maximum of all rows, test rows among them."),
                    Trap.aside("The columns id and attack_cat are left out, for they give the label away.")));

    private static final Set<String> TEXT = Set.of("proto", "service", "state", "attack_cat");

    private final boolean backdoor;

    private UnswNb15(boolean backdoor, Choices choices) {
        super(choices);
        this.backdoor = backdoor;
    }

    static UnswNb15 partition() {
        return new UnswNb15(false, Choices.NONE);
    }

    /**
     * Normal connections and the backdoor attacks only, as the authors of DevNet prepared them and ADBench has them ({@code
     * 3_backdoor}): 95,329 rows, 2.4 % anomalies, 196 columns one-hot coded and scaled to 0 … 1 already. By default a
     * random 70 % of all rows trains, anomalies among them, as in ADBench, and nothing is prepared.
     */
    public UnswNb15 backdoor() {
        return new UnswNb15(true, choices);
    }

    @Override
    public String name() {
        return "unswNb15";
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = choices.describe(name(), ownSplit(), ownPreparation());
        tree.put("subset", backdoor ? "backdoor" : "partition of 82,332 rows");
        return tree;
    }

    @Override
    public Dataset load() {
        return load(Lookup.here());
    }

    Dataset load(Lookup lookup) {
        PublishedFile file = backdoor ? BACKDOOR : PARTITION;
        byte[] content = lookup.read(file);
        List<String> columns = PlainCsv.header(content);
        Table table = PlainCsv.read(content, 1, columns, TEXT);
        String label = columns.get(columns.size() - 1);
        boolean[] labels = PlainCsv.ones(table, label);
        table.removeColumns(backdoor ? new String[] {label} : new String[] {"id", "attack_cat", label});
        return choices.of(new Dataset(
                name(), table, labels, provenance(file), ENTRY.notes(backdoor ? ".backdoor()" : ENTRY.word())));
    }

    private Provenance provenance(PublishedFile file) {
        return ENTRY.provenance(backdoor ? "normal and backdoor, 95,329 rows" : "partition of 82,332 rows", file);
    }

    @Override
    Split ownSplit() {
        return backdoor ? Splits.holdout(0.7) : Splits.normalOnly(0.6);
    }

    @Override
    Preparation ownPreparation() {
        return backdoor ? Preparations.passthrough() : Preparations.oneHot().standard();
    }

    @Override
    UnswNb15 with(Choices chosen) {
        return new UnswNb15(backdoor, chosen);
    }

    @Override
    public UnswNb15 sample(int rows) {
        return with(choices.sample(rows));
    }

    @Override
    public String toString() {
        return "unswNb15()" + (backdoor ? ".backdoor()" : "") + choices.sentence();
    }
}
