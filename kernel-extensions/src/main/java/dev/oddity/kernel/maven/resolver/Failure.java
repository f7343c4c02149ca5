package dev.oddity.kernel.maven.resolver;

import dev.oddity.kernel.maven.Unresolved;
import dev.oddity.kernel.maven.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelProblem;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;
import org.jspecify.annotations.Nullable;

/** Why a library can't be had, in the user's terms. */
final class Failure {

    private static final int NEAR = 5;

    private final Wanted wanted;
    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    Failure(
            Wanted wanted,
            RepositorySystem system,
            RepositorySystemSession session,
            List<RemoteRepository> repositories) {
        this.wanted = wanted;
        this.system = system;
        this.session = session;
        this.repositories = repositories;
    }

    Unresolved of(Exception failure) {
        Map<String, ArtifactTransferException> missing = missing(failure);
        if (missing.isEmpty()) {
            return new Unresolved(reason(root(failure)), failure);
        }
        String message = missing.values().stream().map(this::sentence).collect(Collectors.joining("\n"));
        return new Unresolved(message, failure);
    }

    /** Of a POM that makes no sense, what is wrong with it: neither its made-up name nor where a copy of it lies. */
    private static @Nullable String reason(Throwable root) {
        return root instanceof ModelBuildingException pom
                ? pom.getProblems().stream()
                        .filter(problem -> problem.getSeverity() != ModelProblem.Severity.WARNING)
                        .map(ModelProblem::getMessage)
                        .distinct()
                        .collect(Collectors.joining("; ", "the POM makes no sense: ", ""))
                : root.getMessage();
    }

    /** The libraries that were not found, by name; a library's POM stands for the library. */
    private static Map<String, ArtifactTransferException> missing(Throwable failure) {
        Map<String, ArtifactTransferException> missing = new LinkedHashMap<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ArtifactResolutionException several) {
                several.getResults().stream()
                        .filter(result -> !result.isResolved())
                        .flatMap(result -> result.getExceptions().stream())
                        .forEach(each -> put(each, missing));
            }
            put(cause, missing);
        }
        return missing;
    }

    private static void put(@Nullable Throwable cause, Map<String, ArtifactTransferException> missing) {
        if (cause instanceof ArtifactTransferException transfer && transfer.getArtifact() != null) {
            // Of several repositories that were asked, one that failed says more than one that has it not.
            missing.merge(
                    name(transfer.getArtifact()),
                    transfer,
                    (old, other) -> old instanceof ArtifactNotFoundException ? other : old);
        }
    }

    private String sentence(ArtifactTransferException failure) {
        Artifact artifact = failure.getArtifact();
        String name = name(artifact) + neededBy(artifact);
        if (session.isOffline()) {
            return "offline, and " + name + " isn't at hand: " + local(artifact) + "; "
                    + (wanted.offline() ? "leave --offline out" : "settings.xml says offline: change it") + " to ask "
                    + asked();
        }
        if (failure instanceof ArtifactNotFoundException) {
            return "no library " + name + "; asked " + asked() + versions(artifact);
        }
        RemoteRepository repository = failure.getRepository();
        String from = repository == null ? asked() : text(repository);
        Throwable root = root(failure);
        if (root instanceof ChecksumFailureException) {
            return name + " was refused: what " + from + " sent doesn't fit its checksum (" + root.getMessage() + ")";
        }
        return name + " can't be fetched from " + from + ": " + root.getMessage()
                + "; check the network, or the proxy in settings.xml; " + local(artifact);
    }

    private String neededBy(Artifact artifact) {
        String library = artifact.getGroupId() + ":" + artifact.getArtifactId() + ":";
        boolean own = wanted.pom().isPresent()
                || wanted.coordinates().stream().anyMatch(asked -> asked.startsWith(library) || asked.contains("#"));
        return own ? "" : " (needed by " + String.join(", ", wanted.coordinates()) + ")";
    }

    private String asked() {
        return repositories.stream().map(Failure::text).collect(Collectors.joining(" and "));
    }

    private static String text(RemoteRepository repository) {
        return repository.getId() + " (" + repository.getUrl() + ")";
    }

    private String versions(Artifact artifact) {
        Artifact any =
                new DefaultArtifact(artifact.getGroupId(), artifact.getArtifactId(), artifact.getExtension(), "[0,)");
        List<String> known;
        try {
            known =
                    system
                            .resolveVersionRange(session, new VersionRangeRequest(any, repositories, null))
                            .getVersions()
                            .stream()
                            .map(Version::toString)
                            .toList();
        } catch (VersionRangeResolutionException e) {
            known = List.of();
        }
        if (known.contains(artifact.getVersion())) {
            return ". The version is there, a file of this kind is not";
        }
        return known.isEmpty()
                ? ". They have no version of it: check the spelling of group and artifact"
                : ". Versions near it: " + String.join(", ", near(artifact.getVersion(), known));
    }

    /** What the local repository has of a library. */
    private String local(Artifact artifact) {
        Path base = session.getLocalRepository().getBasedir().toPath();
        Path folder = base.resolve(artifact.getGroupId().replace('.', '/')).resolve(artifact.getArtifactId());
        List<String> held = held(folder, artifact.getArtifactId());
        return "the local repository " + base + " has "
                + (held.isEmpty() ? "no version of it" : String.join(", ", near(artifact.getVersion(), held)));
    }

    private static List<String> held(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.filter(
                            version -> Files.exists(version.resolve(name + "-" + version.getFileName() + ".jar")))
                    .map(version -> version.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Those that begin alike, else the newest, in the order of versions. */
    private static List<String> near(String version, List<String> known) {
        return known.stream()
                .sorted(Comparator.<String>comparingInt(other -> -alike(version, other))
                        .thenComparing(Comparator.comparing(Failure::parsed).reversed()))
                .limit(NEAR)
                .sorted(Comparator.comparing(Failure::parsed))
                .toList();
    }

    private static int alike(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }

    private static Version parsed(String version) {
        try {
            return new GenericVersionScheme().parseVersion(version);
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalStateException("this scheme takes any text", e);
        }
    }

    private static String name(Artifact artifact) {
        String kind =
                artifact.getExtension().equals("jar") || artifact.getExtension().equals("pom")
                        ? ""
                        : ":" + artifact.getExtension();
        String classifier = artifact.getClassifier().isEmpty() ? "" : ":" + artifact.getClassifier();
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + kind + classifier + ":" + artifact.getVersion();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
