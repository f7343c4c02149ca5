package dev.oddity.kernel.jshell;

import java.util.Arrays;

/**
 * A class that no cell declared. If an interrupt makes its static initialiser fail, as Tablesaw's {@code Table} does that
 * looks through the class path, the class can't be used until the kernel is restarted.
 */
final class LibraryClass {

    private LibraryClass() {}

    static boolean isBeingInitialised(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("<clinit>")
                        && !frame.getClassName().startsWith(CellClassLoader.PACKAGE + "."));
    }
}
