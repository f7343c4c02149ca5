package dev.oddity.ci.jupyter;

import dev.oddity.reproducibility.RunStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A kernel's operating-system process. It never outlives this object, nor the JVM in an orderly end. */
final class KernelProcess implements Host {

    private static final int SIGNALS = 128;
    private static final int LAST_SIGNAL = 64;
    private static final int KILL = 9;

    private final Process process;
    private final Path connectionFile;
    private final Path log;
    private final Thread lastResort;

    private KernelProcess(Process process, Path connectionFile, Path log) {
        this.process = process;
        this.connectionFile = connectionFile;
        this.log = log;
        this.lastResort = new Thread(this::leaveNothing, "kill-kernel-" + process.pid());
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /** @param log gets what the process writes to its standard output and error streams */
    static KernelProcess start(KernelSpec spec, Path connectionFile, Path folder, Path log) {
        ProcessBuilder builder = new ProcessBuilder(spec.command(connectionFile))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        // Numbers of native kernels depend on the number of threads.
        environment.putIfAbsent("OMP_NUM_THREADS", "1");
        // What headless runs keep lies beside their output, not among the user's own runs.
        environment.putIfAbsent(
                RunStore.VARIABLE, log.toAbsolutePath().resolveSibling("runs").toString());
        // Kernels that know it (ipykernel does) end when this process does, however it ends.
        environment.put("JPY_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
        environment.putAll(spec.environment());
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process = builder.start();
            process.getOutputStream().close();
            return new KernelProcess(process, connectionFile, log);
        } catch (IOException e) {
            throw new KernelException("cannot start the kernel '%s': %s".formatted(spec.name(), e.getMessage()), e);
        }
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Java tells a signal as a shell does. */
    @Override
    public String ending() {
        int exitCode = process.exitValue();
        if (exitCode <= SIGNALS || exitCode > SIGNALS + LAST_SIGNAL) {
            return "ended with exit code " + exitCode;
        }
        int signal = exitCode - SIGNALS;
        return "was killed by signal " + signal + (signal == KILL ? ", as the system does where memory runs out" : "");
    }

    @Override
    public String log() {
        return log.toString();
    }

    /** Sends {@code SIGINT} by the shell; where there is none, as on Windows, nothing happens. */
    @Override
    public void signalInterrupt() {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(1, TimeUnit.SECONDS);
        } catch (IOException noShell) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void awaitEnd(Duration patience) {
        try {
            process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
        awaitEnd(Duration.ofSeconds(5));
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException e) {
            // The JVM is going down already, and the hook runs.
            return;
        }
        try {
            ConnectionFile.delete(connectionFile);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + connectionFile, e);
        }
    }

    /** When the JVM goes down: nobody is left to tell of a file that cannot be deleted. */
    private void leaveNothing() {
        kill();
        try {
            ConnectionFile.delete(connectionFile);
        } catch (IOException e) {
            return;
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
