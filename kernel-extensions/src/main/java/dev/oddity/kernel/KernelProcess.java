package dev.oddity.kernel;

import dev.oddity.kernel.jshell.CellError;
import dev.oddity.kernel.wire.ConnectionFile;
import dev.oddity.kernel.wire.Wire;
import java.util.List;

/** A kernel as a process of its own: its sockets, its parent, its end. */
final class KernelProcess {

    private KernelProcess() {}

    /** Runs a kernel until a front end shuts it down. */
    static void serve(ConnectionFile file) throws InterruptedException {
        endWithParent();
        Wire wire = new Wire(file);
        RunningKernel kernel = RunningKernel.behind(wire);
        wire.start(kernel.requests()::handle);
        Thread lastWords = new Thread(() -> reportDeath(wire, kernel.output()), "last-words");
        Runtime.getRuntime().addShutdownHook(lastWords);

        boolean restarting = kernel.requests().awaitShutdown();

        Runtime.getRuntime().removeShutdownHook(lastWords);
        kernel.shutDown(restarting);
        wire.close();
    }

    /** Front ends give their process id: when they are gone, however they went, so is the kernel. */
    private static void endWithParent() {
        String parent = System.getenv("JPY_PARENT_PID");
        if (parent != null && parent.chars().allMatch(Character::isDigit) && !parent.isEmpty()) {
            ProcessHandle.of(Long.parseLong(parent))
                    .ifPresent(process ->
                            process.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
        }
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
