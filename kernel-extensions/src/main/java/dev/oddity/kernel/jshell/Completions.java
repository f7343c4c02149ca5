package dev.oddity.kernel.jshell;

import java.util.List;

/**
 * What may stand at the cursor.
 *
 * @param matches whole texts, each to take the place of what stands from {@code start} to {@code end}
 */
public record Completions(List<String> matches, int start, int end) {}
