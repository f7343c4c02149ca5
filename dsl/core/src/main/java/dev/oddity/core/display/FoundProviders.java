package dev.oddity.core.display;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The providers of views of libraries that are here, looked up once, when a value first asks for one. */
final class FoundProviders {

    static final List<LibraryView.Provider> ALL = in(LibraryView.Provider.class.getClassLoader());

    /** A class path that can't be read fails each time it is asked. */
    private static final int FAILURES = 20;

    private FoundProviders() {}

    /** Those of a loader that can be made; the others are told of in the log, and their libraries' values have no view. */
    static List<LibraryView.Provider> in(ClassLoader loader) {
        List<LibraryView.Provider> found = new ArrayList<>();
        Iterator<LibraryView.Provider> providers =
                ServiceLoader.load(LibraryView.Provider.class, loader).iterator();
        for (int failures = 0; failures < FAILURES; failures++) {
            try {
                providers.forEachRemaining(found::add);
                break;
            } catch (ServiceConfigurationError | LinkageError e) {
                System.getLogger(FoundProviders.class.getName())
                        .log(Level.WARNING, "values of one library are shown as their own text: its views failed", e);
            }
        }
        return List.copyOf(found);
    }
}
