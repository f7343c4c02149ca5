package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Outcome;
import dev.oddity.kernel.maven.Repository;
import dev.oddity.kernel.maven.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code %maven group:artifact:version …}: adds libraries, and all that they need, to the class path. */
final class MavenMagic implements Magic {

    static final String OFFLINE = "--offline";

    private static final String FROM = "--from";
    private static final String COORDINATES = "[^:#;\\s]+:[^:#;\\s]+(:[^:#;\\s]+){1,3}|[^#;:]+#[^#;:]+;[^#;:]+";

    private final Libraries libraries;

    MavenMagic(Libraries libraries) {
        this.libraries = libraries;
    }

    @Override
    public String name() {
        return "maven";
    }

    @Override
    public List<String> aliases() {
        return List.of("addMavenDependency", "addMavenDependencies");
    }

    @Override
    public String help() {
        return "%maven g:a:v       adds a library and what it needs to the class path; its value is the list of jars";
    }

    @Override
    public String details() {
        return """
            %maven [--offline] [--from url] group:artifact[:type[:classifier]]:version …
            All that stand on one line are resolved together, each library in one version; a version may be a range,
            [1.2,2), or RELEASE. Maven Central, the repositories of ~/.m2/settings.xml and those that %mavenRepo named are
            asked, through the mirrors and proxies of settings.xml; files are kept in Maven's local repository.
            --offline asks the local repository alone; --from asks one more repository this time.
            Extensions for jjava-jupyter that are in the jars are installed.""";
    }

    @Override
    public Outcome run(MagicCall call) {
        Map<String, Boolean> options = new LinkedHashMap<>();
        options.put(OFFLINE, false);
        options.put(FROM, true);
        // Of IJava; there is nothing more to say here.
        options.put("--verbose", false);
        options.put("-v", false);
        MagicArguments arguments = MagicArguments.of(call, options);
        if (arguments.words().isEmpty()) {
            throw Magics.error(call, "which library? %maven group:artifact:version");
        }
        for (String coordinates : arguments.words()) {
            if (!coordinates.matches(COORDINATES)) {
                throw Magics.error(
                        call,
                        "'" + coordinates + "' names no library; it is written group:artifact:version,"
                                + " such as org.apache.commons:commons-text:1.12.0");
            }
        }
        List<Repository> repositories = new ArrayList<>(libraries.repositories());
        for (String url : arguments.values(FROM)) {
            repositories.add(MavenRepoMagic.repository(call, "from-" + Integer.toHexString(url.hashCode()), url));
        }
        return libraries.load(call, Wanted.libraries(arguments.words(), repositories, arguments.has(OFFLINE)));
    }
}
