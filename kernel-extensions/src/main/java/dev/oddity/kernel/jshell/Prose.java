package dev.oddity.kernel.jshell;

/** The parts of a source that are read by people and not by the compiler: comments, strings, text blocks, characters. */
public final class Prose {

    private Prose() {}

    /** Whether what is typed at an offset goes into a comment or a literal. */
    public static boolean at(String source, int offset) {
        int at = 0;
        while (at < offset) {
            int end = end(source, at);
            if (end > offset) {
                return true;
            }
            at = Math.max(end, at + 1);
        }
        return false;
    }

    /** The code alone, each character where it was: spaces for comments and literals. */
    static String blanked(String source) {
        StringBuilder code = new StringBuilder(source);
        for (int at = 0; at < source.length(); ) {
            int end = Math.min(end(source, at), source.length());
            for (int i = at; i < end; i++) {
                if (code.charAt(i) != '\n') {
                    code.setCharAt(i, ' ');
                }
            }
            at = Math.max(end, at + 1);
        }
        return code.toString();
    }

    /** Where the comment or the literal ends that begins here; here, if none does; past the source, if it has no end. */
    private static int end(String source, int start) {
        int comment = commentEnd(source, start);
        return comment > start ? comment : literalEnd(source, start);
    }

    /** Where the comment ends that begins here; as for both otherwise. */
    static int commentEnd(String source, int start) {
        if (source.startsWith("//", start)) {
            int end = source.indexOf('\n', start);
            return end < 0 ? source.length() + 1 : end + 1;
        }
        if (source.startsWith("/*", start)) {
            int end = source.indexOf("*/", start + 2);
            return end < 0 ? source.length() + 1 : end + 2;
        }
        return start;
    }

    private static int literalEnd(String source, int start) {
        if (source.startsWith("\"\"\"", start)) {
            return literalEnd(source, start, "\"\"\"");
        }
        char first = source.charAt(start);
        return first == '"' || first == '\'' ? literalEnd(source, start, String.valueOf(first)) : start;
    }

    private static int literalEnd(String source, int start, String quote) {
        for (int at = start + quote.length(); at < source.length(); at++) {
            if (source.startsWith(quote, at)) {
                return at + quote.length();
            }
            if (source.charAt(at) == '\n' && quote.length() == 1) {
                return at;
            }
            if (source.charAt(at) == '\\') {
                at++;
            }
        }
        return source.length() + 1;
    }
}
