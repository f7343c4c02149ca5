/**
 * The command {@code ci/notebooks}: runs notebooks headlessly in real kernels and holds their metrics against approved
 * values. Begin at {@link dev.oddity.ci.Main}.
 *
 * <p>Below it: {@link dev.oddity.ci.notebook} reads and writes {@code .ipynb}, {@link dev.oddity.ci.jupyter} speaks to a
 * kernel process, {@link dev.oddity.ci.execution} runs a notebook's cells and keeps what they show, and
 * {@link dev.oddity.ci.approval} compares the numbers, and {@link dev.oddity.ci.page} makes pages of notebooks.
 */
@NullMarked
package dev.oddity.ci;

import org.jspecify.annotations.NullMarked;
