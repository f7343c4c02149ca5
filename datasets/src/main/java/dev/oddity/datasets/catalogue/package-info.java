/**
 * The data there are: named sets, files of your own, tables, and generated data. Begin with {@link
 * dev.oddity.datasets.catalogue.Catalogue}.
 *
 * <p>An entry is a lazy value. What it loads is found by {@code Lookup}: published files are looked for on this machine, then
 * fetched, and always held against their SHA-256.
 *
 * <p>There is no {@code parquet(path)}: the readers on Maven Central stand on {@code parquet-hadoop}, which brings compression
 * libraries of native code and some twenty megabytes for a format that every tool that writes it can also write as CSV. A
 * database that reads Parquet, such as DuckDB through its JDBC driver, gives such files to {@code query(..)}.
 */
@NullMarked
package dev.oddity.datasets.catalogue;

import org.jspecify.annotations.NullMarked;
