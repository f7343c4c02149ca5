/**
 * The language's one door: {@link dev.oddity.Oddity} gathers every noun, so that a notebook needs a single {@code import
 * static}. Nothing is decided here; each word hands on to the floor that knows it.
 */
@NullMarked
package dev.oddity;

import org.jspecify.annotations.NullMarked;
