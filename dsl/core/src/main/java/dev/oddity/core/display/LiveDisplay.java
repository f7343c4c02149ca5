package dev.oddity.core.display;

import java.util.function.Consumer;

/**
 * A place that long work repaints while it runs, such as the output of a notebook cell. Hosts provide one as a service
 * ({@link java.util.ServiceLoader}); where none is available the terminal is used.
 */
public interface LiveDisplay {

    /** Whether something is there to paint on now: in a notebook, whether a cell is running. */
    boolean available();

    /** Opens one place; each bundle given to it replaces the one before. Never throws, may be called from any thread. */
    Consumer<MimeBundle> open();
}
