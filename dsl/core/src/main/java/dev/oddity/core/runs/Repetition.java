package dev.oddity.core.runs;

import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.reproducibility.Change;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A run beside the one it was made again from, every figure of every seed.
 *
 * @param before the recorded one
 * @param after the other
 * @param verdict what they come to
 * @param compared how many figures there are on either side, and hashes of scores and weights
 * @param difference what differs, figures seed by seed
 */
public record Repetition(RecordedRun before, RecordedRun after, Verdict verdict, int compared, RunDifference difference)
        implements Displayable {

    /** What a repetition comes to. */
    public enum Verdict {
        /** Every figure, score and weight is the same. */
        EQUAL_TO_THE_BIT("equal to the bit"),
        /** Something else in the environment, and every figure within what its record allows. */
        WITHIN_TOLERANCE("within tolerance"),
        /** A figure is further off than its record allows, or differs although nothing else does. */
        DIFFERENT("different");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    public static Repetition of(RecordedRun before, RecordedRun after) {
        List<Change> numbers = Change.between(before.numbers(), after.numbers());
        List<Change> hashes = Change.between(before.hashes(), after.hashes());
        List<Change> figures = Stream.concat(numbers.stream(), hashes.stream()).toList();
        RunDifference difference = RunDifference.between(before, after, figures);
        return new Repetition(
                before,
                after,
                verdict(before, after, difference),
                before.numbers().size() + before.hashes().size(),
                difference);
    }

    private static Verdict verdict(RecordedRun before, RecordedRun after, RunDifference difference) {
        if (difference.figures().isEmpty()) {
            return Verdict.EQUAL_TO_THE_BIT;
        }
        boolean moved = before.recorded().stream()
                .filter(model -> differs(model, after))
                .allMatch(model -> Reasons.moves(difference.environment(), model.portable()));
        return moved && within(before, after) ? Verdict.WITHIN_TOLERANCE : Verdict.DIFFERENT;
    }

    private static boolean differs(RecordedModel model, RecordedRun after) {
        return after.recorded().stream()
                .noneMatch(other -> other.name().equals(model.name())
                        && other.numbers().equals(model.numbers())
                        && other.hashes().equals(model.hashes()));
    }

    /** By means over the seeds, which is what the tolerances are of; of a fit by its threshold. */
    private static boolean within(RecordedRun before, RecordedRun after) {
        Map<String, Double> allowed = before.allowances();
        Map<String, Object> old = before.judged();
        Map<String, Object> now = after.judged();
        return old.keySet().equals(now.keySet())
                && old.keySet().stream().allMatch(figure -> {
                    double x = Tree.number(old.get(figure));
                    double y = Tree.number(now.get(figure));
                    return Double.compare(x, y) == 0 || Math.abs(x - y) <= allowed.getOrDefault(figure, 0.0);
                });
    }

    @Override
    public MimeBundle display() {
        MimeBundle shown = difference.display();
        return MimeBundle.text(toString())
                .with(MimeBundle.HTML, "<p>" + summary() + "</p>" + shown.data().get(MimeBundle.HTML));
    }

    private String summary() {
        int differing = difference.figures().size();
        return differing == 0
                ? "equal to the bit: all " + compared + " figures and hashes of run " + before.id() + " came out again"
                : verdict + ": " + differing + " of " + compared + " figures and hashes of run " + before.id()
                        + " differ";
    }

    @Override
    public String toString() {
        boolean nothing = difference.same() && difference.environment().isEmpty();
        return nothing ? summary() + "; nothing differs" : summary() + "\n\n" + difference;
    }
}
