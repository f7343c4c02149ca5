/**
 * The data there are: named sets, files of your own, tables, and generated data. Begin with {@link
 * dev.oddity.datasets.catalogue.Catalogue}.
 *
 * <p>An entry is a lazy value. What it loads is found by {@code Lookup}: published files are looked for on this machine, then
 * fetched, and always held against their SHA-256.
 *
 * <p>There is no {@code parquet(path)}. Of the readers on Maven Central, those that run on Java 17 stand on {@code
 * parquet-hadoop}, which brings native compression libraries (snappy-java, zstd-jni) and classes of Hadoop's; Hardwood ({@code
 * dev.hardwood}), which is light, needs Java 21. A database that reads Parquet, such as DuckDB through its JDBC driver, gives
 * such files to {@code query(..)}.
 */
@NullMarked
package dev.oddity.datasets.catalogue;

import org.jspecify.annotations.NullMarked;
