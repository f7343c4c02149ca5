package dev.oddity.kernel.jshell;

/** Texts and comments: what a search in code for a word must step over. */
final class Quoted {

    /** To be used with {@link java.util.regex.Pattern#DOTALL}. */
    static final String PATTERN =
            "\"\"\"(?:\\\\.|[^\\\\])*?\"\"\"|\"(?:\\\\.|[^\\\\\"])*\"|'(?:\\\\.|[^\\\\'])*'|//[^\n]*|/\\*.*?\\*/";

    private Quoted() {}
}
