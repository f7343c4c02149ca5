package dev.oddity.ci;

import static dev.oddity.Oddity.csv;
import static dev.oddity.Oddity.experiment;
import static dev.oddity.Oddity.pca;
import static dev.oddity.Oddity.rocAuc;
import static dev.oddity.Oddity.runs;
import static dev.oddity.Oddity.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.core.EvaluateStage;
import dev.oddity.core.runs.FailedRun;
import dev.oddity.reproducibility.RunStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** {@code ci/notebooks rerun} from the outside. */
class RerunCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void keepThemHere() {
        System.setProperty(RunStore.PROPERTY, folder.resolve("runs").toString());
    }

    @AfterEach
    void keepThemNoMore() {
        System.clearProperty(RunStore.PROPERTY);
    }

    @Test
    void on_the_same_machine_a_run_comes_out_again_to_the_bit() throws IOException {
        Path run = kept();

        assertThat(rerun(run)).isZero();
        assertThat(out.toString())
                .startsWith("equal to the bit: all 3 figures and hashes of run ")
                .contains("nothing differs");
        assertThat(runs().size()).isEqualTo(2);
    }

    @Test
    void a_figure_that_does_not_come_out_again_is_told_in_three_columns() throws IOException {
        Path run = kept();
        Path forged = Files.writeString(
                folder.resolve("forged.json"),
                Files.readString(run).replaceFirst("\"rocAuc\": [0-9.]+", "\"rocAuc\": 0.25"));

        assertThat(rerun(forged)).isEqualTo(2);
        assertThat(out.toString())
                .startsWith("different: 1 of 3 figures and hashes of run ")
                .containsPattern("figure +\\| old +\\| new +\\| change")
                .containsPattern("pca rocAuc seed 42 \\| 0.25 \\| [0-9.]+ +\\| \\+0\\.")
                .contains("why: nothing that is recorded differs");
    }

    @Test
    void native_threads_are_those_of_the_record() throws IOException {
        Path run = kept();
        Path threaded = Files.writeString(
                folder.resolve("threaded.json"),
                Files.readString(run)
                        .replaceFirst("\"variables\": \\{[^}]*}", "\"variables\": {\"OMP_NUM_THREADS\": \"3\"}"));

        assertThat(rerun(threaded)).isZero();
        assertThat(out.toString()).startsWith("equal to the bit").doesNotContain("OMP_NUM_THREADS");
        assertThat(runs().last().environment().get("variables")).isEqualTo(Map.of("OMP_NUM_THREADS", "3"));
    }

    @Test
    void other_data_stop_it() throws IOException {
        Path run = kept();
        Files.writeString(folder.resolve("orders.csv"), Files.readString(folder.resolve("orders.csv")) + "1,2,0\n");

        assertThat(rerun(run)).isEqualTo(5);
        assertThat(out.toString()).contains("saw other data: 100 rows").contains("now gives 101 rows");
    }

    @Test
    void what_a_file_does_not_hold_is_refused_by_name() throws IOException {
        orders();
        Table rows = Table.read().csv(folder.resolve("orders.csv").toFile());
        experiment("orders").data(table(rows).label("fraud")).model(pca()).evaluate(rocAuc());

        assertThat(rerun(file())).isEqualTo(64);
        assertThat(err.toString()).contains("cannot be made again: its data is table(");
    }

    @Test
    void a_run_that_failed_is_told_as_one() {
        assertThatThrownBy(() -> sentence().evaluate(rocAuc())).hasMessageContaining("orders.csv");
        FailedRun failed = runs().failed().get(0);

        assertThat(rerun(folder.resolve("runs").resolve(failed.id()))).isEqualTo(64);
        assertThat(err.toString())
                .contains("run " + failed.id() + " failed, so there are no figures to hold another run to: ")
                .contains("Run its sentence anew:");
    }

    @Test
    void a_damaged_file_is_named() throws IOException {
        Path damaged = Files.writeString(folder.resolve("run.json"), "{\"format\":\"oddity-run/1\"");

        assertThat(rerun(damaged)).isEqualTo(64);
        assertThat(rerun(folder.resolve("none.json"))).isEqualTo(64);
        assertThat(err.toString())
                .contains(damaged + " is damaged: ")
                .contains("there is no " + folder.resolve("none.json"));
    }

    private Path kept() throws IOException {
        orders();
        sentence().evaluate(rocAuc());
        return file();
    }

    private EvaluateStage sentence() {
        return experiment("orders")
                .data(csv(folder.resolve("orders.csv")).label("fraud"))
                .model(pca());
    }

    private void orders() throws IOException {
        Files.writeString(
                folder.resolve("orders.csv"),
                IntStream.range(0, 100)
                        .mapToObj(row -> row % 10 == 0 ? row * 7 + "," + -row + ",1" : row % 7 + "," + row % 5 + ",0")
                        .collect(Collectors.joining("\n", "amount,items,fraud\n", "\n")));
    }

    private Path file() {
        return folder.resolve("runs").resolve(runs().last().id()).resolve("run.json");
    }

    private int rerun(Path run) {
        return Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                folder,
                System.getenv(),
                "rerun",
                run.toString());
    }
}
