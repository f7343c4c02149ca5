package dev.oddity.core.display;

/** Views of a library that is at odds with itself. Found as a service by all tests that have this module's. */
public final class FaultyViews implements LibraryView.Provider {

    /** A value whose view has no line. */
    static final class Device {}

    /** A value of which the provider can't say whether the library has it. */
    static final class Foreign {
        @Override
        public String toString() {
            return "foreign";
        }
    }

    /** A provider that can't be made. */
    public static final class Unmade implements LibraryView.Provider {

        public Unmade() {
            throw new NoClassDefFoundError("lib/Tensor");
        }

        @Override
        public boolean knows(Class<?> type) {
            return false;
        }

        @Override
        public LibraryView of(Object value) {
            throw new IllegalArgumentException("knows nothing");
        }
    }

    @Override
    public boolean knows(Class<?> type) {
        if (type == Foreign.class) {
            throw new NoClassDefFoundError("lib/Tensor");
        }
        return type == Device.class;
    }

    @Override
    public LibraryView of(Object value) {
        return new LibraryView() {
            @Override
            public String line() {
                throw new IllegalStateException("device lost");
            }

            @Override
            public MimeBundle display() {
                return MimeBundle.text("a device");
            }
        };
    }
}
