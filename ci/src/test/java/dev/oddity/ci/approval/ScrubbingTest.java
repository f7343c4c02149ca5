package dev.oddity.ci.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Half of these texts come from Java itself, which says best what its objects look like. */
class ScrubbingTest {

    private static final CellScrubbing PLAIN = new CellScrubbing(List.of(), Set.of());

    @Test
    void hash_codes_of_objects_and_arrays() {
        Object one = new Object();
        Object other = new Object();

        assertThat(scrub(one + " " + other + " " + one + "."))
                .isEqualTo("java.lang.Object@[hash-1] java.lang.Object@[hash-2] java.lang.Object@[hash-1].");
        assertThat(scrub(new String[0] + "\n" + new int[0][0])).isEqualTo("[Ljava.lang.String;@[hash-1]\n[[I@[hash-2]");
        assertThat(scrub("me@cafe.org, you@decade-fa.de, @Deprecated, a @ b, precision@10"))
                .isEqualTo("me@cafe.org, you@decade-fa.de, @Deprecated, a @ b, precision@10");
    }

    @Test
    void lambdas() {
        Supplier<String> lambda = () -> "x";

        assertThat(scrub("" + lambda)).isEqualTo("dev.oddity.ci.approval.ScrubbingTest$$Lambda[lambda-1]@[hash-1]");
        assertThat(
                        scrub(
                                "A$$Lambda$15/0x0000000800c03000@6d06d69c A$$Lambda/0x00007f1b2c@1a2b3c A$$Lambda$15/0x0000000800c03000@6d06d69c"))
                .isEqualTo("A$$Lambda[lambda-1]@[hash-1] A$$Lambda[lambda-2]@[hash-2] A$$Lambda[lambda-1]@[hash-1]");
    }

    @Test
    void uuids_are_told_apart_over_all_texts() {
        String one = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();

        assertThat(scrubAll(other, one + " " + other, "id=" + one))
                .containsExactly("[uuid-1]", "[uuid-2] [uuid-1]", "id=[uuid-2]");
    }

    @Test
    void dates_and_times_of_day() {
        assertThat(Stream.of(
                                Instant.now(),
                                Instant.ofEpochSecond(0),
                                ZonedDateTime.parse("2026-03-01T10:15:30.123+01:00[Europe/Paris]"),
                                LocalDate.now(),
                                new Date(),
                                "2026-11-22 14:03:33,120",
                                "Sun, 22 Nov 2026 14:03:33 GMT",
                                "14:03:33.5")
                        .map(String::valueOf))
                .allSatisfy(text -> assertThat(scrub("at " + text + ", then")).isEqualTo("at [date], then"));
        assertThat(scrub("2026-11 1:2 12:30 10-20-30")).isEqualTo("2026-11 1:2 12:30 10-20-30");
    }

    @Test
    void durations() {
        assertThat(Stream.of(
                        "6.96 s",
                        "0 ms",
                        "1,234.5 ms",
                        "3 min 20 s",
                        "12s",
                        "250 µs",
                        "2 hours",
                        Duration.ofMillis(72_345_678)))
                .allSatisfy(text -> assertThat(scrub("took " + text + ".")).isEqualTo("took [duration]."));
        assertThat(scrub("1 s\n2 s\n3\nmin")).isEqualTo("[duration]\n[duration]\n3\nmin");
        assertThat(scrub("5 shapes, 3 minutely, 7 m, x12s, 4 m/s, 4 s/row, PT, 8 sets"))
                .isEqualTo("5 shapes, 3 minutely, 7 m, x12s, 4 m/s, 4 s/row, PT, 8 sets");
    }

    @Test
    void paths(@TempDir Path folder) throws Exception {
        Path file = Files.createTempFile(folder, "a", ".txt");

        assertThat(scrub("kept in " + file + ".\n" + file.toUri())).isEqualTo("kept in [temp-1].\n[temp-2]");
        assertThat(
                        scrub(
                                "/home/me/a b /home/me/a \"/opt/x/y.jar\" C:\\Users\\me\\x.txt C:\\Users\\me\\AppData\\Local\\Temp\\q1"))
                .isEqualTo("[path-1] b [path-1] \"[path-2]\" [path-1] [temp-1]");
        assertThat(scrub("https://a.org/b/c.html and/or 1/2/3 </td></tr> / /x ../a/b a/b/c"))
                .isEqualTo("https://a.org/b/c.html and/or 1/2/3 </td></tr> / /x ../a/b a/b/c");
    }

    @Test
    void thread_names() {
        Thread unnamed = new Thread(() -> {});
        var pool = Executors.defaultThreadFactory().newThread(() -> {});

        assertThat(scrub(unnamed.getName() + " " + pool.getName()
                        + " ForkJoinPool.commonPool-worker-3 ForkJoinPool-1-worker-2 main"))
                .isEqualTo("[thread-1] [thread-2] [thread-3] [thread-4] main");
        assertThat(scrub("VirtualThread[#21]/runnable@ForkJoinPool-1-worker-1")).isEqualTo("[thread-1]");
        assertThat(scrub(unnamed + ", " + unnamed)).isEqualTo("[thread-1], [thread-1]");
    }

    @Test
    void the_rules_are_those_that_the_readme_tells_in_their_order() throws Exception {
        List<String[]> told = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.replace("`", "").split(" *\\| *"))
                .toList();

        assertThat(told).extracting(row -> row[1]).isEqualTo(Scrubbing.ruleNames());
        assertThat(told).allSatisfy(row -> assertThat(scrub(row[2])).isEqualTo(row[3]));
    }

    @Test
    void numbers_are_none_of_its_business() {
        String numbers = "0.9430 ± 0.0039 | 1e-9 | 494,021 rows | 37.26 % | -12 | 0xff | 1_000 | NaN";

        assertThat(scrub(numbers)).isEqualTo(numbers);
    }

    @Test
    void where_something_was_taken_out_the_width_of_columns_does_not_count() {
        String narrow = "Model     Fit  \n─────  ──────\npca    6.96 s";
        String wide = "Model      Fit\n─────  ───────\npca    12.06 s";

        assertThat(scrub(narrow)).isEqualTo(scrub(wide)).isEqualTo("Model Fit\n─── ───\npca [duration]");
        assertThat(scrub("Model    AUC  \r\n─────  ─────\r\npca    0.96\r\n"))
                .isEqualTo("Model    AUC\n─────  ─────\npca    0.96");
    }

    @Test
    void a_cell_adds_rules_of_its_own_and_leaves_common_ones_out() {
        CellScrubbing own = new CellScrubbing(List.of(ScrubRule.numbered("ticket", "T-\\d+")), Set.of("date", "uuid"));
        String id = UUID.randomUUID().toString();
        String text = "T-17 T-4 T-17 2026-11-22 " + id;

        assertThat(Scrubbing.scrubbed(
                        List.of(new Scrubbing.Shown(text, false, own), new Scrubbing.Shown(text, false, PLAIN))))
                .containsExactly("[ticket-1] [ticket-2] [ticket-1] 2026-11-22 " + id, "T-17 T-4 T-17 [date] [uuid-1]");
    }

    private static String scrub(String text) {
        return scrubAll(text).get(0);
    }

    private static List<String> scrubAll(String... texts) {
        return Scrubbing.scrubbed(Arrays.stream(texts)
                .map(text -> new Scrubbing.Shown(text, false, PLAIN))
                .toList());
    }
}
