package dev.oddity.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.DataUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupTest {

    private static final byte[] CONTENT = "1,2,3\n".getBytes(StandardCharsets.US_ASCII);

    private static final PublishedFile FILE =
            new PublishedFile("some/numbers.csv", CONTENT.length, Sha256.of(CONTENT), "");

    @TempDir
    private Path home;

    @Test
    void looks_in_the_four_places_in_their_order() throws IOException {
        Path checkout = checkout();
        Lookup lookup = lookup(Map.of(), Map.of("ODDITY_DATASETS", home + "/named"), checkout.resolve("dsl/core"));
        Path[] places = {
            home.resolve("named"),
            checkout.resolve("datasets/local"),
            home.resolve("work/shared/datasets"),
            home.resolve(".cache/oddity/datasets")
        };

        for (int last = places.length - 1; last >= 0; last--) {
            Path file = put(places[last].resolve("some/numbers.csv"), CONTENT);

            assertThat(lookup.find(FILE)).contains(file);
        }
    }

    @Test
    void a_file_may_lie_in_the_folder_itself() throws IOException {
        Path file = put(home.resolve("named/numbers.csv"), CONTENT);

        assertThat(lookup(Map.of(), Map.of("ODDITY_DATASETS", home + "/named"), home)
                        .read(FILE))
                .isEqualTo(CONTENT);
        assertThat(file).exists();
    }

    @Test
    void a_packed_copy_is_unpacked_and_then_held_against_the_checksum() throws IOException {
        put(home.resolve("named/some/numbers.csv.gz"), packed(CONTENT));
        Lookup lookup = lookup(Map.of(), Map.of("ODDITY_DATASETS", home + "/named"), home);

        assertThat(lookup.read(FILE)).isEqualTo(CONTENT);
    }

    @Test
    void a_packed_copy_that_is_cut_off_is_refused() throws IOException {
        byte[] whole = packed(CONTENT);
        Path file = put(home.resolve("named/some/numbers.csv.gz"), Arrays.copyOf(whole, whole.length - 10));
        Lookup lookup = lookup(Map.of(), Map.of("ODDITY_DATASETS", home + "/named"), home);

        assertThatThrownBy(() -> lookup.read(FILE))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        file + " cannot be read (java.io.EOFException: Unexpected end of ZLIB input stream); make it"
                                + " readable or remove it");
    }

    @Test
    void a_packed_copy_that_unpacks_to_more_than_the_file_is_not_unpacked_whole() throws IOException {
        Path file = put(home.resolve("named/some/numbers.csv.gz"), packed(new byte[10_000_000]));
        Lookup lookup = lookup(Map.of(), Map.of("ODDITY_DATASETS", home + "/named"), home);

        assertThatThrownBy(() -> lookup.read(FILE))
                .isInstanceOf(DataException.class)
                .hasMessage(file + " cannot be read (java.io.IOException: it unpacks to more than the 6 bytes of the"
                        + " published file); make it readable or remove it");
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(content);
        }
        return packed.toByteArray();
    }

    @Test
    void the_property_goes_before_the_variable() throws IOException {
        Path file = put(home.resolve("a/some/numbers.csv"), CONTENT);
        put(home.resolve("b/some/numbers.csv"), CONTENT);

        Lookup lookup = lookup(Map.of("oddity.datasets", home + "/a"), Map.of("ODDITY_DATASETS", home + "/b"), home);

        assertThat(lookup.find(FILE)).contains(file);
    }

    @Test
    void the_cache_is_where_the_platform_has_it() {
        assertThat(lookup(Map.of("os.name", "Linux"), Map.of(), home).cache())
                .isEqualTo(home.resolve(".cache/oddity/datasets"));
        assertThat(lookup(Map.of("os.name", "Mac OS X"), Map.of(), home).cache())
                .isEqualTo(home.resolve("Library/Caches/oddity/datasets"));
        assertThat(lookup(Map.of("os.name", "Windows 11"), Map.of("LOCALAPPDATA", home + "/Local"), home)
                        .cache())
                .isEqualTo(home.resolve("Local/oddity/datasets"));
        assertThat(lookup(Map.of("os.name", "Linux"), Map.of("XDG_CACHE_HOME", home + "/xdg"), home)
                        .cache())
                .isEqualTo(home.resolve("xdg/oddity/datasets"));
    }

    @Test
    void a_wrong_checksum_names_file_expected_found_and_fix() throws IOException {
        byte[] other = "1,2,4\n".getBytes(StandardCharsets.US_ASCII);
        Path file = put(home.resolve("named/some/numbers.csv"), other);
        Lookup lookup = lookup(Map.of(), Map.of("ODDITY_DATASETS", home + "/named"), home);

        assertThatThrownBy(() -> lookup.read(FILE))
                .isInstanceOf(DataException.class)
                .isNotInstanceOf(DataUnavailableException.class)
                .hasMessage(file + " is not the published file: its SHA-256 is " + Sha256.of(other) + ", expected "
                        + FILE.sha256()
                        + "; remove it and load again, or, if it is your own version, read it with csv(\""
                        + file + "\")");
    }

    @Test
    void a_file_that_is_nowhere_names_the_four_places_and_the_address() throws IOException {
        Path checkout = checkout();
        String url = "http://localhost:1/numbers.csv";
        Lookup lookup = lookup(Map.of(), Map.of("ODDITY_DATASETS", home + "/named"), checkout);

        assertThatThrownBy(() -> lookup.read(new PublishedFile("some/numbers.csv", CONTENT.length, FILE.sha256(), url)))
                .isInstanceOf(DataUnavailableException.class)
                .hasMessage("no file some/numbers.csv in any of the four places looked at (ODDITY_DATASETS: " + home
                        + "/named; the checkout: " + checkout + "/datasets/local; beside the checkout: " + home
                        + "/work/shared/datasets; the cache: " + home
                        + "/.cache/oddity/datasets), and could not be fetched"
                        + " from http://localhost:1/numbers.csv (ConnectException); put it into one of these folders, or let"
                        + " ODDITY_DATASETS name the folder that has it");
    }

    @Test
    void a_file_without_an_address_says_so() {
        assertThatThrownBy(() -> lookup(Map.of(), Map.of(), home).read(FILE))
                .isInstanceOf(DataUnavailableException.class)
                .hasMessage("no file some/numbers.csv in any of the four places looked at (ODDITY_DATASETS (not set);"
                        + " datasets/local of a checkout (not in one); shared/datasets beside a checkout (not in one); the"
                        + " cache: " + home
                        + "/.cache/oddity/datasets), and it has no public address; put it into one of"
                        + " these folders, or let ODDITY_DATASETS name the folder that has it");
    }

    private Path checkout() throws IOException {
        Path checkout = home.resolve("work/oddity");
        Files.createDirectories(checkout.resolve("datasets"));
        Files.createDirectories(checkout.resolve("dsl/core"));
        Files.writeString(checkout.resolve("mvnw"), "");
        return checkout;
    }

    private static Path put(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private Lookup lookup(Map<String, String> properties, Map<String, String> environment, Path workingDirectory) {
        return Lookup.of(
                name -> name.equals("user.home") ? home.toString() : properties.get(name),
                environment::get,
                workingDirectory);
    }
}
