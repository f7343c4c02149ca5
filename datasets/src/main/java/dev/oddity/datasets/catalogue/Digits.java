package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.RowShape;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Splits;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Handwritten digits, 1,797 images of 8 × 8 pixels in [0, 1] (16 shades, divided by 16); row after row {@code pixel0} to
 * {@code pixel63}, seen as images of 1 × 8 × 8. Embedded: the test part of UCI's optdigits, as scikit-learn's {@code load_digits} gives it.
 *
 * <p>A one-class task: one digit is normal, the nine others are anomalies. A random half of the normal images trains; the
 * other half and all other digits test. The default is 8, the hardest for most methods. Pixels are left as they are, for
 * one that is always blank in training may have ink in an anomaly.
 */
public final class Digits extends CatalogueSource<Digits> {

    static final PublishedFile FILE = new PublishedFile(
            "digits.csv.gz", 57_512, "46abec6b12486ad9e51943373abcf22bbea1b5a51a1619b361570d8893f1464a", "");

    static final CatalogueEntry ENTRY = new CatalogueEntry(
            "digits()",
            "Handwritten digits, 8 × 8 pixels: scikit-learn's load_digits.",
            CatalogueEntry.Kind.IMAGES,
            List.of(
                    new Variant("digits()", "8 is normal; .normal(3) for another", 1_797, 64, 1_797 - 174),
                    new Variant("digits().heldOut(4)", "4 is the anomaly", 1_797, 64, 181)),
            "https://archive.ics.uci.edu/dataset/80/optical+recognition+of+handwritten+digits",
            "CC BY 4.0",
            "Alpaydin, E., Kaynak, C. (1998). Optical Recognition of Handwritten Digits. UCI Machine Learning Repository.",
            List.of(FILE),
            CatalogueEntry.EMBEDDED,
            List.of(
                    Trap.under(
                            "digits()",
                            "One digit is normal and nine are not: 95 % of the test images are anomalies, so that random scores"
                                    + " have an average precision of about .95; compare by ROC-AUC."),
                    Trap.aside(
                            "These are the 1,797 images of the test part of UCI's optdigits; its 3,823 training images are not"
                                    + " used, so that figures published on optdigits are of other data.")));

    private static final String DIGIT = "digit";

    private static final List<String> COLUMNS = Stream.concat(
                    IntStream.range(0, 64).mapToObj(i -> "pixel" + i), Stream.of(DIGIT))
            .toList();

    private final DigitTask task;

    private Digits(DigitTask task, Choices choices) {
        super(choices);
        this.task = task;
    }

    static Digits eightIsNormal() {
        return new Digits(DigitTask.EIGHT_IS_NORMAL, Choices.NONE);
    }

    /**
     * Another digit as the normal one.
     *
     * @param digit 0 to 9
     */
    public Digits normal(int digit) {
        return new Digits(DigitTask.normal(digit), choices);
    }

    /**
     * One digit as the anomaly: a random 80 % of the images of the nine other digits trains, the rest of them and all images
     * of this digit test.
     *
     * @param digit 0 to 9
     */
    public Digits heldOut(int digit) {
        return new Digits(DigitTask.heldOut(digit), choices);
    }

    @Override
    public String name() {
        return "digits";
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = choices.describe(name(), ownSplit(), ownPreparation());
        task.describe(tree);
        return tree;
    }

    @Override
    public Dataset load() {
        byte[] content = Embedded.read(FILE.path());
        Table raw = PlainCsv.read(content, 0, COLUMNS, Set.of());
        DoubleColumn digits = raw.doubleColumn(DIGIT);
        boolean[] labels = new boolean[raw.rowCount()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = task.isAnomaly((int) digits.getDouble(row));
        }
        Table pixels = Table.create(COLUMNS.stream()
                .limit(64)
                .map(name -> raw.doubleColumn(name).divide(16).setName(name)));
        return choices.of(new Dataset(
                        name(), pixels, labels, ENTRY.provenance("test part, 1,797 images", FILE), task.notes(ENTRY))
                .withLayout(RowShape.image(1, 8, 8)));
    }

    @Override
    Split ownSplit() {
        return Splits.normalOnly(task.heldOut() ? 0.8 : 0.5);
    }

    @Override
    Preparation ownPreparation() {
        return Preparations.passthrough();
    }

    @Override
    Digits with(Choices chosen) {
        return new Digits(task, chosen);
    }

    @Override
    public Digits sample(int rows) {
        return with(choices.sample(rows));
    }

    @Override
    public String toString() {
        return "digits()" + task.sentence() + choices.sentence();
    }
}
