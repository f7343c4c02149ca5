package dev.oddity.core.display;

/** A value that knows how to show itself. Showing never runs, loads or trains anything. */
public interface Displayable {

    MimeBundle display();
}
