package dev.oddity.core;

import static dev.oddity.core.ToySource.toy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.LoadListener;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final List<String> painted = new ArrayList<>();
    private final ProgressLine progress = new ProgressLine(painted::add, 1);

    @Test
    void a_download_is_told_behind_what_it_is_for() {
        progress.fetching(toy()).fetching("numbers.csv.gz", 2_100_000, 2_100_000);

        assertThat(painted).hasSize(1);
        assertThat(painted.get(0)).contains("  0 %  loading toy(): fetching numbers.csv.gz, 2.1 of 2.1 MB  (");
    }

    @Test
    void a_download_of_unknown_size_is_told_by_what_has_come() {
        progress.fetching(toy()).fetching("numbers.csv.gz", 0, 0);

        assertThat(painted.get(0)).contains("fetching numbers.csv.gz, 0.0 MB  (");
    }

    @Test
    void an_experiment_and_a_fit_listen_while_data_are_fetched() {
        List<LoadListener> listeners = new ArrayList<>();
        ScoreStage sentence = Experiment.experiment("fetched")
                .data(new Remote(toy(), listeners))
                .model(new ToyDetector());

        sentence.evaluate();
        sentence.fit().close();

        assertThat(listeners).hasSize(2).doesNotContain(LoadListener.NONE);
    }

    /** A source that can only be loaded by somebody who listens. */
    private record Remote(DataSource source, List<LoadListener> listeners) implements DataSource {

        @Override
        public Dataset load(LoadListener listener) {
            listeners.add(listener);
            return source.load();
        }

        @Override
        public Dataset load() {
            throw new AssertionError("nobody listens");
        }

        @Override
        public String name() {
            return source.name();
        }

        @Override
        public Map<String, Object> describe() {
            return source.describe();
        }

        @Override
        public Split split() {
            return source.split();
        }

        @Override
        public Preparation preparation() {
            return source.preparation();
        }

        @Override
        public DataSource split(Split split) {
            return new Remote(source.split(split), listeners);
        }

        @Override
        public DataSource prepare(Preparation preparation) {
            return new Remote(source.prepare(preparation), listeners);
        }
    }
}
