package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.LoadListener;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Provenance;
import dev.oddity.datasets.RowShape;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Splits;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.Table;

/**
 * MNIST (LeCun et al. 1998): 70,000 handwritten digits of 28 × 28 pixels in [0, 1] (256 shades, divided by 255), the 60,000
 * of the training part first; columns {@code pixel0} to {@code pixel783}, row after row, seen as images of 1 × 28 × 28.
 *
 * <p>A one-class task by default: 8 is normal, the nine other digits are anomalies; the normal images of the training part
 * train, the whole test part of 10,000 tests. {@link #heldOut} turns it round. Pixels are left as they are. A table of
 * 32-bit floats: 220 MB.
 */
public final class Mnist extends CatalogueSource<Mnist> {

    static final PublishedFile TRAIN_IMAGES = file(
            "train-images-idx3-ubyte", 47_040_016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");

    static final PublishedFile TRAIN_LABELS =
            file("train-labels-idx1-ubyte", 60_008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");

    static final PublishedFile TEST_IMAGES = file(
            "t10k-images-idx3-ubyte", 7_840_016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");

    static final PublishedFile TEST_LABELS =
            file("t10k-labels-idx1-ubyte", 10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    static final CatalogueEntry ENTRY = new CatalogueEntry(
            "mnist()",
            "Handwritten digits, 28 × 28 pixels.",
            CatalogueEntry.Kind.IMAGES,
            List.of(
                    new Variant("mnist()", "8 is normal; .normal(3) for another", 70_000, 784, 70_000 - 6_825),
                    new Variant("mnist().heldOut(4)", "4 is the anomaly", 70_000, 784, 6_824)),
            "http://yann.lecun.com/exdb/mnist/",
            "unknown; often cited as CC BY-SA 3.0",
            "LeCun, Y., Bottou, L., Bengio, Y., Haffner, P. (1998). Gradient-Based Learning Applied to Document"
                    + " Recognition. Proceedings of the IEEE 86(11).",
            List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS),
            CatalogueEntry.FETCHED,
            List.of(
                    Trap.under(
                            "mnist()",
                            "One digit is normal and nine are not: about 90 % of the published test part are anomalies, so that"
                                    + " random scores have an average precision of about .9; compare by ROC-AUC."),
                    Trap.aside(
                            "Papers turn the task both ways, one digit normal or one digit held out: the figures must not"
                                    + " share a column.")));

    private static final int TRAINING = 60_000;
    private static final int SIDE = 28;

    private final DigitTask task;

    private Mnist(DigitTask task, Choices choices) {
        super(choices);
        this.task = task;
    }

    static Mnist eightIsNormal() {
        return new Mnist(DigitTask.EIGHT_IS_NORMAL, Choices.NONE);
    }

    private static PublishedFile file(String name, long bytes, String sha256) {
        return new PublishedFile(
                "mnist/" + name, bytes, sha256, "https://storage.googleapis.com/cvdf-datasets/mnist/" + name + ".gz");
    }

    /**
     * Another digit as the normal one.
     *
     * @param digit 0 to 9
     */
    public Mnist normal(int digit) {
        return new Mnist(DigitTask.normal(digit), choices);
    }

    /**
     * One digit as the anomaly, after Zenati et al. (2018): a random 80 % of the images of the nine other digits trains, the
     * rest of them and all images of this digit test.
     *
     * @param digit 0 to 9
     */
    public Mnist heldOut(int digit) {
        return new Mnist(DigitTask.heldOut(digit), choices);
    }

    @Override
    public String name() {
        return "mnist";
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = choices.describe(name(), ownSplit(), ownPreparation());
        task.describe(tree);
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
        IdxFile train = IdxFile.of(lookup.read(TRAIN_IMAGES));
        IdxFile test = IdxFile.of(lookup.read(TEST_IMAGES));
        IdxFile trainDigits = IdxFile.of(lookup.read(TRAIN_LABELS));
        IdxFile testDigits = IdxFile.of(lookup.read(TEST_LABELS));
        boolean[] labels = new boolean[train.items() + test.items()];
        for (int row = 0; row < labels.length; row++) {
            int digit = row < TRAINING ? trainDigits.at(row, 0) : testDigits.at(row - TRAINING, 0);
            labels[row] = task.isAnomaly(digit);
        }
        Table table = Table.create(
                name(),
                IntStream.range(0, SIDE * SIDE)
                        .mapToObj(pixel -> FloatColumn.create("pixel" + pixel, shades(train, test, pixel))));
        return choices.of(new Dataset(name(), table, labels, provenance(), notes())
                .withLayout(RowShape.image(1, SIDE, SIDE))
                .withOfficialTraining(TRAINING));
    }

    private static float[] shades(IdxFile train, IdxFile test, int pixel) {
        float[] shades = new float[train.items() + test.items()];
        for (int row = 0; row < train.items(); row++) {
            shades[row] = train.at(row, pixel) / 255f;
        }
        for (int row = 0; row < test.items(); row++) {
            shades[train.items() + row] = test.at(row, pixel) / 255f;
        }
        return shades;
    }

    private static Provenance provenance() {
        return ENTRY.provenance(
                "training part, 60,000 images, and test part, 10,000",
                TRAIN_IMAGES,
                TRAIN_LABELS,
                TEST_IMAGES,
                TEST_LABELS);
    }

    private List<String> notes() {
        return task.notes(ENTRY);
    }

    @Override
    Split ownSplit() {
        return task.heldOut() ? Splits.normalOnly(0.8) : Splits.official().normalOnly();
    }

    @Override
    Preparation ownPreparation() {
        return Preparations.passthrough();
    }

    @Override
    Mnist with(Choices chosen) {
        return new Mnist(task, chosen);
    }

    @Override
    public Mnist sample(int rows) {
        return with(choices.sample(rows));
    }

    @Override
    public String toString() {
        return "mnist()" + task.sentence() + choices.sentence();
    }
}
