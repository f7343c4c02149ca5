/** The sentence. */
@NullMarked
package dev.oddity.core;

import org.jspecify.annotations.NullMarked;
