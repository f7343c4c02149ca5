package dev.oddity.kernel.jshell;

import org.jspecify.annotations.Nullable;

/** A variable that cells declared. */
public record Variable(String type, String name, @Nullable Object value) {}
