package dev.oddity.ci.approval;

import java.util.regex.Pattern;
import org.approvaltests.core.Scrubber;
import org.approvaltests.scrubbers.RegExScrubber;

/**
 * Text that differs from run to run although nothing has changed.
 *
 * @param name what stands in its place, in brackets
 * @param pattern what it looks like
 * @param numbered whether values are told apart: then {@code [uuid-1]} is one value wherever it stands, and {@code [uuid-2]} the
 *     next other one; of durations, which may be equal in one run and differ in another, all that is kept is {@code [duration]}
 */
record ScrubRule(String name, Pattern pattern, boolean numbered) {

    static ScrubRule numbered(String name, String pattern) {
        return new ScrubRule(name, Pattern.compile(pattern), true);
    }

    static ScrubRule plain(String name, String pattern) {
        return new ScrubRule(name, Pattern.compile(pattern), false);
    }

    Scrubber scrubber() {
        return new RegExScrubber(pattern, number -> numbered ? "[%s-%d]".formatted(name, number) : "[" + name + "]");
    }
}
