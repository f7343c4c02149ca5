package dev.oddity.kernel.jshell;

/** Space and comments between statements. */
final class Blank {

    private Blank() {}

    /** Where the first character stands, from an offset on, that is neither space nor of a whole comment. */
    static int end(String text, int offset) {
        int at = offset;
        while (at < text.length()) {
            int end = Character.isWhitespace(text.charAt(at)) ? at + 1 : Prose.commentEnd(text, at);
            if (end > text.length() && text.startsWith("//", at)) {
                return text.length();
            }
            if (end == at || end > text.length()) {
                return at;
            }
            at = end;
        }
        return at;
    }
}
