package dev.oddity.core.display;

import java.util.List;
import java.util.ServiceLoader;

/** The providers of views of libraries that are here, looked up once, when a value first asks for one. */
final class FoundProviders {

    static final List<LibraryView.Provider> ALL =
            ServiceLoader.load(LibraryView.Provider.class, LibraryView.Provider.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private FoundProviders() {}
}
