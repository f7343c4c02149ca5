package dev.oddity.core;

import java.util.Map;
import java.util.stream.Collectors;

/** Every model of an experiment failed. The message has one line for each. */
@SuppressWarnings("serial")
public final class ExperimentFailure extends RuntimeException {

    private ExperimentFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** The one failure itself if there is just one, else all of them in one. */
    static RuntimeException of(Experiment experiment, Map<Experiment.Candidate, Throwable> failures) {
        Throwable first = failures.values().iterator().next();
        if (failures.size() == 1 && first instanceof RuntimeException only) {
            return only;
        }
        return new ExperimentFailure(
                "no model of \"" + experiment.name() + "\" could be run:\n"
                        + failures.entrySet().stream()
                                .map(failed -> "  " + failed.getKey() + ": " + sentence(failed.getValue()))
                                .collect(Collectors.joining("\n")),
                first);
    }

    static String sentence(Throwable failure) {
        return failure instanceof IllegalArgumentException && failure.getMessage() != null
                ? failure.getMessage()
                : failure.toString();
    }
}
