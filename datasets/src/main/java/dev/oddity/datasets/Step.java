package dev.oddity.datasets;

import java.util.List;
import java.util.stream.Collectors;

/** One step of a preparation, not yet fitted; its text is its word in the sentence. */
sealed interface Step
        permits Step.Impute, Step.OneHot, Step.Ordinal, Step.Rare, Step.Log, Step.Clip, Step.Whiten, Scaling {

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

    /** @param columns all text columns if empty */
    record Ordinal(List<String> columns) implements Step {

        boolean means(String column) {
            return columns.isEmpty() || columns.contains(column);
        }

        @Override
        public String toString() {
            return columns.stream()
                    .map(column -> "\"" + column + "\"")
                    .collect(Collectors.joining(", ", "ordinal(", ")"));
        }
    }

    record Rare(double share) implements Step {

        public Rare {
            Share.requireInside("rare", share);
        }

        @Override
        public String toString() {
            return "rare(" + share + ")";
        }
    }

    record Log() implements Step {

        @Override
        public String toString() {
            return "logScale()";
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

    record Whiten(int components) implements Step {

        public Whiten {
            if (components < 1) {
                throw new DataException(
                        "whiten(" + components + "): at least one component is kept, such as whiten(10)");
            }
        }

        @Override
        public String toString() {
            return "whiten(" + components + ")";
        }
    }
}
