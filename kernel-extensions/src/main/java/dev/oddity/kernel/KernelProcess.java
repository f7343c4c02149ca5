package dev.oddity.kernel;

import dev.oddity.kernel.jshell.CellError;
import dev.oddity.kernel.wire.Wire;
import java.util.List;

/** A kernel as a process of its own: its sockets, its parent, its end. */
final class KernelProcess {

    /** How long the process may take to end once its front end is gone. */
    private static final long LAST_MILLIS = 10_000;

    private KernelProcess() {}

    /** Runs a kernel until a front end shuts it down, or is gone. */
    static void serve(Wire wire) throws InterruptedException {
        RunningKernel kernel = RunningKernel.behind(wire);
        endWithParent(kernel.requests());
        Thread.setDefaultUncaughtExceptionHandler(kernel::tellUncaught);
        wire.start(kernel.requests()::handle);
        Thread lastWords = new Thread(() -> reportDeath(wire, kernel.output()), "last-words");
        Runtime.getRuntime().addShutdownHook(lastWords);

        boolean restarting = kernel.requests().awaitShutdown();

        Runtime.getRuntime().removeShutdownHook(lastWords);
        kernel.shutDown(restarting);
        wire.close();
    }

    /** Front ends give their process id: when they are gone, however they went, so is the kernel. */
    private static void endWithParent(Requests requests) {
        String parent = System.getenv("JPY_PARENT_PID");
        if (parent != null && parent.matches("\\d{1,18}")) {
            ProcessHandle.of(Long.parseLong(parent))
                    .ifPresent(process -> process.onExit().thenRun(() -> end(requests)));
        }
    }

    /** As if shut down, so that what cells left to the end of the process is done; but nobody is there to see it hang. */
    private static void end(Requests requests) {
        Thread end = new Thread(
                () -> {
                    requests.shutDown();
                    try {
                        Thread.sleep(LAST_MILLIS);
                    } catch (InterruptedException e) {
                        // Then at once.
                    }
                    Runtime.getRuntime().halt(0);
                },
                "end");
        end.setDaemon(true);
        end.start();
    }

    /** Something ended the process from within, past every guard. */
    private static void reportDeath(Wire wire, CellOutput output) {
        if (output.running()) {
            String message = "the kernel ended while this cell was running: some code ended the process";
            output.error(new CellError("KernelDied", message, List.of(message)));
        }
        try {
            wire.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
