package dev.oddity.core;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The record of a run that came to nothing, or to less than was asked. */
final class FailureRecord {

    private static final int LONGEST_TRACE = 60;

    private FailureRecord() {}

    static Map<String, Object> of(String kind, Experiment experiment, Origin origin, Throwable failure) {
        Map<String, Object> tree = RunHead.of(kind, experiment, origin);
        tree.put("outcome", Thread.currentThread().isInterrupted() ? "interrupted" : "failed");
        tree.put(
                "failure",
                Map.of(
                        "error", failure.getClass().getName(),
                        "message", ExperimentFailure.sentence(failure),
                        "trace", trace(failure)));
        return RunHead.writable(tree);
    }

    /** Marks the record of a run that was broken off, so that nobody takes its figures for those of the whole sentence. */
    static void brokenOff(Map<String, Object> tree) {
        tree.put("outcome", "interrupted");
        tree.put(
                "failure",
                Map.of(
                        "error", InterruptedException.class.getName(),
                        "message", "interrupted: what had ended by then is recorded, the rest was not run",
                        "trace", List.of()));
    }

    private static List<String> trace(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        Stream<String> head = root == failure ? Stream.of() : Stream.of("caused by " + root);
        return Stream.concat(head, Arrays.stream(root.getStackTrace()).map(Objects::toString))
                .limit(LONGEST_TRACE)
                .toList();
    }
}
