package dev.oddity.ci.jupyter;

import java.time.Duration;

/**
 * A kernel that notebooks can be run in: a process of its own ({@link SeparateKernel}), whatever its language, or the project's
 * own kernel in this process ({@link InProcessKernel}). A notebook shows the same in either.
 */
public interface Kernel {

    /** How it is called, and how it would be started as a process. */
    KernelSpec spec();

    /**
     * Starts it and waits until it answers.
     *
     * @throws KernelException if it cannot be started, ends, or is not ready in time
     */
    KernelSession start(Duration startup);
}
