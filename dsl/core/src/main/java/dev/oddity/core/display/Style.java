package dev.oddity.core.display;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Style sheets, kept as CSS files beside the classes. */
enum Style {
    /** Of a whole document: paper, measure, colours for light and dark. */
    PAGE("page.css"),
    /** Of the pieces: every rule is under an {@code oddity} class and takes its colours from the text around it. */
    PIECES("pieces.css");

    private final String markup;

    Style(String file) {
        try (InputStream css = Style.class.getResourceAsStream(file)) {
            if (css == null) {
                throw new IllegalStateException("the jar of oddity-core lacks " + file + ": build it again");
            }
            this.markup = "<style>\n" + new String(css.readAllBytes(), StandardCharsets.UTF_8) + "</style>\n";
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of oddity-core cannot be read", e);
        }
    }

    String markup() {
        return markup;
    }
}
