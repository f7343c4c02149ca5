package dev.oddity.kernel.maven.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.kernel.maven.Download;
import dev.oddity.kernel.maven.PomText;
import dev.oddity.kernel.maven.Repository;
import dev.oddity.kernel.maven.Unresolved;
import dev.oddity.kernel.maven.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a repository on this machine, which the user's settings.xml names as the mirror of Maven Central. */
class MavenResolverTest {

    @TempDir
    private Path folder;

    private final List<Download> downloads = new ArrayList<>();
    private TestRepository repository;
    private MavenResolver resolver;

    @BeforeEach
    void open() throws IOException {
        repository = new TestRepository();
        Path settings = repository.settings(folder);
        // A build may have been told another local repository, and told this Java of it: that goes before the settings.
        resolver = new MavenResolver(builder -> builder.withUserSettings(true)
                .withUserSettingsXmlOverride(settings)
                .withLocalRepositoryOverride(TestRepository.local(folder)));
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void what_a_library_needs_comes_too_each_in_one_version_the_nearest() throws Unresolved {
        repository
                .library("org.a:app:1", "org.a:far:1", "org.a:util:2")
                .library("org.a:far:1", "org.a:util:1")
                .library("org.a:util:1")
                .library("org.a:util:2");

        assertThat(names(resolve("org.a:app:1"))).containsExactly("app-1.jar", "far-1.jar", "util-2.jar");
    }

    @Test
    void libraries_of_one_line_are_resolved_together() throws Unresolved {
        repository
                .library("org.a:app:1", "org.a:util:2")
                .library("org.a:util:1")
                .library("org.a:util:2");

        assertThat(names(resolve("org.a:app:1", "org.a:util:1"))).containsExactly("app-1.jar", "util-1.jar");
    }

    @Test
    void optional_test_and_provided_needs_stay_away() throws Unresolved {
        repository.library("org.a:app:1", "org.a:junit:1:test", "org.a:servlet:1:provided");

        assertThat(names(resolve("org.a:app:1"))).containsExactly("app-1.jar");
    }

    @Test
    void a_range_takes_the_newest_in_it_and_ivys_form_is_read_too() throws Unresolved {
        repository.library("org.a:util:1.1").library("org.a:util:1.9").library("org.a:util:2.0");

        assertThat(names(resolve("org.a:util:[1,2)"))).containsExactly("util-1.9.jar");
        assertThat(names(resolve("org.a#util;1.1"))).containsExactly("util-1.1.jar");
    }

    @Test
    void files_are_kept_in_the_local_repository_and_found_there_offline() throws Unresolved {
        repository.library("org.a:app:1", "org.a:util:1").library("org.a:util:1");
        List<Path> first = resolve("org.a:app:1");
        repository.takeAsked();

        List<Path> second = resolver.resolve(Wanted.libraries(List.of("org.a:app:1"), List.of(), true), downloads::add);

        assertThat(second).isEqualTo(first).allMatch(jar -> jar.startsWith(folder.resolve("local")));
        assertThat(repository.takeAsked()).isEmpty();
    }

    @Test
    void downloads_are_told_of_and_only_they() throws Unresolved {
        repository.library("org.a:app:1");
        resolve("org.a:app:1");

        Download last = downloads.get(downloads.size() - 1);
        assertThat(last.file()).isEqualTo("app-1.jar");
        assertThat(last.files()).isEqualTo(2);
        assertThat(last.bytes()).isGreaterThan("org.a:app:1".length());

        downloads.clear();
        resolve("org.a:app:1");
        assertThat(downloads).isEmpty();
    }

    @Test
    void offline_a_library_that_is_not_at_hand_is_told_with_those_that_are() throws Unresolved {
        repository.library("org.a:util:1.0").library("org.a:util:2.0");
        resolve("org.a:util:1.0");

        assertThatThrownBy(() ->
                        resolver.resolve(Wanted.libraries(List.of("org.a:util:2.0"), List.of(), true), downloads::add))
                .isInstanceOf(Unresolved.class)
                .hasMessage("offline, and org.a:util:2.0 isn't at hand: the local repository " + folder.resolve("local")
                        + " has 1.0; leave --offline out to ask mirror (" + repository.url() + ")");
    }

    @Test
    void an_unknown_version_is_told_with_those_near_it() {
        repository.library("org.a:util:1.9").library("org.a:util:1.10").library("org.a:util:2.0");

        assertThatThrownBy(() -> resolve("org.a:util:1.11"))
                .isInstanceOf(Unresolved.class)
                .hasMessage("no library org.a:util:1.11; asked mirror (" + repository.url()
                        + "). Versions near it: 1.9, 1.10, 2.0");
    }

    @Test
    void an_unknown_name_is_told_with_the_repositories_that_were_asked() throws IOException {
        try (TestRepository other = new TestRepository()) {
            assertThatThrownBy(() -> resolver.resolve(
                            Wanted.libraries(
                                    List.of("org.b:utll:1"), List.of(new Repository("other", other.url())), false),
                            downloads::add))
                    .isInstanceOf(Unresolved.class)
                    .hasMessage("no library org.b:utll:1; asked mirror (" + repository.url() + ") and other ("
                            + other.url() + "). They have no version of it: check the spelling of group and artifact");
        }
    }

    @Test
    void what_a_library_needs_and_cannot_be_had_is_told_with_the_library() {
        repository.library("org.a:app:1", "org.a:gone:1");

        assertThatThrownBy(() -> resolve("org.a:app:1"))
                .isInstanceOf(Unresolved.class)
                .hasMessageStartingWith("no library org.a:gone:1 (needed by org.a:app:1); asked mirror (");
    }

    @Test
    void a_repository_that_is_not_there_is_told_and_asked_again_once_it_is() throws Exception {
        String url = repository.url();
        repository.close();

        assertThatThrownBy(() -> resolve("org.a:app:1"))
                .isInstanceOf(Unresolved.class)
                .hasMessageStartingWith("org.a:app:1 can't be fetched from mirror (" + url + "): Connection refused")
                .hasMessageEndingWith("check the network, or the proxy in settings.xml; the local repository "
                        + folder.resolve("local") + " has no version of it");

        repository = new TestRepository().library("org.a:app:1");
        repository.settings(folder);
        assertThat(names(resolve("org.a:app:1"))).containsExactly("app-1.jar");
    }

    @Test
    void a_file_that_does_not_fit_its_checksum_is_refused() {
        repository.library("org.a:app:1").tamper("org.a:app:1");

        assertThatThrownBy(() -> resolve("org.a:app:1"))
                .isInstanceOf(Unresolved.class)
                .hasMessageStartingWith("org.a:app:1 was refused: what mirror (" + repository.url()
                        + ") sent doesn't fit its checksum (");
    }

    @Test
    void a_repository_that_only_a_library_names_is_not_asked() throws Exception {
        try (TestRepository other = new TestRepository().library("org.b:far:1")) {
            repository
                    .library("org.a:app:1")
                    .pom(
                            "org.a:app:1",
                            "<repositories><repository><id>other</id><url>" + other.url()
                                    + "</url></repository></repositories><dependencies>"
                                    + TestRepository.dependency("org.b:far:1") + "</dependencies>");

            assertThatThrownBy(() -> resolve("org.a:app:1")).isInstanceOf(Unresolved.class);
            assertThat(other.takeAsked()).isEmpty();
        }
    }

    @Test
    void of_a_pom_the_effective_dependencies_count() throws Exception {
        repository
                .pom(
                        "org.a:bom:1",
                        "<packaging>pom</packaging><dependencyManagement><dependencies>"
                                + TestRepository.dependency("org.a:managed:3")
                                + "</dependencies></dependencyManagement>")
                .library("org.a:managed:3")
                .library("org.a:app:1", "org.a:util:1")
                .library("org.a:util:1")
                .library("org.a:util:7")
                .library("org.a:tool:1");
        Path pom = Files.writeString(
                folder.resolve("pom.xml"),
                PomText.whole("<properties><app>1</app></properties><dependencyManagement><dependencies><dependency>"
                        + "<groupId>org.a</groupId><artifactId>bom</artifactId><version>1</version><type>pom</type>"
                        + "<scope>import</scope></dependency>" + TestRepository.dependency("org.a:util:7")
                        + "</dependencies></dependencyManagement>" + TestRepository.dependency("org.a:app:${app}")
                        + TestRepository.dependency("org.a:managed")
                        + TestRepository.dependency("org.a:tool:1:test")));

        assertThat(names(resolver.resolve(
                        Wanted.dependencies(pom, Set.of("compile", "runtime"), List.of(), false), downloads::add)))
                .containsExactly("app-1.jar", "util-7.jar", "managed-3.jar");
        assertThat(names(resolver.resolve(Wanted.dependencies(pom, Set.of("test"), List.of(), false), downloads::add)))
                .containsExactly("tool-1.jar");
    }

    @Test
    void a_pom_may_name_repositories() throws Exception {
        try (TestRepository other = new TestRepository().library("org.b:far:1")) {
            Path pom = Files.writeString(
                    folder.resolve("pom.xml"),
                    PomText.whole("<repository><id>other</id><url>" + other.url() + "</url></repository>"
                            + TestRepository.dependency("org.b:far:1")));

            assertThat(names(resolver.resolve(
                            Wanted.dependencies(pom, Set.of("compile"), List.of(), false), downloads::add)))
                    .containsExactly("far-1.jar");
        }
    }

    private List<Path> resolve(String... coordinates) throws Unresolved {
        return resolver.resolve(Wanted.libraries(List.of(coordinates), List.of(), false), downloads::add);
    }

    private static List<String> names(List<Path> jars) {
        return jars.stream().map(jar -> jar.getFileName().toString()).toList();
    }
}
