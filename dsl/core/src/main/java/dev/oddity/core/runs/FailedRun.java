package dev.oddity.core.runs;

import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.Html;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.display.Page;
import dev.oddity.reproducibility.CanonicalJson;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run that failed, or was interrupted before all of it had ended, as it was kept: what was asked, and why it came to
 * nothing.
 */
public final class FailedRun implements Displayable {

    private static final String OUTCOME = "outcome";

    private final Map<String, Object> tree;
    private final Instant started;

    private FailedRun(Map<String, Object> tree) {
        this.tree = tree;
        this.started = Instant.parse(Tree.text(tree, "started"));
        // Asked once, so that a damaged record is refused here and not where it is shown.
        id();
        name();
        outcome();
        cause();
        trace();
        sentence();
    }

    /** Whether a record is of a run that did not come to its end; records of others do not say how they ended. */
    static boolean is(Map<String, Object> tree) {
        return tree.containsKey(OUTCOME);
    }

    /** @param tree as it was read */
    static FailedRun parsed(Map<String, Object> tree) {
        try {
            return new FailedRun(tree);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "the record of run " + tree.get("id") + " is damaged: " + e.getMessage(), e);
        }
    }

    /** Its name, which sorts by time. */
    public String id() {
        return Tree.text(tree, "id");
    }

    public Instant started() {
        return started;
    }

    /** The experiment's name. */
    public String name() {
        return Tree.text(Tree.map(tree, "experiment"), "name");
    }

    /** {@code failed} or {@code interrupted}. */
    public String outcome() {
        return Tree.text(tree, OUTCOME);
    }

    /** Why, in the words of the error. */
    public String cause() {
        return Tree.text(failure(), "message");
    }

    /** Where the error arose: the lines of its stack trace; none of an interruption. */
    public List<String> trace() {
        return Tree.list(failure(), "trace").stream().map(String::valueOf).toList();
    }

    /** The words that were to make it. */
    public String sentence() {
        return Tree.text(tree, "sentence");
    }

    /** The whole record, as it lies on disk. */
    public String toJson() {
        return CanonicalJson.pretty(tree);
    }

    private Map<String, Object> failure() {
        return Tree.map(tree, "failure");
    }

    @Override
    public MimeBundle display() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Run", id());
        facts.put("Started", started.toString());
        facts.put("Outcome", outcome());
        facts.put("Cause", cause());
        Page page = Page.titled(name())
                .section("Facts", Html.facts(facts))
                .section("Where", Html.code(String.join("\n", trace())))
                .section("What was asked", Html.code(sentence()));
        return MimeBundle.text(toString()).with(MimeBundle.HTML, page.fragment().markup());
    }

    @Override
    public String toString() {
        return name() + ", run " + id() + " " + outcome() + ": " + cause();
    }
}
