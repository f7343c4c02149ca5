package dev.oddity.kernel.maven.resolver;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.jspecify.annotations.Nullable;

/** Finds one POM, under a name made up for it, in a file and nowhere else. */
final class OnePom implements WorkspaceReader {

    private final WorkspaceRepository repository = new WorkspaceRepository("notebook");
    private final Artifact name;
    private final Path file;

    OnePom(Artifact name, Path file) {
        this.name = name;
        this.file = file;
    }

    @Override
    public WorkspaceRepository getRepository() {
        return repository;
    }

    @Override
    public @Nullable File findArtifact(Artifact artifact) {
        boolean asked = artifact.getGroupId().equals(name.getGroupId())
                && artifact.getArtifactId().equals(name.getArtifactId())
                && artifact.getExtension().equals(name.getExtension());
        return asked ? file.toFile() : null;
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        return List.of();
    }
}
