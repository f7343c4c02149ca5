package dev.oddity.datasets.catalogue;

import static dev.oddity.datasets.catalogue.Catalogue.bearing;
import static dev.oddity.datasets.catalogue.Catalogue.breastCancer;
import static dev.oddity.datasets.catalogue.Catalogue.creditCardFraud;
import static dev.oddity.datasets.catalogue.Catalogue.datasets;
import static dev.oddity.datasets.catalogue.Catalogue.digits;
import static dev.oddity.datasets.catalogue.Catalogue.ecg5000;
import static dev.oddity.datasets.catalogue.Catalogue.kdd99;
import static dev.oddity.datasets.catalogue.Catalogue.mnist;
import static dev.oddity.datasets.catalogue.Catalogue.nslKdd;
import static dev.oddity.datasets.catalogue.Catalogue.unswNb15;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CatalogueEntryTest {

    private static final List<DataSource> SOURCES = Stream.of(
                    Stream.<DataSource>of(
                            breastCancer(),
                            creditCardFraud().full(),
                            creditCardFraud().subset(),
                            kdd99(),
                            kdd99().dagmmProtocol(),
                            kdd99().goadProtocol(),
                            kdd99().reversedProtocol(),
                            kdd99().alibiProtocol(),
                            kdd99().officialTest(),
                            nslKdd(),
                            nslKdd().test21(),
                            unswNb15(),
                            unswNb15().backdoor(),
                            digits(),
                            digits().heldOut(4),
                            mnist(),
                            mnist().heldOut(4),
                            ecg5000(),
                            ecg5000().flipped(),
                            bearing(),
                            bearing().features()),
                    Nab.list().inOrder().map(series -> Nab.of(series.name())),
                    Skab.list().inOrder().map(run -> Skab.of(run.name())))
            .<DataSource>flatMap(Function.identity())
            .toList();

    /** Declared counts are those of the data folder's manifest; here they are held against what is loaded. */
    @TestFactory
    Stream<DynamicTest> declares_what_each_variant_loads() {
        TreeMap<String, DataSource> sources =
                new TreeMap<>(SOURCES.stream().collect(Collectors.toMap(DataSource::toString, Function.identity())));
        return Entries.all().stream()
                .flatMap(entry -> entry.variants().stream()
                        .map(variant -> DynamicTest.dynamicTest(variant.word(), () -> {
                            DataSource source = Optional.ofNullable(sources.get(variant.word()))
                                    .orElseThrow(() -> new AssertionError("no sentence reads " + variant.word()));
                            required(entry, variant).forEach(PublishedData::require);

                            Dataset data = source.load();

                            assertThat(List.of(data.rows(), data.table().columnCount(), data.anomalies()))
                                    .containsExactly(variant.rows(), variant.features(), variant.anomalies());
                            assertThat(data.provenance().sha256()).isNotEmpty();
                            assertThat(data.provenance().citation()).isEqualTo(entry.citation());
                            assertThat(data.notes()).isNotEmpty();
                        })));
    }

    private static List<PublishedFile> required(CatalogueEntry entry, Variant variant) {
        if (entry.toObtain().equals(CatalogueEntry.EMBEDDED)) {
            return List.of();
        }
        if (variant.word().endsWith(".full()")) {
            assumeTrue(Lookup.here().find(CreditCardFraud.FULL).isPresent(), "150 MB that no test needs");
            return List.of(CreditCardFraud.FULL);
        }
        if (variant.word().endsWith(".subset()")) {
            return List.of(CreditCardFraud.SUBSET);
        }
        return entry.files();
    }

    @Test
    void every_entry_says_where_it_is_from_and_what_misleads() {
        assertThat(Entries.all())
                .hasSize(12)
                .allSatisfy(entry -> {
                    assertThat(entry.source()).startsWith("http");
                    assertThat(entry.licence()).isNotEmpty();
                    assertThat(entry.citation()).isNotEmpty();
                    assertThat(entry.traps()).isNotEmpty();
                    assertThat(entry.files())
                            .allMatch(file -> file.sha256().matches("[0-9a-f]{64}") && file.bytes() > 0);
                })
                .filteredOn(entry -> entry.files().isEmpty())
                .containsExactly(YahooS5.ENTRY);
        assertThat(datasets("mnist").files()).hasSize(4);
        assertThat(datasets("nab").files()).hasSize(59);
    }

    @Test
    void declared_sizes_are_those_of_the_files_here() {
        assertThat(Entries.all().stream().flatMap(entry -> entry.files().stream()))
                .allSatisfy(file -> Lookup.here()
                        .find(file)
                        .ifPresent(path -> assertThat(sizeOf(path, file)).isEqualTo(file.bytes())));
    }

    private static long sizeOf(Path path, PublishedFile file) {
        try {
            return file.unpacked(path.getFileName().toString(), Files.readAllBytes(path)).length;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same bytes as in {@code Embedded}. */
    @Test
    void files_in_the_jar_have_the_declared_checksum() {
        assertThat(Stream.of(BreastCancer.FILE, Digits.FILE)).allSatisfy(file -> {
            assertThat(Embedded.read(file.path())).hasSize((int) file.bytes());
            assertThat(Sha256.of(Embedded.read(file.path()))).isEqualTo(file.sha256());
        });
    }

    @Test
    void is_found_by_name_by_sentence_and_by_series() {
        assertThat(Stream.of("kdd99", "KDD99", "kdd99()", "kdd99().dagmmProtocol()"))
                .allSatisfy(name -> assertThat(datasets(name)).isEqualTo(Kdd99.ENTRY));
        assertThat(Stream.of("nslKdd", "NSL-KDD", "nsl_kdd"))
                .allSatisfy(name -> assertThat(datasets(name)).isEqualTo(NslKdd.ENTRY));
        assertThat(Stream.of("nab", "nyc_taxi", "realKnownCause/nyc_taxi", "nab(\"realKnownCause/nyc_taxi\")"))
                .allSatisfy(name -> assertThat(datasets(name)).isEqualTo(Nab.ENTRY));
        assertThat(datasets("valve1/3")).isEqualTo(Skab.ENTRY);
    }

    @Test
    void an_unknown_name_names_the_near_miss_and_all_names() {
        String all =
                " data sets: bearing, breastCancer, creditCardFraud, digits, ecg5000, kdd99, mnist, nab, nslKdd, skab,"
                        + " unswNb15, yahooS5";

        assertThatThrownBy(() -> datasets("kdd98"))
                .isInstanceOf(DataException.class)
                .hasMessage("datasets(\"kdd98\"): no data set of that name; did you mean \"kdd99\"?" + all);
        assertThatThrownBy(() -> datasets("credit fraud"))
                .hasMessage("datasets(\"credit fraud\"): no data set of that name; did you mean \"creditCardFraud\"?"
                        + all);
        assertThat(datasets("credit card")).isEqualTo(datasets("creditCardFraud"));
        assertThatThrownBy(() -> datasets("")).hasMessage("datasets(\"\"): no data set of that name;" + all);
        assertThatThrownBy(() -> datasets("3")).hasMessage("datasets(\"3\"): no data set of that name;" + all);
    }

    @Test
    void reports_repeat_the_traps_of_the_protocol_used_and_no_others() {
        assertThat(Kdd99.ENTRY.notes(".dagmmProtocol()"))
                .containsExactly(
                        "Anomalies are the normal connections (DAGMM protocol).",
                        "Only 145,584 of the 494,021 rows differ from each other: test rows repeat training rows.");
        assertThat(Kdd99.ENTRY.notes(".officialTest()"))
                .hasSize(3)
                .allMatch(note -> note.contains("training file"))
                .anyMatch(note -> note.startsWith("17 kinds of attack"));
        assertThat(NslKdd.ENTRY.notes(".test21()"))
                .contains("529 of the 11,850 test rows are verbatim copies of training rows.")
                .noneMatch(note -> note.contains("22,544"));
    }

    @Test
    void an_entry_is_found_by_the_folder_of_its_files() {
        assertThat(Entries.named("cwru")).isEqualTo(Bearing.ENTRY);
        assertThat(Entries.named("CWRU")).isEqualTo(Bearing.ENTRY);
        assertThatThrownBy(() -> Entries.named("")).isInstanceOf(DataException.class);
    }
}
