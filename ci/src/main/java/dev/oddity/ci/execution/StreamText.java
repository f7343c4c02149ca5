package dev.oddity.ci.execution;

/**
 * Text as a terminal line would leave it: a carriage return takes the line back, a backspace the last character. Unlike
 * on a terminal, what follows a carriage return replaces the whole line, as in nbclient, so that a shorter progress line
 * leaves no rest of a longer one.
 */
final class StreamText {

    private final StringBuilder text = new StringBuilder();
    private int lineStart;
    private boolean returned;

    void append(String more) {
        for (int i = 0; i < more.length(); i++) {
            append(more.charAt(i));
        }
    }

    private void append(char c) {
        switch (c) {
            case '\r' -> returned = true;
            case '\n' -> {
                text.append(returned ? "\r\n" : "\n");
                lineStart = text.length();
                returned = false;
            }
            case '\b' -> {
                startOver();
                if (text.length() > lineStart) {
                    text.setLength(text.length() - 1);
                }
            }
            default -> {
                startOver();
                text.append(c);
            }
        }
    }

    private void startOver() {
        if (returned) {
            text.setLength(lineStart);
            returned = false;
        }
    }

    int length() {
        return text.length();
    }

    @Override
    public String toString() {
        return returned ? text + "\r" : text.toString();
    }
}
