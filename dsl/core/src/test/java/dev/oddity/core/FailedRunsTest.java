package dev.oddity.core;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.core.ToySource.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.core.runs.FailedRun;
import dev.oddity.core.runs.RecordedRun;
import dev.oddity.core.runs.Runs;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.DataUnavailableException;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Split;
import dev.oddity.reproducibility.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedRunsTest {

    private static final String CAUSE = "the toy was told to fail; give it another mood";

    @TempDir
    private Path folder;

    @BeforeEach
    void keepThemHere() {
        System.setProperty(RunStore.PROPERTY, folder.toString());
    }

    @AfterEach
    void keepThemNoMore() {
        System.clearProperty(RunStore.PROPERTY);
        Thread.interrupted();
    }

    @Test
    void a_run_that_fails_is_kept_with_its_cause_and_not_among_the_others() {
        experiment("good").data(toy()).model(new ToyDetector()).evaluate();
        fails("bad").hasMessage(CAUSE);

        Runs runs = Runs.kept();
        assertThat(runs.size()).isOne();
        assertThat(runs.last().name()).isEqualTo("good");
        assertThat(runs.best(Metrics.rocAuc()).name()).isEqualTo("good");
        assertThat(runs.table().rowCount()).isOne();
        FailedRun failed = runs.failed().get(0);
        assertThat(failed.name()).isEqualTo("bad");
        assertThat(failed.outcome()).isEqualTo("failed");
        assertThat(failed.cause()).isEqualTo(CAUSE);
        assertThat(failed.trace().get(0)).startsWith("dev.oddity.core.ToyDetector.fit(");
        assertThat(failed.sentence()).contains("mood(\"fails\")");
        assertThat(failed).hasToString("bad, run " + failed.id() + " failed: " + CAUSE);
        assertThat(failed.display().data().get(MimeBundle.HTML).toString()).contains(CAUSE, "What was asked");
        assertThat(failed.toJson()).contains("\"outcome\": \"failed\"", "\"environment\"");
    }

    @Test
    void a_run_whose_data_cannot_be_had_never_began() {
        DataSource nowhere = new Nowhere(toy());

        assertThatThrownBy(() -> experiment("nothing")
                        .data(nowhere)
                        .model(new ToyDetector())
                        .evaluate())
                .isInstanceOf(DataUnavailableException.class);

        assertThat(Runs.kept().failed()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_table_of_runs_tells_of_failed_ones_below_the_others() {
        fails("bad");

        assertThat(Runs.kept().toString())
                .contains(
                        "no run is kept in " + folder,
                        "Cause",
                        Runs.kept().failed().get(0).id(),
                        "bad",
                        CAUSE);
        assertThat(Runs.kept().display().data().get(MimeBundle.HTML).toString()).contains("1 failed", CAUSE);
        assertThatThrownBy(() -> Runs.kept().last())
                .hasMessageEndingWith("; evaluate(..) keeps one, and why others failed is in .failed()");
    }

    @Test
    void failed_runs_are_chosen_by_name_and_day() {
        experiment("good").data(toy()).model(new ToyDetector()).evaluate();
        fails("bad");
        fails("worse");

        Runs runs = Runs.kept();
        assertThat(runs.of("bad").failed()).extracting(FailedRun::name).containsExactly("bad");
        assertThat(runs.of("good").failed()).isEmpty();
        assertThat(runs.since(LocalDate.EPOCH).failed()).hasSize(2);
        assertThat(runs.since(LocalDate.now().plusDays(2)).failed()).isEmpty();
        assertThat(runs.model("toyDetector").failed()).isEmpty();
        assertThatThrownBy(() -> runs.of("wors"))
                .hasMessage(".of(\"wors\"): no run has it; did you mean 'worse'? known: bad, good, worse");
    }

    @Test
    void a_failed_fit_is_kept_too() {
        assertThatThrownBy(() -> experiment("bad")
                        .data(toy())
                        .model(new ToyDetector().mood("fails"))
                        .fit())
                .hasMessage(CAUSE);

        assertThat(Runs.kept().failed()).extracting(FailedRun::cause).containsExactly(CAUSE);
    }

    @Test
    void what_is_broken_off_is_shown_and_kept_apart_from_whole_runs() {
        Report report = experiment("stopped")
                .data(toy())
                .model(new ToyDetector().mood("stops"))
                .seeds(3)
                .evaluate(Metrics.rocAuc());
        Thread.interrupted();

        assertThat(report.metric(Metrics.rocAuc(), "toyDetector").n()).isOne();
        assertThat(Runs.kept().size()).isZero();
        FailedRun failed = Runs.kept().failed().get(0);
        assertThat(failed.outcome()).isEqualTo("interrupted");
        assertThat(failed.cause()).isEqualTo("interrupted: what had ended by then is recorded, the rest was not run");
        assertThat(failed.toJson()).contains("\"rocAuc\"");
        assertThatThrownBy(() -> Rerun.of(report.record(), report.experiment()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "run " + failed.id()
                                + " was interrupted, so there are no figures to hold another run to: interrupted: what had ended");
    }

    @Test
    void a_fit_that_is_broken_off_is_kept_apart_too() {
        experiment("stopped").data(toy()).model(new ToyDetector().mood("stops")).fit();
        Thread.interrupted();

        assertThat(Runs.kept().size()).isZero();
        assertThat(Runs.kept().failed()).extracting(FailedRun::outcome).containsExactly("interrupted");
    }

    @Test
    void an_interrupt_before_anything_ended_is_kept_as_one() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> experiment("stopped")
                        .data(toy())
                        .model(new ToyDetector())
                        .evaluate())
                .hasMessage("interrupted before any model had ended; run the cell again");
        Thread.interrupted();

        assertThat(Runs.kept().failed()).extracting(FailedRun::outcome).containsExactly("interrupted");
    }

    @Test
    void a_failed_run_cannot_be_read_as_one_to_make_again() {
        fails("bad");
        String id = Runs.kept().failed().get(0).id();

        assertThatThrownBy(() -> RecordedRun.read(folder.resolve(id)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("run " + id + " failed, so there are no figures to hold another run to: "
                        + CAUSE + "\nRun its sentence anew:\nexperiment(\"bad\")");
    }

    @Test
    void where_the_failure_cannot_be_kept_the_failure_itself_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        List<String> warnings = new ArrayList<>();

        assertThatThrownBy(() -> Keeping.begin(RunStore.at(file), warnings::add)
                        .evaluated(experiment("bad")
                                .data(toy())
                                .model(new ToyDetector().mood("fails"))
                                .plan()))
                .hasMessage(CAUSE);
        assertThat(warnings).singleElement().asString().startsWith("the run is not kept in " + file + ": ");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> fails(String name) {
        return assertThatThrownBy(() -> experiment(name)
                .data(toy())
                .model(new ToyDetector().mood("fails"))
                .evaluate());
    }

    /** A published file that this machine does not get. */
    private record Nowhere(DataSource toy) implements DataSource {

        @Override
        public String name() {
            return toy.name();
        }

        @Override
        public Map<String, Object> describe() {
            return toy.describe();
        }

        @Override
        public Dataset load() {
            throw new DataUnavailableException("no kdd99.gz anywhere");
        }

        @Override
        public Split split() {
            return toy.split();
        }

        @Override
        public Preparation preparation() {
            return toy.preparation();
        }

        @Override
        public DataSource split(Split split) {
            return new Nowhere(toy.split(split));
        }

        @Override
        public DataSource prepare(Preparation preparation) {
            return new Nowhere(toy.prepare(preparation));
        }
    }
}
