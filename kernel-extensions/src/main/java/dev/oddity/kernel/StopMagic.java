package dev.oddity.kernel;

import dev.oddity.kernel.jshell.JavaSession;
import dev.oddity.kernel.jshell.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code %stop}: ends what cells left running. */
final class StopMagic implements Magic {

    private final JavaSession session;
    private final Consumer<String> notes;

    /** @param notes told what was stopped */
    StopMagic(JavaSession session, Consumer<String> notes) {
        this.session = session;
        this.notes = notes;
    }

    @Override
    public String name() {
        return "stop";
    }

    @Override
    public String help() {
        return "%stop              ends code of cells that goes on in threads of its own";
    }

    @Override
    public String details() {
        return """
                An interrupt stops the running cell and nothing else. Threads that cells started, and cells that could not
                be stopped, are interrupted by %stop, and code of cells in them ends at its next loop or call. Libraries
                in which such a thread may be are not ended.""";
    }

    @Override
    public Outcome run(MagicCall call) {
        Magics.refuseArguments(call);
        List<String> before = session.background();
        List<String> left = session.stopBackground();
        List<String> stopped = new ArrayList<>(before);
        stopped.removeAll(left);
        if (before.isEmpty() && left.isEmpty()) {
            notes.accept("no code of cells runs in the background");
        }
        if (!stopped.isEmpty()) {
            notes.accept("stopped: " + String.join(", ", stopped));
        }
        if (!left.isEmpty()) {
            notes.accept("not stopped: " + String.join(", ", left)
                    + "; what they do can't be stopped, restart the kernel to be rid of it");
        }
        return Outcome.NOTHING;
    }
}
