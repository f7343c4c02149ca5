package dev.oddity.classical;

import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Optional;

/** A trained model that is nothing but its state's numbers and a rule that scores rows with them. */
final class NumbersModel implements TrainedModel {

    private final String detector;
    private final int columns;
    private final ModelState state;
    private final RowScorer scorer;
    private final RowScorer trainingScorer;
    private final Optional<RowScorer> explainer;
    private final Optional<RowScorer> rebuilder;

    NumbersModel(String detector, int columns, ModelState state, RowScorer scorer) {
        this(detector, columns, state, scorer, scorer);
    }

    NumbersModel(String detector, int columns, ModelState state, RowScorer scorer, RowScorer trainingScorer) {
        this(detector, columns, state, scorer, trainingScorer, Optional.empty(), Optional.empty());
    }

    private NumbersModel(
            String detector,
            int columns,
            ModelState state,
            RowScorer scorer,
            RowScorer trainingScorer,
            Optional<RowScorer> explainer,
            Optional<RowScorer> rebuilder) {
        this.detector = detector;
        this.columns = columns;
        this.state = state;
        this.scorer = scorer;
        this.trainingScorer = trainingScorer;
        this.explainer = explainer;
        this.rebuilder = rebuilder;
    }

    /** The same model that can also say how much each number of a row adds, by a rule that gives one for each column. */
    NumbersModel explainedBy(RowScorer contributions) {
        return new NumbersModel(
                detector,
                columns,
                state,
                scorer,
                trainingScorer,
                Optional.of(contributions.inParallel(columns)),
                rebuilder);
    }

    /** The same model that can also rebuild rows, by a rule that gives one number for each column. */
    NumbersModel rebuiltBy(RowScorer reconstruction) {
        return new NumbersModel(
                detector,
                columns,
                state,
                scorer,
                trainingScorer,
                explainer,
                Optional.of(reconstruction.inParallel(columns)));
    }

    /** Whichever score is asked for: a classical detector has one number, under one name or two. */
    @Override
    public double[] score(Features rows, Score score) {
        check(rows);
        return scorer.score(rows);
    }

    @Override
    public double[] trainingScores(Features train, Score score) {
        check(train);
        return trainingScorer.score(train);
    }

    @Override
    public Optional<double[]> contributions(Features rows, Score score) {
        check(rows);
        return explainer.map(rule -> rule.score(rows));
    }

    @Override
    public Optional<Features> reconstruction(Features rows) {
        check(rows);
        return rebuilder.map(rule -> {
            double[] rebuilt = rule.score(rows);
            float[] values = new float[rebuilt.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) rebuilt[i];
            }
            return new Features(values, rows.shape(), rows.names());
        });
    }

    private void check(Features rows) {
        if (rows.columns() != columns) {
            throw new IllegalArgumentException(detector + "() was fitted on rows of " + columns
                    + " numbers, these have " + rows.columns()
                    + "; prepare them with the preparation that was fitted on its training rows");
        }
        Finite.check(detector, rows);
    }

    @Override
    public ModelState state() {
        return state;
    }
}
