package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Provenance;
import dev.oddity.datasets.RowShape;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Splits;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tech.tablesaw.api.Table;

/**
 * ECG5000 (Chen et al., UCR archive): 5,000 heartbeats of 140 samples each, normalised beat by beat. The 2,919 beats of
 * class 1 are normal, the others (R-on-T, premature, supraventricular, unclassified) are anomalies.
 *
 * <p>A beat is a row of columns {@code t0} to {@code t139} and a window of 140 steps × 1 feature. By default the normal
 * beats of the official training part (292 of 500) train, and the official test part of 4,500 beats tests; samples are left
 * as they are.
 */
public final class Ecg5000 extends CatalogueSource<Ecg5000> {

    static final PublishedFile FILE = new PublishedFile(
            "ecg5000/ecg5000_all_binary.csv",
            7_670_089,
            "4f311ce11ce1abe240baf9e5170e75a8e6628204f1ccfd7935127c753e826f04",
            "");

    static final CatalogueEntry ENTRY = new CatalogueEntry(
            "ecg5000()",
            "Heartbeats of a patient with heart failure, 140 samples each, normalised beat by beat.",
            CatalogueEntry.Kind.SERIES,
            List.of(
                    new Variant("ecg5000()", "500 beats are the training part, 4,500 the test part", 5_000, 140, 2_081),
                    new Variant("ecg5000().flipped()", "the parts change places", 5_000, 140, 2_081)),
            "https://www.timeseriesclassification.com/description.php?Dataset=ECG5000",
            "unknown",
            "Dau, H. A. et al. (2019). The UCR Time Series Archive. IEEE/CAA Journal of Automatica Sinica 6(6).",
            List.of(FILE),
            "from https://www.timeseriesclassification.com/description.php?Dataset=ECG5000, training rows first, label"
                    + " last (1 for classes 2 to 5), as ecg5000/ecg5000_all_binary.csv",
            List.of(
                    Trap.always("Normal is class 1; the four other classes are anomalies, 42 % of all beats."),
                    Trap.always("All beats come from one patient: nothing here says how a detector does on another."),
                    Trap.under(
                            ".flipped()",
                            "The published training and test parts changed places: figures must not share a column with those"
                                    + " of the official division."),
                    Trap.aside("The ecg.csv of TensorFlow's tutorial has the labels the other way round.")));

    static final int STEPS = 140;

    private static final int TRAINING = 500;

    private final boolean flipped;

    private Ecg5000(boolean flipped, Choices choices) {
        super(choices);
        this.flipped = flipped;
    }

    static Ecg5000 official() {
        return new Ecg5000(false, Choices.NONE);
    }

    /**
     * Training and test part change places, as in Alibi-Detect: the normal beats of the 4,500 train, the 500 test. More to
     * learn from, fewer to judge on; figures of the two divisions must not share a column.
     */
    public Ecg5000 flipped() {
        return new Ecg5000(true, choices);
    }

    @Override
    public String name() {
        return "ecg5000";
    }

    @Override
    public Map<String, Object> describe() {
        return choices.describe(name(), ownSplit(), ownPreparation());
    }

    @Override
    public Dataset load() {
        return load(Lookup.here());
    }

    Dataset load(Lookup lookup) {
        byte[] content = lookup.read(FILE);
        List<String> columns = PlainCsv.header(content);
        Table table = PlainCsv.read(content, 1, columns, Set.of());
        String label = columns.get(STEPS);
        boolean[] labels = PlainCsv.ones(table, label);
        table.removeColumns(label);
        Provenance provenance = ENTRY.provenance("all 5,000 beats, the 500 of the training part first", FILE);
        List<String> notes = ENTRY.notes(flipped ? ".flipped()" : ENTRY.word());
        return choices.of(new Dataset(name(), table, labels, provenance, notes)
                .withLayout(RowShape.steps(STEPS, 1))
                .withOfficialTraining(TRAINING));
    }

    @Override
    Split ownSplit() {
        return flipped
                ? Splits.official().flipped().normalOnly()
                : Splits.official().normalOnly();
    }

    @Override
    Preparation ownPreparation() {
        return Preparations.passthrough();
    }

    @Override
    Ecg5000 with(Choices chosen) {
        return new Ecg5000(flipped, chosen);
    }

    @Override
    public Ecg5000 sample(int rows) {
        return with(choices.sample(rows));
    }

    @Override
    public String toString() {
        return "ecg5000()" + (flipped ? ".flipped()" : "") + choices.sentence();
    }
}
