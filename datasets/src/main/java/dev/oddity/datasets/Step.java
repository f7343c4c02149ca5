package dev.oddity.datasets;

/** One step of a preparation, not yet fitted; its text is its word in the sentence. */
sealed interface Step permits Step.Impute, Step.OneHot, Step.Clip, Scaling {

    record Impute(Imputation value) implements Step {

        @Override
        public String toString() {
            return "impute(" + value + ")";
        }
    }

    record OneHot() implements Step {

        @Override
        public String toString() {
            return "oneHot()";
        }
    }

    record Clip(double limit) implements Step {

        public Clip {
            if (!(limit > 0)) {
                throw new DataException("clip(" + limit + "): the limit is greater than 0, such as clip(10)");
            }
        }

        @Override
        public String toString() {
            return "clip(" + limit + ")";
        }
    }
}
