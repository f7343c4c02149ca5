package dev.oddity.ci.execution;

import dev.oddity.ci.notebook.Notebook;
import java.time.Duration;

/**
 * A notebook after its run.
 *
 * @param notebook with all outputs up to where it stopped
 * @param reason why it stopped; the empty string if it passed
 * @param elapsed from before the kernel's start to after its end
 */
public record RunResult(Notebook notebook, RunStatus status, String reason, Duration elapsed) {}
