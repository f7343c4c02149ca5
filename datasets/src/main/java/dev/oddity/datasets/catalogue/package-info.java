/**
 * The data there are: named sets, files of your own, tables, and generated data. Begin with {@link
 * dev.oddity.datasets.catalogue.Catalogue}.
 *
 * <p>An entry is a lazy value. What it loads is found by {@code Lookup}: published files are looked for on this machine, then
 * fetched, and always held against their SHA-256.
 */
@NullMarked
package dev.oddity.datasets.catalogue;

import org.jspecify.annotations.NullMarked;
