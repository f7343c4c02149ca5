package dev.oddity.ci.jupyter;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A kernel in a process of its own, spoken to over the wire.
 *
 * @param folder the working folder of the process
 * @param log file for what the process writes to its own standard streams
 */
public record SeparateKernel(KernelSpec spec, Path folder, Path log) implements Kernel {

    @Override
    public KernelSession start(Duration startup) {
        return KernelSession.start(spec, folder, log, startup);
    }
}
