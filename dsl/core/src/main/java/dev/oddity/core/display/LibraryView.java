package dev.oddity.core.display;

import java.util.Optional;
import java.util.ServiceLoader;

/** How a value of a library looks that this module knows nothing of, such as a tensor of a deep learning engine. */
public interface LibraryView extends Displayable {

    /** The value in one line of a larger text: as it stands in a list, in a map, in a record. */
    String line();

    /**
     * Views of the values of one library. Found as a service ({@link ServiceLoader}) by whatever shows values; nothing of the
     * library is loaded before a value is shown that is not Java's own.
     */
    interface Provider {

        /** Whether values of this class are the library's, all of them. One that throws has said no. */
        boolean knows(Class<?> type);

        /** @param value of a class that this provider knows */
        LibraryView of(Object value);
    }

    /** The view of a value; none if no library that is here claims it. */
    static Optional<LibraryView> of(Object value) {
        return provider(value.getClass()).map(provider -> provider.of(value));
    }

    /** Whether {@link #of} has a view for the values of a class. */
    static boolean existsFor(Class<?> type) {
        return provider(type).isPresent();
    }

    private static Optional<Provider> provider(Class<?> type) {
        boolean ofJava = type.getClassLoader() == null;
        return ofJava
                ? Optional.empty()
                : FoundProviders.ALL.stream()
                        .filter(provider -> claims(provider, type))
                        .findFirst();
    }

    /** A library of which a part is missing claims nothing: values of all others are asked about, too. */
    private static boolean claims(Provider provider, Class<?> type) {
        try {
            return provider.knows(type);
        } catch (LinkageError | RuntimeException e) {
            return false;
        }
    }
}
