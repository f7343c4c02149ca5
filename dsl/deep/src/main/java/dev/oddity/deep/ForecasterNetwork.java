package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Optional;

/**
 * At each step of a window, forecasts of the next {@code horizon} steps from the steps so far. Trained on the mean of the
 * squared errors; scored by their Mahalanobis distances.
 *
 * @param head states to forecasts, those of the nearest step first
 * @param mean place of the errors' mean, of {@code horizon · features} numbers
 * @param whitening place of the matrix that makes errors white
 */
record ForecasterNetwork(
        Layout layout, Recurrent recurrent, Layer head, WindowShape window, int horizon, int mean, int whitening)
        implements Network {

    static ForecasterNetwork of(String detector, Parameters parameters, WindowShape window) {
        int horizon = parameters.integer("horizon");
        if (window.steps() <= horizon) {
            throw new IllegalArgumentException(
                    detector + "().horizon(" + horizon + "): windows of " + window.steps() + " step"
                            + (window.steps() == 1 ? "" : "s") + " have no step with " + horizon
                            + " before it; take windows of at least " + (horizon + 1) + " steps");
        }
        Layout layout = new Layout();
        int hidden = parameters.integer("hidden");
        Recurrent recurrent = Recurrent.in(
                layout, "lstm", Recurrent.Cell.LSTM, window.features(), hidden, parameters.integer("layers"), false);
        int errors = Math.multiplyExact(horizon, window.features());
        Layer head = Linear.in(layout, "head", hidden, errors);
        return new ForecasterNetwork(
                layout,
                recurrent,
                head,
                window,
                horizon,
                layout.measured("errors.mean", 0, errors),
                layout.measured("errors.whitening", 0, errors, errors));
    }

    @Override
    public int block() {
        return EncoderDecoder.block(4L * recurrent.width() * window.steps());
    }

    @Override
    public List<Objective> objectives() {
        return List.of(new Objective("loss", 0, 1, this::loss));
    }

    NDArray loss(Batch batch, Pass pass) {
        return errors(batch.rows(), pass).square().mean();
    }

    @Override
    public void conclude(Rows train, Weights weights) {
        ErrorDistribution errors = new ErrorDistribution(horizon * window.features());
        train.inBlocks(
                block(),
                (manager, batch) -> errors.add(
                        errors(batch.rows(), weights.pass(manager, false)).toFloatArray()));
        weights.measure(mean, errors.mean());
        weights.measure(whitening, errors.whitening());
    }

    /** The root of the mean, over the steps that are forecast, of (e − μ)ᵀΣ⁻¹(e − μ). */
    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        return white(deviations(rows, pass), pass)
                .square()
                .sum(new int[] {2})
                .mean(new int[] {1})
                .sqrt();
    }

    /** (e − μ) ∘ Σ⁻¹(e − μ) by step and feature, summed over the forecasts of a step; 0 for the steps without a forecast. */
    @Override
    public Optional<NDArray> contributions(Score score, NDArray rows, Pass pass) {
        NDArray deviations = deviations(rows, pass);
        NDArray shares = pass.product()
                .back(white(deviations, pass), pass.measured(whitening))
                .mul(deviations);
        long count = rows.getShape().get(0);
        NDArray forecast = shares.reshape(count, (long) window.steps() - horizon, horizon, window.features())
                .sum(new int[] {2});
        NDArray before = pass.manager().zeros(new Shape(count, horizon, window.features()));
        return Optional.of(before.concat(forecast, 1).reshape(count, (long) window.steps() * window.features()));
    }

    private NDArray deviations(NDArray rows, Pass pass) {
        return errors(rows, pass).sub(pass.measured(mean));
    }

    private NDArray white(NDArray deviations, Pass pass) {
        return pass.product().of(deviations, pass.measured(whitening));
    }

    /**
     * What was forecast wrongly of each step that has {@code horizon} steps before it: rows × steps × (horizon · features),
     * errors of the forecasts made one step before first.
     */
    private NDArray errors(NDArray rows, Pass pass) {
        NDArray series = rows.reshape(-1, window.steps(), window.features());
        NDArray forecasts = head.forward(recurrent.states(series, pass), pass);
        NDArray actual = steps(series, horizon);
        NDList errors = new NDList();
        NDList ahead = horizon == 1 ? new NDList(forecasts) : forecasts.split(horizon, 2);
        for (int j = 1; j <= horizon; j++) {
            errors.add(actual.sub(steps(ahead.get(j - 1), horizon - j)));
        }
        // Of a single array the engine would give a copy that no gradient passes.
        return horizon == 1 ? errors.get(0) : NDArrays.concat(errors, 2);
    }

    /** As many steps as are forecast, from a first one on. */
    private NDArray steps(NDArray series, int first) {
        return series.get(":, " + first + ":" + (first + window.steps() - horizon));
    }
}
