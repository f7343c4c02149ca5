package dev.oddity.kernel.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Finds libraries and all that they need, in the local repository or by download. */
@FunctionalInterface
public interface Maven {

    /** Maven's own resolver, with the user's settings.xml and local repository. Loading it takes a moment. */
    static Maven open() {
        return ResolverLoader.open();
    }

    /**
     * @param progress told of downloads, from several threads
     * @return the jars in the order of a class path, each library in one version only
     */
    List<Path> resolve(Wanted wanted, Consumer<Download> progress) throws Unresolved;
}
