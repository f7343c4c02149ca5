package dev.oddity.kernel.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PomTextTest {

    private static final String DEPENDENCY =
            "<dependency><groupId>g</groupId><artifactId>a</artifactId><version>1</version></dependency>";

    @Test
    void pieces_become_a_pom_wherever_they_stood() {
        String repository = "<repository><id>r</id><url>https://r.org</url></repository>";

        assertThat(PomText.whole(repository + "\n\n<dependencies>" + DEPENDENCY + "</dependencies>" + DEPENDENCY
                        + "<properties><x>1</x></properties><version>9</version>"))
                .isEqualTo("<project><modelVersion>4.0.0</modelVersion><groupId>notebook</groupId>"
                        + "<artifactId>cell</artifactId><version>1</version><dependencies>" + DEPENDENCY + DEPENDENCY
                        + "</dependencies><repositories>" + repository
                        + "</repositories><properties><x>1</x></properties></project>");
    }

    @Test
    void a_whole_pom_stays_as_it_is() {
        String pom = "<?xml version=\"1.0\"?>\n<project xmlns=\"http://maven.apache.org/POM/4.0.0\">"
                + "<modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId><version>1</version>"
                + "<dependencies>" + DEPENDENCY + "</dependencies></project>";

        assertThat(PomText.whole(pom)).isEqualTo(pom);
    }

    @Test
    void a_whole_pom_without_a_name_gets_what_it_lacks_of_one() {
        String dependencies = "<dependencies>" + DEPENDENCY + "</dependencies>";
        String parent = "<parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version></parent>";

        assertThat(PomText.whole("<project>" + dependencies + "<artifactId>mine</artifactId></project>"))
                .isEqualTo(
                        "<project>" + dependencies + "<artifactId>mine</artifactId><modelVersion>4.0.0</modelVersion>"
                                + "<groupId>notebook</groupId><version>1</version></project>");
        assertThat(PomText.whole("<project>" + parent + "</project>"))
                .isEqualTo("<project>" + parent + "<modelVersion>4.0.0</modelVersion><artifactId>cell</artifactId>"
                        + "</project>");
        assertThatThrownBy(() -> PomText.whole("<project></project>"))
                .hasMessageStartingWith("no <dependency> here; a cell holds a POM or pieces of one");
    }

    @Test
    void what_is_no_pom_is_told() {
        assertThatThrownBy(() -> PomText.whole("<dependency>\n<groupId>g</dependency>"))
                .hasMessageStartingWith("no well-formed XML, line 2: ");
        assertThatThrownBy(() -> PomText.whole("org.a:util:1"))
                .hasMessageStartingWith(
                        "no <dependency> here; a cell holds a POM or pieces of one, such as <dependency>");
        assertThatThrownBy(() -> PomText.whole("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:/etc/passwd\">]>" + DEPENDENCY))
                .hasMessageStartingWith("no well-formed XML");
    }

    @Test
    void a_repository_without_encryption_is_refused_but_on_this_machine() {
        assertThatThrownBy(() ->
                        PomText.whole(DEPENDENCY + "<repository><id>old</id><url>http://old.org/m2</url></repository>"))
                .hasMessage(
                        "repository old: http://old.org/m2 is not encrypted, and anyone on the way could change what"
                                + " it sends; write https://old.org/m2");
        assertThat(new Repository("here", "http://localhost:8081/m2").url()).isEqualTo("http://localhost:8081/m2");
        assertThatThrownBy(() -> new Repository("x", "lib"))
                .hasMessage("repository x: lib is no address of a repository; it begins with https:// or file:");
    }
}
