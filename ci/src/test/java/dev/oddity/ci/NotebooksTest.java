package dev.oddity.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.oddity.ci.approval.MetricApproval;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.ci.notebook.NotebookReader;
import dev.oddity.ci.notebook.NotebookRules;
import dev.oddity.ci.notebook.Parameters;
import dev.oddity.ci.notebook.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every notebook of the project must be before anybody runs it. */
class NotebooksTest {

    @TestFactory
    Stream<DynamicNode> every_notebook() throws IOException {
        Path folder = Checkout.around(Path.of("")).root().resolve("notebooks");
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> notebooks = files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
            return notebooks.stream()
                    .map(file -> DynamicContainer.dynamicContainer(
                            file.getFileName().toString(), file.toUri(), rules(file)));
        }
    }

    private static Stream<DynamicTest> rules(Path file) {
        String name = file.getFileName().toString();
        return Stream.of(
                dynamicTest(
                        "is valid nbformat 4.5",
                        () -> assertThat(NotebookRules.faults(json(file))).isEmpty()),
                dynamicTest(
                        "has no output with an error",
                        () -> assertThat(NotebookReader.read(file).cells())
                                .flatMap(cell -> cell.outputs())
                                .noneMatch(output ->
                                        output.get("output_type").getAsString().equals("error"))),
                dynamicTest(
                        "has words in every text cell, and no placeholder in capitals",
                        () -> assertThat(NotebookReader.read(file).cells())
                                .filteredOn(cell -> !cell.isCode())
                                .extracting(Cell::source)
                                .allSatisfy(text -> assertThat(text).containsPattern("\\p{Ll}"))),
                dynamicTest(
                        "has approved metrics for its small profile",
                        () -> assertThat(MetricApproval.of(
                                                Checkout.name(file),
                                                Parameters.SMOKE,
                                                file.getParent(),
                                                file.getParent())
                                        .approved())
                                .isRegularFile()),
                dynamicTest(
                        "has a parameters cell",
                        () -> assertThat(Parameters.of(NotebookReader.read(file), name)
                                        .isEmpty())
                                .isFalse()),
                dynamicTest("has profiles that fit its parameters", () -> {
                    Parameters parameters = Parameters.of(NotebookReader.read(file), name);
                    assertThat(parameters.profiles()).allSatisfy(profile -> parameters.inject(profile, Settings.NONE));
                }),
                dynamicTest(
                        "is for the project's kernel",
                        () -> assertThat(NotebookReader.read(file).kernelName(""))
                                .isEqualTo("oddity")));
    }

    private static JsonObject json(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }
}
