package dev.oddity.kernel.jshell;

/** Imported with all its methods, as a language is. */
public final class Words {

    private Words() {}

    public static String precision() {
        return "precision()";
    }
}
