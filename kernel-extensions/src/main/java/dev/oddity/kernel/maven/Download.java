package dev.oddity.kernel.maven;

/**
 * How far downloads are.
 *
 * @param file the one that came last
 * @param files that are here, whole
 * @param bytes of all files, those under way included
 */
public record Download(String file, int files, long bytes) {}
