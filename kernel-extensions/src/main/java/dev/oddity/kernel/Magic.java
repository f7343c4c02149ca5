package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Outcome;
import java.util.List;

/** A command to the kernel: {@code %name arguments} on a line, or {@code %%name arguments} on top of a cell. */
interface Magic {

    String name();

    /** Other names for it, those of IJava and JJava. */
    default List<String> aliases() {
        return List.of();
    }

    /** One line for {@code %help}, beginning with how it is written. */
    String help();

    /** Further lines for {@code %help name}; empty if there is no more to say. */
    default String details() {
        return "";
    }

    /** Endings of files that its arguments may be; empty if they are none. */
    default List<String> files() {
        return List.of();
    }

    /** Whether its argument is the name of a magic. */
    default boolean takesNames() {
        return false;
    }

    /** Whether {@code %%name} stands on top of Java. */
    default boolean isOnJava() {
        return false;
    }

    /** Whether {@code %%name} does anything with the cell below it. */
    default boolean takesCell() {
        return isOnJava();
    }

    Outcome run(MagicCall call);
}
