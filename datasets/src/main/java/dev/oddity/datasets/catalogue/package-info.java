/**
 * The data there are: named sets, files of your own, tables, and generated data. Begin with {@link
 * dev.oddity.datasets.catalogue.Catalogue}.
 *
 * <p>An entry is a lazy value. What it loads is found by {@code Lookup}: published files are looked for on this machine, then
 * fetched, and always held against their SHA-256.
 *
 * <p>What the catalogue knows of a set stands in one {@code CatalogueEntry} beside its loader: its table, its page, its
 * provenance and the notes of reports are made from it.
 *
 * <p>Every source here is a {@code CatalogueSource}: it has a split and a preparation of its own, and takes what a sentence
 * chooses instead.
 *
 * <p>There is no {@code parquet(path)}. Of the readers on Maven Central (looked at in November 2026), those that run on Java
 * 17 stand on Apache's {@code parquet-hadoop}: {@code parquet-floor} 2.3 is 46 kB and needs no Hadoop, but nine more jars of
 * 18 MB, two of them with native libraries (snappy-java, zstd-jni); {@code carpet-record} 0.5, {@code parquet-avro} 1.18 and,
 * for Tablesaw 0.43, {@code net.tlabs-data:tablesaw_0.43.1-parquet} want jars of Hadoop as well. Hardwood ({@code
 * dev.hardwood}), which needs no other jar, needs Java 21. A database that reads Parquet, such as DuckDB through its JDBC
 * driver, gives such files to {@code query(..)}.
 */
@NullMarked
package dev.oddity.datasets.catalogue;

import org.jspecify.annotations.NullMarked;
