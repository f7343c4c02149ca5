package dev.oddity.kernel.jshell;

/**
 * One piece of a cell that JShell takes at a time: a statement, an expression, a declaration, an import.
 *
 * @param source to be given to JShell, a missing semicolon added
 * @param start where it begins in the cell
 * @param end where the next may begin
 * @param whole whether JShell sees it as one; else it is what is left of a cell, and gives an error
 */
public record Statement(String source, int start, int end, boolean whole) {}
