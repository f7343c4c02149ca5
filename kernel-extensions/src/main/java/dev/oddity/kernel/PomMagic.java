package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Outcome;
import dev.oddity.kernel.maven.PomText;
import dev.oddity.kernel.maven.Wanted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code %loadFromPOM path [scope …]}, or {@code %%loadFromPOM [scope …]} on top of a POM or of pieces of one. */
final class PomMagic implements Magic {

    private static final Set<String> SCOPES = Set.of("compile", "runtime", "system", "import", "provided", "test");
    private static final Set<String> USUAL = Set.of("compile", "runtime", "system", "import");

    private final Libraries libraries;

    PomMagic(Libraries libraries) {
        this.libraries = libraries;
    }

    @Override
    public String name() {
        return "loadFromPOM";
    }

    @Override
    public String help() {
        return "%loadFromPOM path  adds the dependencies of a POM; %%loadFromPOM on top of a cell: of the XML below";
    }

    @Override
    public String details() {
        return """
            %loadFromPOM pom.xml [--offline] [scope …]
            %%loadFromPOM [--offline] [scope …]
            <dependency><groupId>…</groupId><artifactId>…</artifactId><version>…</version></dependency>
            The XML is a whole POM, or pieces as READMEs give them: <dependency>, <repository>, <dependencyManagement>,
            <properties>. Parents, BOMs and the POM's repositories count. Scopes are compile, runtime, system and import
            unless named. Its value is the list of jars.""";
    }

    @Override
    public List<String> files() {
        return List.of(".xml", ".pom");
    }

    @Override
    public boolean takesCell() {
        return true;
    }

    @Override
    public Outcome run(MagicCall call) {
        MagicArguments arguments =
                MagicArguments.of(call, Map.of(MavenMagic.OFFLINE, false, "--verbose", false, "-v", false));
        if (call.onCell()) {
            return ofText(call, arguments);
        }
        if (arguments.words().isEmpty()) {
            throw Magics.error(call, "which POM? %loadFromPOM pom.xml, or %%loadFromPOM on top of a cell of XML");
        }
        Path pom = Path.of(arguments.words().get(0)).toAbsolutePath().normalize();
        if (!Files.isRegularFile(pom)) {
            throw Magics.error(call, "no file " + pom + "; paths are relative to the notebook's folder");
        }
        try {
            check(call, Files.readString(pom));
        } catch (IOException e) {
            throw Magics.error(call, pom + " can't be read: " + e);
        }
        return load(call, pom, arguments.words().subList(1, arguments.words().size()), arguments);
    }

    private Outcome ofText(MagicCall call, MagicArguments arguments) {
        String text = check(call, call.body());
        try {
            Path pom = Files.createTempFile("oddity-cell", ".pom");
            try {
                Files.writeString(pom, text);
                return load(call, pom, arguments.words(), arguments);
            } finally {
                Files.delete(pom);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file can't be written", e);
        }
    }

    private Outcome load(MagicCall call, Path pom, List<String> scopes, MagicArguments arguments) {
        for (String scope : scopes) {
            if (!SCOPES.contains(scope)) {
                throw Magics.error(
                        call,
                        "no scope '" + scope + "'; scopes: "
                                + SCOPES.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        return libraries.load(
                call,
                Wanted.dependencies(
                        pom,
                        scopes.isEmpty() ? USUAL : Set.copyOf(scopes),
                        libraries.repositories(),
                        arguments.has(MavenMagic.OFFLINE)));
    }

    private static String check(MagicCall call, String text) {
        try {
            return PomText.whole(text);
        } catch (IllegalArgumentException e) {
            throw Magics.error(call, String.valueOf(e.getMessage()));
        }
    }
}
