package dev.oddity.kernel;

import dev.oddity.kernel.jshell.JavaSession;
import dev.oddity.kernel.jshell.Outcome;

/** {@code %reset}: forgets what cells declared. */
final class ResetMagic implements Magic {

    private final JavaSession session;

    ResetMagic(JavaSession session) {
        this.session = session;
    }

    @Override
    public String name() {
        return "reset";
    }

    @Override
    public String help() {
        return "%reset             forgets all variables, methods and classes; imports and the class path stay";
    }

    @Override
    public Outcome run(MagicCall call) {
        Magics.refuseArguments(call);
        session.reset();
        return Outcome.NOTHING;
    }
}
