package dev.oddity.core.detector;

import java.util.function.Function;

/**
 * How a parameter's value that is a small sentence of its own, such as {@code layers().dense(64).relu()}, is written down:
 * as the text that its {@code toString} gives, in JSON as in the noun's own sentence. Two values with the same text are
 * equal, and {@code read} gives an equal one back.
 *
 * @param kind what the values are
 * @param what the same for a reader, such as {@code "layers or a block, such as layers().dense(64)"}
 * @param read the value that this text tells; throws an {@code IllegalArgumentException} that says what is wrong with it
 */
public record Notation<T>(Class<T> kind, String what, Function<String, ? extends T> read) {}
