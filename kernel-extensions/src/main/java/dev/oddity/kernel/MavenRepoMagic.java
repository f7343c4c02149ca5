package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Outcome;
import dev.oddity.kernel.maven.Repository;
import java.util.List;
import java.util.Map;

/** {@code %mavenRepo name url}: a repository that {@code %maven} asks from now on. */
final class MavenRepoMagic implements Magic {

    private final Libraries libraries;

    MavenRepoMagic(Libraries libraries) {
        this.libraries = libraries;
    }

    @Override
    public String name() {
        return "mavenRepo";
    }

    @Override
    public List<String> aliases() {
        return List.of("addMavenRepo");
    }

    @Override
    public String help() {
        return "%mavenRepo n url   %maven asks this repository too from now on, under the name n";
    }

    @Override
    public String details() {
        return """
            %mavenRepo name https://host/path
            settings.xml may hold credentials, a proxy or a mirror under that name. Addresses begin with https:// or file:;
            http:// is refused, as in Maven, but for this machine's own.""";
    }

    @Override
    public Outcome run(MagicCall call) {
        List<String> words = MagicArguments.of(call, Map.of()).words();
        if (words.size() != 2) {
            throw Magics.error(call, "a name and an address are needed: %mavenRepo name https://host/path");
        }
        libraries.add(repository(call, words.get(0), words.get(1)));
        return Outcome.NOTHING;
    }

    static Repository repository(MagicCall call, String name, String url) {
        try {
            return new Repository(name, url);
        } catch (IllegalArgumentException e) {
            throw Magics.error(call, String.valueOf(e.getMessage()));
        }
    }
}
