package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.LoadListener;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Provenance;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Splits;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Card payments of two days in September 2013, some of them frauds: 28 principal components, Amount, and Time, which is
 * left out.
 *
 * <p>Two editions: the full file (284,807 rows, 492 frauds) and a real subset of it (41,393 rows, all 492 frauds), whose
 * share of frauds is seven times higher; figures on the two must not share a column. The full one is taken if it is on this
 * machine, else the subset if that is, else the full one is fetched (150 MB). {@link #full()} and {@link #subset()} settle
 * it.
 *
 * <p>What is written is what identifies an experiment: {@code creditCardFraud()} has the identity of "any edition", on
 * every machine the same, so that a plan can be compared before anything is loaded. What was loaded is said by the
 * provenance (version and SHA-256) in the report, its JSON and its metrics, and by a note. Two runs of one identity on two
 * editions are told apart there; an experiment to be repeated should settle the edition.
 *
 * <p>Exact repeats of a row (Time and Class included) are dropped: 473 different frauds stay. By default a random 60 % of
 * the normal rows train, the other normal rows and all frauds test; z-scores.
 */
public final class CreditCardFraud extends CatalogueSource<CreditCardFraud> {

    static final PublishedFile FULL = new PublishedFile(
            "creditcard/creditcard.csv",
            150_828_752,
            "76274b691b16a6c49d3f159c883398e03ccd6d1ee12d9d8ee38f4b4b98551a89",
            "https://storage.googleapis.com/download.tensorflow.org/data/creditcard.csv");

    static final PublishedFile SUBSET = new PublishedFile(
            "creditcard/creditcard_union.csv.gz",
            9_984_598,
            "e224d4bc3b34d7ef80381b5ff9611b2fbe69318bc15cf121bc5fc3da8eaf1a5d",
            "");

    /** Among the words of the entry's traps: the subset, by whatever word, divided in time. */
    private static final String SUBSET_IN_TIME = "the subset with .temporal()";

    static final CatalogueEntry ENTRY = new CatalogueEntry(
            "creditCardFraud()",
            "Card payments of two days in September 2013, some of them frauds: 28 principal components and Amount.",
            CatalogueEntry.Kind.TABLE,
            List.of(
                    new Variant("creditCardFraud().full()", "the full file, without repeats", 283_726, 29, 473),
                    new Variant("creditCardFraud().subset()", "a real subset, without repeats", 41_341, 29, 473)),
            "https://www.kaggle.com/datasets/mlg-ulb/creditcardfraud",
            "DbCL 1.0 (contents) and ODbL, as listed on Kaggle",
            "Dal Pozzolo, A., Caelen, O., Johnson, R. A., Bontempi, G. (2015). Calibrating Probability with"
                    + " Undersampling for Unbalanced Classification. IEEE CIDM.",
            List.of(FULL, SUBSET),
            CatalogueEntry.FETCHED,
            List.of(
                    Trap.under(
                            "creditCardFraud()",
                            "creditCardFraud() is the full file where that is on this machine, else the subset, and the"
                                    + " experiment's identity is the same for both: the data's version and SHA-256 say which it"
                                    + " was; write .full() or .subset() to settle it."),
                    Trap.under(
                            ".subset()",
                            "A real subset of the full file: all 492 frauds, but 41,393 of 284,807 rows, so that frauds are 1.2 %"
                                    + " instead of 0.17 % and precision is higher than on the full file."),
                    Trap.under(
                            SUBSET_IN_TIME,
                            "Early payments are over-represented in the subset: 21 % of its rows, and 11 % of the full file's,"
                                    + " are of the first ten hours, so that the first 60 % end after 23 hours instead of 33."),
                    Trap.under(
                            ".full()",
                            "Exact repeats were dropped, 19 of the 492 frauds among them: 283,726 rows and 473 frauds stay."),
                    Trap.under(
                            ".subset()",
                            "Exact repeats were dropped, 19 of the 492 frauds among them: 41,341 rows and 473 frauds stay."),
                    Trap.aside("The subset has no public address: where neither edition is, the full file is fetched."),
                    Trap.aside("Figures on the two editions must not share a column."),
                    Trap.aside("Time is left out of the features; .temporal() divides by it.")));

    private static final List<String> COLUMNS = Stream.of(
                    Stream.of("Time"),
                    IntStream.rangeClosed(1, 28).mapToObj(i -> "V" + i),
                    Stream.of("Amount", "Class"))
            .flatMap(names -> names)
            .toList();

    private enum Edition {
        ANY(""),
        FULL(".full()"),
        SUBSET(".subset()");

        private final String word;

        Edition(String word) {
            this.word = word;
        }
    }

    private final Edition edition;

    private CreditCardFraud(Edition edition, Choices choices) {
        super(choices);
        this.edition = edition;
    }

    static CreditCardFraud any() {
        return new CreditCardFraud(Edition.ANY, Choices.NONE);
    }

    /** The full file and no other; fetched if it is not on this machine. */
    public CreditCardFraud full() {
        return new CreditCardFraud(Edition.FULL, choices);
    }

    /** The real subset of 41,393 rows and no other. It has no public address. */
    public CreditCardFraud subset() {
        return new CreditCardFraud(Edition.SUBSET, choices);
    }

    /**
     * In the order of time instead of at random: of the first 60 % of the payments the normal ones train, all later ones
     * test. Time stays left out of the features.
     */
    public CreditCardFraud temporal() {
        return new CreditCardFraud(
                edition, choices.split(Splits.temporal(0.6).by("Time").normalOnly()));
    }

    @Override
    public String name() {
        return "creditCardFraud";
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = choices.describe(name(), ownSplit(), ownPreparation());
        tree.put("edition", edition.name().toLowerCase(Locale.ROOT));
        tree.put("duplicates", "dropped");
        tree.put("dropped", List.of("Time"));
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
        PublishedFile file = choose(lookup);
        Table table = Repeats.dropped(PlainCsv.read(lookup.read(file), 1, COLUMNS, Set.of()));
        DoubleColumn classes = table.doubleColumn("Class");
        boolean[] labels = new boolean[table.rowCount()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = classes.getDouble(row) == 1;
        }
        Table times = Table.create("", table.doubleColumn("Time"));
        table.removeColumns("Time", "Class");
        return choices.of(new Dataset(name(), table, times, labels, provenance(file), notes(file)));
    }

    private PublishedFile choose(Lookup lookup) {
        return switch (edition) {
            case FULL -> FULL;
            case SUBSET -> SUBSET;
            case ANY ->
                Optional.of(SUBSET)
                        .filter(subset -> lookup.find(FULL).isEmpty()
                                && lookup.find(subset).isPresent())
                        .orElse(FULL);
        };
    }

    private static Provenance provenance(PublishedFile file) {
        return ENTRY.provenance(file == FULL ? "full file, 284,807 rows" : "real subset, 41,393 of 284,807 rows", file);
    }

    private List<String> notes(PublishedFile file) {
        return ENTRY.notes(
                edition == Edition.ANY ? ENTRY.word() : "",
                file == FULL ? Edition.FULL.word : Edition.SUBSET.word,
                file == SUBSET && !split().exchangeable() ? SUBSET_IN_TIME : "");
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
    CreditCardFraud with(Choices chosen) {
        return new CreditCardFraud(edition, chosen);
    }

    @Override
    public CreditCardFraud sample(int rows) {
        return with(choices.sample(rows));
    }

    @Override
    public String toString() {
        return "creditCardFraud()" + edition.word + choices.sentence();
    }
}
