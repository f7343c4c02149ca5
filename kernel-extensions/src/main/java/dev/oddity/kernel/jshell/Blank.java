package dev.oddity.kernel.jshell;

/** Space and comments between statements. */
final class Blank {

    private Blank() {}

    /** Where the first character stands, from an offset on, that is neither space nor of a whole comment. */
    static int end(String text, int offset) {
        int at = offset;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at) && text.indexOf("*/", at + 2) >= 0) {
                at = text.indexOf("*/", at + 2) + 2;
            } else {
                return at;
            }
        }
        return at;
    }
}
