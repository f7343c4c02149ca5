package dev.oddity.core.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Optional;

/** Whether this Java can draw text. A small server image often has a Java without a single font. */
final class Fonts {

    static {
        // Charts are painted into memory; asking for a screen would fail on a server and flash a window on a desktop.
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private Fonts() {}

    /**
     * @throws IllegalStateException if no font can be used, naming the packages to install
     */
    static void require() {
        require(() -> new Font(Font.SANS_SERIF, Font.PLAIN, 12)
                .getStringBounds("0", new FontRenderContext(null, true, true)));
    }

    /** What {@link #require()} would say; empty if there are fonts. */
    static Optional<String> missing() {
        try {
            require();
            return Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Java reports missing fonts by an Error, a NullPointerException or a RuntimeException, depending on its version. */
    static void require(Runnable measuringText) {
        try {
            measuringText.run();
        } catch (RuntimeException | Error e) {
            throw new IllegalStateException(
                    "no chart without fonts: this Java finds none (" + root(e).getMessage()
                            + "); install them, on Debian and Ubuntu with"
                            + " 'apt-get install fontconfig fonts-dejavu-core', and start again",
                    e);
        }
    }

    private static Throwable root(Throwable error) {
        return error.getCause() == null ? error : root(error.getCause());
    }
}
