package dev.oddity.kernel.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a notebook asks for: libraries by their coordinates, or those of a POM.
 *
 * @param coordinates {@code group:artifact[:type[:classifier]]:version}
 * @param pom whose dependencies are wanted
 * @param scopes of the POM's dependencies
 * @param repositories to ask beside Maven Central and those of settings.xml
 * @param offline whether only the local repository is asked; settings.xml may say so too
 */
public record Wanted(
        List<String> coordinates,
        Optional<Path> pom,
        Set<String> scopes,
        List<Repository> repositories,
        boolean offline) {

    public Wanted {
        coordinates = List.copyOf(coordinates);
        scopes = Set.copyOf(scopes);
        repositories = List.copyOf(repositories);
    }

    public static Wanted libraries(List<String> coordinates, List<Repository> repositories, boolean offline) {
        return new Wanted(coordinates, Optional.empty(), Set.of(), repositories, offline);
    }

    public static Wanted dependencies(Path pom, Set<String> scopes, List<Repository> repositories, boolean offline) {
        return new Wanted(List.of(), Optional.of(pom), scopes, repositories, offline);
    }
}
