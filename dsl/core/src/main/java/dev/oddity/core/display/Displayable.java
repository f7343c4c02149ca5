package dev.oddity.core.display;

/** A value that knows how to show itself. Showing never runs, loads or trains anything. */
public interface Displayable {

    MimeBundle display();

    /**
     * The value in one form that somebody asks for: one of {@link #display()}, or one too large to be shown unasked.
     *
     * @param type a MIME type
     * @return with plain text beside it; without the form if there is none of this type
     */
    default MimeBundle display(String type) {
        return display();
    }
}
