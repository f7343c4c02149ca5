package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Splits;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Breast cancer Wisconsin (diagnostic): 569 tumours, 30 measures of the cell nuclei each; the 212 malignant ones are the
 * anomalies. Embedded, as scikit-learn's {@code load_breast_cancer} gives it, with its column names.
 *
 * <p>By default a random 60 % of the benign rows train, the other benign rows and all malignant ones test; z-scores. With
 * 37 % anomalies it is a set to learn on, not one to compare detectors by.
 */
public final class BreastCancer extends CatalogueSource<BreastCancer> {

    static final PublishedFile FILE = new PublishedFile(
            "breast_cancer.csv", 119_913, "fed3eb72d0575ef6192293f5093c6e801b1476b577d0386bf4455504522172ed", "");

    static final CatalogueEntry ENTRY = new CatalogueEntry(
            "breastCancer()",
            "Measures of cell nuclei of tumours, benign or malignant (Wisconsin, diagnostic).",
            CatalogueEntry.Kind.TABLE,
            List.of(new Variant("breastCancer()", "malignant is the anomaly", 569, 30, 212)),
            "https://archive.ics.uci.edu/dataset/17/breast+cancer+wisconsin+diagnostic",
            "CC BY 4.0",
            "Wolberg, W., Mangasarian, O., Street, N., Street, W. (1993). Breast Cancer Wisconsin (Diagnostic)."
                    + " UCI Machine Learning Repository.",
            List.of(FILE),
            CatalogueEntry.EMBEDDED,
            List.of(
                    Trap.always("Malignant tumours are the anomalies, 37 % of all rows."),
                    Trap.aside("With so many anomalies it is a set to learn on, not one to compare detectors by."),
                    Trap.aside(
                            "Other collections thin the malignant rows, or take the older set of 699 rows and 9 columns:"
                                    + " their figures are of other data.")));

    private static final String TARGET = "target";
    private static final double MALIGNANT = 0;

    private static final List<String> MEASURES = List.of(
            "radius",
            "texture",
            "perimeter",
            "area",
            "smoothness",
            "compactness",
            "concavity",
            "concave points",
            "symmetry",
            "fractal dimension");

    private static final List<String> COLUMNS = Stream.of(
                    MEASURES.stream().map(measure -> "mean " + measure),
                    MEASURES.stream().map(measure -> measure + " error"),
                    MEASURES.stream().map(measure -> "worst " + measure),
                    Stream.of(TARGET))
            .flatMap(names -> names)
            .toList();

    private BreastCancer(Choices choices) {
        super(choices);
    }

    static BreastCancer malignantIsAnomaly() {
        return new BreastCancer(Choices.NONE);
    }

    @Override
    public String name() {
        return "breastCancer";
    }

    @Override
    public Map<String, Object> describe() {
        return choices.describe(name(), ownSplit(), ownPreparation());
    }

    @Override
    public Dataset load() {
        byte[] content = Embedded.read(FILE.path());
        Table table = PlainCsv.read(content, 1, COLUMNS, Set.of());
        DoubleColumn target = table.doubleColumn(TARGET);
        boolean[] labels = new boolean[table.rowCount()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = target.getDouble(row) == MALIGNANT;
        }
        table.removeColumns(TARGET);
        return choices.of(new Dataset(name(), table, labels, ENTRY.provenance("569 rows", FILE), ENTRY.notes()));
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
    BreastCancer with(Choices chosen) {
        return new BreastCancer(chosen);
    }

    @Override
    public BreastCancer sample(int rows) {
        return with(choices.sample(rows));
    }

    @Override
    public String toString() {
        return "breastCancer()" + choices.sentence();
    }
}
