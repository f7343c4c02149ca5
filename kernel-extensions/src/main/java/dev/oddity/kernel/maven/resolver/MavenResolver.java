package dev.oddity.kernel.maven.resolver;

import dev.oddity.kernel.maven.Download;
import dev.oddity.kernel.maven.Maven;
import dev.oddity.kernel.maven.Repository;
import dev.oddity.kernel.maven.Unresolved;
import dev.oddity.kernel.maven.Wanted;
import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.runtime.standalonestatic.StandaloneStaticRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;

/**
 * Resolves as Maven does: settings.xml with its mirrors, proxies, credentials and local repository; nearest version wins.
 * Unlike Maven it asks no repository that only a library's own POM names, and takes no file whose checksum is missing or
 * wrong.
 */
public final class MavenResolver implements Maven {

    private static final Pattern IVY = Pattern.compile("([^#;:]+)#([^#;:]+);([^#;:]+)");
    private static final String CLASS_PATH_SCOPE = "runtime";
    // A failure of a minute ago says nothing about now.
    private static final int NO_CACHE = 0;

    private final UnaryOperator<ContextOverrides.Builder> place;

    /** With the settings and the local repository of the user. */
    public MavenResolver() {
        this(builder -> builder.withUserSettings(true));
    }

    MavenResolver(UnaryOperator<ContextOverrides.Builder> place) {
        this.place = place;
    }

    @Override
    public List<Path> resolve(Wanted wanted, Consumer<Download> progress) throws Unresolved {
        ContextOverrides.Builder builder = place.apply(ContextOverrides.create())
                .checksumPolicy(ContextOverrides.ChecksumPolicy.FAIL)
                .ignoreArtifactDescriptorRepositories(true)
                .transferListener(new Transfers(progress));
        if (wanted.offline()) {
            builder.offline(true);
        }
        try (Context context = new StandaloneStaticRuntime().create(builder.build())) {
            DefaultRepositorySystemSession session =
                    new DefaultRepositorySystemSession(context.repositorySystemSession());
            session.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(NO_CACHE, NO_CACHE));
            session.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(true, false));
            return resolve(wanted, context, session);
        }
    }

    private static List<Path> resolve(Wanted wanted, Context context, DefaultRepositorySystemSession session)
            throws Unresolved {
        RepositorySystem system = context.repositorySystem();
        List<RemoteRepository> named = wanted.repositories().stream()
                .map(repository -> remote(repository.name(), repository.url()))
                .toList();
        List<RemoteRepository> repositories =
                join(context.remoteRepositories(), system.newResolutionRepositories(session, named));
        try {
            CollectRequest request = wanted.pom().isPresent()
                    ? ofPom(wanted, system, session, repositories)
                    : new CollectRequest()
                            .setDependencies(wanted.coordinates().stream()
                                    .map(MavenResolver::artifact)
                                    .map(artifact -> new Dependency(artifact, CLASS_PATH_SCOPE))
                                    .toList())
                            .setRepositories(repositories);
            repositories = request.getRepositories();
            repositories.forEach(asked -> new Repository(asked.getId(), asked.getUrl()));
            return system
                    .resolveDependencies(session, new DependencyRequest(request, null))
                    .getArtifactResults()
                    .stream()
                    .map(ArtifactResult::getArtifact)
                    .filter(artifact -> artifact.getExtension().equals("jar"))
                    .map(artifact -> artifact.getFile().toPath().toAbsolutePath())
                    .toList();
        } catch (RepositoryException e) {
            throw new Failure(wanted, system, session, repositories).of(e);
        }
    }

    /** The POM's effective dependencies: with its parents, properties, managed versions and imported BOMs. */
    private static CollectRequest ofPom(
            Wanted wanted,
            RepositorySystem system,
            DefaultRepositorySystemSession session,
            List<RemoteRepository> repositories)
            throws ArtifactDescriptorException {
        Artifact asked = new DefaultArtifact("notebook", "pom", "pom", "1");
        DefaultRepositorySystemSession reading = new DefaultRepositorySystemSession(session);
        reading.setWorkspaceReader(new OnePom(asked, wanted.pom().orElseThrow()));
        // The user's own POM may name repositories, that of a library may not.
        reading.setIgnoreArtifactDescriptorRepositories(false);
        ArtifactDescriptorResult pom =
                system.readArtifactDescriptor(reading, new ArtifactDescriptorRequest(asked, repositories, null));
        return new CollectRequest()
                .setDependencies(pom.getDependencies().stream()
                        .filter(dependency -> wanted.scopes().contains(dependency.getScope()))
                        .map(dependency -> dependency.setScope(CLASS_PATH_SCOPE))
                        .toList())
                .setManagedDependencies(pom.getManagedDependencies())
                .setRepositories(join(repositories, system.newResolutionRepositories(session, pom.getRepositories())));
    }

    private static RemoteRepository remote(String name, String url) {
        return new RemoteRepository.Builder(name, "default", url).build();
    }

    /** A later one takes the place of an earlier one of the same name. */
    private static List<RemoteRepository> join(List<RemoteRepository> first, List<RemoteRepository> then) {
        Set<String> replaced = then.stream().map(RemoteRepository::getId).collect(Collectors.toSet());
        List<RemoteRepository> all = new ArrayList<>();
        Stream.concat(first.stream().filter(repository -> !replaced.contains(repository.getId())), then.stream())
                .forEach(all::add);
        return all;
    }

    /** IJava took Ivy's form too, {@code group#artifact;version}. */
    private static Artifact artifact(String coordinates) {
        Matcher ivy = IVY.matcher(coordinates);
        return ivy.matches()
                ? new DefaultArtifact(ivy.group(1), ivy.group(2), "jar", ivy.group(3))
                : new DefaultArtifact(coordinates);
    }
}
