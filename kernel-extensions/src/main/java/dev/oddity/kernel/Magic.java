package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Outcome;

/** A command to the kernel: {@code %name arguments} on a line, or {@code %%name arguments} on top of a cell. */
interface Magic {

    String name();

    /** One line for {@code %help}, beginning with how it is written. */
    String help();

    Outcome run(MagicCall call);
}
