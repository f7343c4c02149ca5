package dev.oddity.kernel.jshell;

import java.util.List;

/**
 * What may stand at the cursor, the likeliest first.
 *
 * @param all each to take the place of what stands from {@code start} to {@code end}
 */
public record Completions(List<Completion> all, int start, int end) {

    /** The texts alone. */
    public List<String> texts() {
        return all.stream().map(Completion::text).toList();
    }
}
