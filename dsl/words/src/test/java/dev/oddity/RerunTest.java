package dev.oddity;

import static dev.oddity.Oddity.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.core.Report;
import dev.oddity.core.runs.RecordedRun;
import dev.oddity.core.runs.Repetition;
import dev.oddity.reproducibility.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Same sentence, same bits: made again from nothing but its record. */
class RerunTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void keepThemHere() {
        System.setProperty(RunStore.PROPERTY, folder.resolve("runs").toString());
    }

    @AfterEach
    void keepThemNoMore() {
        System.clearProperty(RunStore.PROPERTY);
    }

    @Test
    void classical_and_deep_models_come_out_again_to_the_bit() {
        experiment("both kinds")
                .data(breastCancer())
                .models(pca(), isolationForest(), oneClassSvm(), vae().epochs(2))
                .model(autoencoder().epochs(2))
                .score(reconstructionError())
                .seeds(2)
                .threshold(quantile(.95))
                .evaluate(rocAuc(), precisionAt(10), fitSeconds());

        Repetition again = rerun(runs().last());

        assertThat(again.verdict()).isEqualTo(Repetition.Verdict.EQUAL_TO_THE_BIT);
        assertThat(again.compared()).isEqualTo(5 * 2 * (2 + 1 + 1));
        assertThat(runs().size()).isEqualTo(2);
        RecordedRun run = runs().last();
        assertThat(run.environment()).containsEntry("device", "cpu").containsKey("threads");
        assertThat(run.environment().get("engine").toString()).startsWith("PyTorch 2.");
        assertThat(run.toJson()).contains("libsvm").contains("trainer");
    }

    @Test
    void two_sentences_at_once_are_as_each_alone() {
        Supplier<Report> sentence = () -> experiment("at once")
                .data(breastCancer())
                .models(pca(), isolationForest(), oneClassSvm(), vae().epochs(1))
                .evaluate(rocAuc());
        Report alone = sentence.get();

        CompletableFuture<Report> one = CompletableFuture.supplyAsync(sentence);
        CompletableFuture<Report> other = CompletableFuture.supplyAsync(sentence);

        assertThat(Repetition.of(alone.record(), one.join().record()).verdict())
                .isEqualTo(Repetition.Verdict.EQUAL_TO_THE_BIT);
        assertThat(Repetition.of(alone.record(), other.join().record()).verdict())
                .isEqualTo(Repetition.Verdict.EQUAL_TO_THE_BIT);
        assertThat(runs().size()).isEqualTo(3);
    }

    @Test
    void a_fit_comes_out_again_from_its_file() {
        experiment("fitted")
                .data(breastCancer())
                .model(deepSvdd().epochs(1))
                .fit()
                .close();

        assertThat(rerun(folder.resolve("runs").resolve(runs().last().id()).toString())
                        .verdict())
                .isEqualTo(Repetition.Verdict.EQUAL_TO_THE_BIT);
    }

    @Test
    void data_of_a_file_that_was_changed_stop_it() throws Exception {
        Path file = folder.resolve("orders.csv");
        StringBuilder rows = new StringBuilder("amount,fraud\n");
        for (int row = 0; row < 100; row++) {
            rows.append(row % 10 == 0 ? 100 + row : row % 7)
                    .append(',')
                    .append(row % 10 == 0 ? 1 : 0)
                    .append('\n');
        }
        Files.writeString(file, rows);
        experiment("orders").data(csv(file).label("fraud")).model(zScore()).evaluate(rocAuc());
        Files.writeString(file, rows.append("3,0\n"));

        assertThatThrownBy(() -> rerun(runs().last()))
                .hasMessageContaining("saw other data: 100 rows with SHA-256 ")
                .hasMessageContaining(" now gives 101 rows with ");
        assertThat(runs().size()).isOne();
    }

    @Test
    void rows_of_a_session_cannot_be_made_from_a_file_and_are_named() {
        Table orders = breastCancer().load().table().copy();
        orders.addColumns(IntColumn.create("fraud", new int[orders.rowCount()]));
        for (int row = 0; row < 50; row++) {
            orders.intColumn("fraud").set(row, 1);
        }
        experiment("orders").data(table(orders).label("fraud")).model(pca()).evaluate(rocAuc());
        RecordedRun run = runs().last();

        assertThatThrownBy(() -> rerun(run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("run " + run.id() + " cannot be made again: its data is table(")
                .hasMessageContaining("which stands for something that a file does not hold");
    }

    @Test
    void a_network_in_java_is_not_in_the_record_and_is_named() throws Exception {
        experiment("small").data(breastCancer()).model(pca()).evaluate(rocAuc());
        String json = runs().last().toJson();
        Path own = Files.writeString(
                folder.resolve("run.json"),
                json.replace("\"model\": \"pca()\"", "\"model\": \"deepSvdd().network(block(\\\"my net\\\"))\""));

        assertThatThrownBy(() -> rerun(own.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its model is deepSvdd().network(block(\"my net\")), which stands for")
                .hasMessageContaining("of a block a file keeps the name, and no Java");
    }

    @Test
    void a_word_that_was_changed_in_the_record_is_seen() throws Exception {
        experiment("small").data(breastCancer()).model(pca()).evaluate(rocAuc());
        String json = runs().last().toJson();
        Path forged = Files.writeString(folder.resolve("run.json"), json.replace("breastCancer()", "digits()"));

        assertThatThrownBy(() -> rerun(forged.toString()))
                .hasMessageContaining("cannot be made again from its record: this version makes another of its words")
                .hasMessageContaining("data.name");
    }
}
