package dev.oddity.core.runs;

import dev.oddity.reproducibility.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Why figures of two runs may differ, from what else does. */
final class Reasons {

    static final String NONE =
            "nothing that is recorded differs, so every figure should be the same to the bit; something is not reproducible";

    private static final Set<String> NATIVE = Set.of("device", "engine", "gpus", "threads", "cores");

    private Reasons() {}

    static List<String> of(List<Change> settings, List<Change> data, List<Change> environment) {
        List<String> reasons = new ArrayList<>();
        if (!settings.isEmpty()) {
            reasons.add("another experiment: " + names(settings));
        }
        if (!data.isEmpty()) {
            reasons.add("other data, or the same divided otherwise: " + names(data));
        }
        if (environment.stream().anyMatch(Reasons::isOfCode)) {
            reasons.add("the code differs: a commit, or changes that were not committed");
        }
        if (any(environment, "oddity") || any(environment, "oddityCommit")) {
            reasons.add(
                    "another version or build of Oddity, or one from before records named them, may compute otherwise");
        }
        told(environment, "libraries.", "libraries differ, and another version may compute in another order", reasons);
        told(
                environment,
                "java.",
                "another Java: Math.exp, log and pow may differ in the last bit, so models computed in Java agree to about 1e-9",
                reasons);
        String processor =
                "another processor or system: PyTorch's kernels round by instruction set, and training carries it on,"
                        + " to 1e-3 to 1e-2 of ROC-AUC after many epochs";
        if (any(environment, "cpu") || any(environment, "simd") || any(environment, "os")) {
            reasons.add(processor);
        }
        if (any(environment, "device") || any(environment, "gpus") || any(environment, "engine")) {
            reasons.add("another device or engine: sums are taken in another order");
        }
        if (any(environment, "threads") || any(environment, "variables.") || any(environment, "cores")) {
            reasons.add("another number of threads: native sums are taken in other pieces");
        }
        return reasons.isEmpty() ? List.of(NONE) : reasons;
    }

    /**
     * Whether anything differs that may move the figures of a model: how much memory there is does not, nor a file that git
     * does not track; threads and devices move those of native engines alone.
     *
     * @param portable whether the model is computed in Java
     */
    static boolean moves(List<Change> environment, boolean portable) {
        return environment.stream()
                .filter(change -> change.name().startsWith("commit.")
                        ? isOfCode(change)
                        : !change.name().equals("memoryBytes"))
                .anyMatch(change -> !portable || !isNative(change));
    }

    /** A commit that is another, or another difference of its files; where only others lie beside them, that is empty. */
    private static boolean isOfCode(Change change) {
        boolean empty = change.added() && change.after().isEmpty()
                || change.removed() && change.before().isEmpty();
        return change.name().equals("commit.id")
                || change.name().equals("commit.patch.text") && !empty
                || change.name().startsWith("commit.patch.leftOut.");
    }

    private static boolean isNative(Change change) {
        return NATIVE.contains(change.name()) || change.name().startsWith("variables.");
    }

    private static void told(List<Change> environment, String prefix, String sentence, List<String> reasons) {
        if (any(environment, prefix)) {
            reasons.add(sentence);
        }
    }

    private static boolean any(List<Change> environment, String prefix) {
        Predicate<Change> about = change -> prefix.endsWith(".")
                ? change.name().startsWith(prefix)
                : change.name().equals(prefix);
        return environment.stream().anyMatch(about);
    }

    private static String names(List<Change> changes) {
        List<String> names = changes.stream().map(Change::name).limit(5).toList();
        return String.join(", ", names)
                + (changes.size() > names.size() ? " and " + (changes.size() - names.size()) + " more" : "");
    }
}
