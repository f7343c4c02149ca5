package dev.oddity.datasets;

import java.util.Map;

/** What a fitted step does to the numbers of one column. */
sealed interface NumberStep {

    /** Changes {@code values[from..to)} in place; a missing number is NaN. */
    void apply(double[] values, int from, int to);

    /** The number that this step makes {@code value} of, as far as it can be known. */
    default double undo(double value) {
        return value;
    }

    Map<String, Object> state();

    static NumberStep restore(Map<?, ?> state) {
        if (state.containsKey("fill")) {
            return new Fill(
                    State.number(state, "fill"),
                    State.optionalText(state, "imputation").orElse(""));
        }
        if (state.containsKey("log")) {
            return new Log();
        }
        return state.containsKey("limit")
                ? new Clip(State.number(state, "limit"))
                : new Shift(State.number(state, "centre"), State.number(state, "scale"));
    }

    /**
     * Replaces missing numbers.
     *
     * @param imputation that says so, such as {@code mean()}; empty for the median that is taken where nothing is said
     */
    record Fill(double value, String imputation) implements NumberStep {

        @Override
        public void apply(double[] values, int from, int to) {
            for (int i = from; i < to; i++) {
                if (Double.isNaN(values[i])) {
                    values[i] = value;
                }
            }
        }

        @Override
        public Map<String, Object> state() {
            return imputation.isEmpty() ? Map.of("fill", value) : Map.of("fill", value, "imputation", imputation);
        }
    }

    /** {@code (x − centre) / scale}, held within ±{@value #LIMIT}. */
    record Shift(double centre, double scale) implements NumberStep {

        /**
         * A column that hardly varies in training has a tiny scale, and one odd value at scoring time would be so large that
         * its square, summed over a batch, leaves the range of a float. At a million scales nothing is lost by stopping.
         */
        static final double LIMIT = 1e6;

        @Override
        public void apply(double[] values, int from, int to) {
            for (int i = from; i < to; i++) {
                values[i] = Math.max(-LIMIT, Math.min(LIMIT, (values[i] - centre) / scale));
            }
        }

        @Override
        public double undo(double value) {
            return value * scale + centre;
        }

        @Override
        public Map<String, Object> state() {
            return Map.of("centre", centre, "scale", scale);
        }
    }

    /** {@code sign(x) · ln(1 + |x|)}. */
    record Log() implements NumberStep {

        @Override
        public void apply(double[] values, int from, int to) {
            for (int i = from; i < to; i++) {
                values[i] = Math.copySign(Math.log1p(Math.abs(values[i])), values[i]);
            }
        }

        @Override
        public double undo(double value) {
            return Math.copySign(Math.expm1(Math.abs(value)), value);
        }

        @Override
        public Map<String, Object> state() {
            return Map.of("log", true);
        }
    }

    /** Holds numbers within ±limit. */
    record Clip(double limit) implements NumberStep {

        @Override
        public void apply(double[] values, int from, int to) {
            for (int i = from; i < to; i++) {
                values[i] = Math.max(-limit, Math.min(limit, values[i]));
            }
        }

        @Override
        public Map<String, Object> state() {
            return Map.of("limit", limit);
        }
    }
}
