package dev.oddity.ci.page;

import dev.oddity.core.display.Html;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java source with its comments, texts, numbers and keywords marked for colour. */
final class JavaCode {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>//[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|\\z))"
                    + "|(?<literal>\"\"\"[\\s\\S]*?(?:\"\"\"|\\z)|\"(?:\\\\.|[^\"\\\\\\n])*+\"?|'(?:\\\\.|[^'\\\\\\n])*+'?)"
                    + "|(?<magic>^%{1,2}\\w[^\\n]*)"
                    + "|(?<keyword>\\b(?:abstract|boolean|break|byte|case|catch|char|class|continue|default|do|double|else|enum"
                    + "|extends|false|final|finally|float|for|if|implements|import|instanceof|int|interface|long|new|null"
                    + "|package|private|protected|public|record|return|sealed|short|static|super|switch|synchronized|this"
                    + "|throw|throws|true|try|var|void|while|yield)\\b)"
                    + "|(?<number>\\b\\d[\\w.]*)",
            Pattern.MULTILINE);
    private static final String[] KINDS = {"comment", "literal", "magic", "keyword", "number"};

    private JavaCode() {}

    static String markup(String source) {
        StringBuilder markup = new StringBuilder();
        Matcher token = TOKEN.matcher(source);
        int from = 0;
        while (token.find()) {
            markup.append(Html.escape(source.substring(from, token.start())))
                    .append("<span class=\"oddity-")
                    .append(kind(token))
                    .append("\">")
                    .append(Html.escape(token.group()))
                    .append("</span>");
            from = token.end();
        }
        return markup.append(Html.escape(source.substring(from))).toString();
    }

    private static String kind(Matcher token) {
        for (String kind : KINDS) {
            if (token.group(kind) != null) {
                return kind;
            }
        }
        throw new IllegalStateException("a token of no kind: " + token.group());
    }
}
