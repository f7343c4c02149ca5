package dev.oddity.classical;

import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.datasets.Features;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;

/**
 * Training rows beside what is told of them, as Tribuo's classifiers take them. Rows told nothing about count as normal.
 *
 * @param features the rows that are fitted
 * @param places where they stand among all training rows, ascending
 * @param anomalies whether each is told to be an anomaly; some are and some are not
 * @param balanced whether both kinds weigh the same in sum
 */
record LabelledRows(Features features, int[] places, boolean[] anomalies, boolean balanced) {

    static final Label NORMAL = new Label("normal");
    static final Label ANOMALY = new Label("anomaly");

    /** What all of Tribuo's classifiers share here. */
    static Parameters parameters(String noun) {
        return Parameters.of(noun).define("balanced", false, Rule.any()).define("maxRows", 200_000, Rule.atLeast(2));
    }

    /**
     * @param because why more rows than {@code maxRows} are not taken, as the end of "since …"
     * @throws IllegalArgumentException if they are not of both kinds
     */
    static LabelledRows of(Features train, Parameters parameters, String because, FitContext context) {
        String detector = parameters.owner();
        Finite.check(detector, train);
        boolean[] told = context.labels().elseNormal(train.rows());
        int[] places = Subsample.places(train.rows(), parameters.integer("maxRows"), detector, because, context);
        boolean[] anomalies = new boolean[places.length];
        int found = 0;
        for (int row = 0; row < anomalies.length; row++) {
            anomalies[row] = told[places[row]];
            found += anomalies[row] ? 1 : 0;
        }
        if (found == 0 || found == anomalies.length) {
            throw new IllegalArgumentException(detector + "() learns from labels, and "
                    + (found == 0 ? "none" : "every one") + " of the " + anomalies.length
                    + " rows it was given is told to be an anomaly; it needs some of both kinds");
        }
        Features rows = places.length == train.rows() ? train : train.select(places);
        return new LabelledRows(rows, places, anomalies, parameters.flag("balanced"));
    }

    /** The same labels beside other numbers. */
    LabelledRows with(Features others) {
        return new LabelledRows(others, places, anomalies, balanced);
    }

    /** 1, or if balanced n/(2·m) for each of the m rows of a kind, scikit-learn's "balanced". */
    double weight(boolean anomaly) {
        if (!balanced) {
            return 1;
        }
        int alike = 0;
        for (boolean other : anomalies) {
            alike += other == anomaly ? 1 : 0;
        }
        return anomalies.length / (2.0 * alike);
    }

    /** Every row with its label; the weights of the kinds are the examples'. */
    FeaturesDataset<Label> weighted() {
        double normal = weight(false);
        double anomaly = weight(true);
        return new FeaturesDataset<>(
                features, this::label, row -> anomalies[row] ? anomaly : normal, new LabelFactory());
    }

    /** Every row with its label, each counting once. */
    FeaturesDataset<Label> unweighted() {
        return new FeaturesDataset<>(features, this::label, row -> 1, new LabelFactory());
    }

    private Label label(int row) {
        return anomalies[row] ? ANOMALY : NORMAL;
    }
}
