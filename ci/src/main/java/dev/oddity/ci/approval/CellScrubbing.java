package dev.oddity.ci.approval;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.NotebookException;
import dev.oddity.datasets.NearMiss;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/**
 * What a cell whose text is approved says about scrubbing it: tags {@code scrub:PATTERN}, and in its metadata patterns by name and
 * the names of rules that are not for it, {@code {"oddity": {"scrub": {"ticket": "T-\\d+"}, "keep": ["date"]}}}.
 *
 * @param own rules of this cell, in the order in which they are written
 * @param kept names of common rules that are not for it
 */
record CellScrubbing(List<ScrubRule> own, Set<String> kept) {

    /** Whose text outputs are held against approved ones. */
    static final String APPROVE = "approve";

    private static final String SCRUB = "scrub";
    private static final String KEEP = "keep";
    private static final String TAG = SCRUB + ":";

    CellScrubbing {
        own = List.copyOf(own);
        kept = Set.copyOf(kept);
    }

    boolean keeps(ScrubRule rule) {
        return kept.contains(rule.name());
    }

    /** @throws NotebookException if a cell says something about scrubbing that cannot be */
    static void requireSensible(Notebook notebook) {
        notebook.cells().forEach(CellScrubbing::of);
    }

    /** @throws NotebookException if the cell says something that cannot be */
    static CellScrubbing of(Cell cell) {
        JsonObject said = cell.metadata().get("oddity") instanceof JsonObject given ? given : new JsonObject();
        List<ScrubRule> own = new ArrayList<>();
        for (String tag : cell.tags()) {
            if (tag.startsWith(TAG)) {
                own.add(rule(cell, SCRUB, tag.substring(TAG.length())));
            }
        }
        if (said.has(SCRUB)) {
            own.addAll(named(cell, said.get(SCRUB)));
        }
        Set<String> kept = said.has(KEEP) ? kept(cell, said.get(KEEP)) : Set.of();
        if (cell.hasTag(SCRUB) && own.isEmpty()) {
            throw new NotebookException(
                    "cell '%s' has the tag scrub and no pattern; write scrub:PATTERN, or {\"oddity\": {\"scrub\": {\"name\": \"pattern\"}}} in its metadata"
                            .formatted(cell.id()));
        }
        if (!cell.hasTag(APPROVE) && !(own.isEmpty() && kept.isEmpty())) {
            throw new NotebookException(
                    "cell '%s' says what to scrub or to keep, but its text is not compared; add the tag %s, or take that away"
                            .formatted(cell.id(), APPROVE));
        }
        return new CellScrubbing(own, kept);
    }

    private static List<ScrubRule> named(Cell cell, JsonElement said) {
        List<ScrubRule> rules = new ArrayList<>();
        if (said instanceof JsonObject patterns) {
            for (Map.Entry<String, JsonElement> entry : patterns.entrySet()) {
                if (!entry.getKey().matches("[a-z][a-z0-9-]*")) {
                    throw new NotebookException(
                            "cell '%s' has '%s' to scrub in its metadata; a name has small letters, digits and hyphens, such as ticket"
                                    .formatted(cell.id(), entry.getKey()));
                }
                if (!isText(entry.getValue())) {
                    throw notNamed(cell, said);
                }
                rules.add(rule(cell, entry.getKey(), entry.getValue().getAsString()));
            }
            return rules;
        }
        throw notNamed(cell, said);
    }

    private static NotebookException notNamed(Cell cell, JsonElement said) {
        return new NotebookException(
                "cell '%s' has scrub %s in its metadata; it is patterns by name, such as {\"ticket\": \"T-[0-9]+\"}"
                        .formatted(cell.id(), said));
    }

    private static Set<String> kept(Cell cell, JsonElement said) {
        List<String> names = Scrubbing.ruleNames();
        Set<String> kept = new LinkedHashSet<>();
        if (said instanceof JsonArray given && given.asList().stream().allMatch(CellScrubbing::isText)) {
            given.forEach(name -> kept.add(name.getAsString()));
        } else {
            throw new NotebookException(
                    "cell '%s' has keep %s in its metadata; it is a list of rules, such as [\"date\"]"
                            .formatted(cell.id(), said));
        }
        for (String name : kept) {
            if (!names.contains(name)) {
                throw new NotebookException("cell '%s' is to keep '%s'%s rules: %s"
                        .formatted(cell.id(), name, NearMiss.hint(name, names), String.join(", ", names)));
            }
        }
        return kept;
    }

    private static ScrubRule rule(Cell cell, String name, String pattern) {
        ScrubRule rule;
        try {
            rule = ScrubRule.numbered(name, pattern);
        } catch (PatternSyntaxException e) {
            throw new NotebookException(
                    "cell '%s' scrubs by '%s', which is no regular expression of Java: %s, at character %d"
                            .formatted(cell.id(), pattern, e.getDescription(), e.getIndex() + 1));
        }
        if (rule.pattern().matcher("").matches()) {
            throw new NotebookException(
                    "cell '%s' scrubs by '%s', which fits nothing at all too; let it take one character"
                            .formatted(cell.id(), pattern));
        }
        return rule;
    }

    private static boolean isText(JsonElement value) {
        return value instanceof JsonPrimitive text && text.isString();
    }
}
