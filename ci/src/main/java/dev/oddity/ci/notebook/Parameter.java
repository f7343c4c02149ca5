package dev.oddity.ci.notebook;

/**
 * What may be set in a notebook.
 *
 * @param isFinal it can't be assigned, but declared again
 */
record Parameter(String name, ParameterType type, boolean isFinal) {

    /**
     * The statement that gives it another value.
     *
     * @param literal a value as Java source
     */
    String set(String literal) {
        return (isFinal ? "final " + type.javaName() + " " : "") + name + " = " + literal + ";";
    }
}
