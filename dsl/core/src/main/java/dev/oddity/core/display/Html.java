package dev.oddity.core.display;

/** Text into HTML. */
public final class Html {

    private Html() {}

    /** Text from data or a user, safe inside an element or a quoted attribute. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
