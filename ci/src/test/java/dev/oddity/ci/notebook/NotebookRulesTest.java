package dev.oddity.ci.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotebookRulesTest {

    @Test
    void they_say_of_every_notebook_what_nbformat_says() throws IOException {
        List<String> others = new ArrayList<>();
        for (JsonObject each : cases()) {
            List<String> faults = NotebookRules.faults(notebook(each));
            if (faults.isEmpty() != each.get("valid").getAsBoolean()) {
                others.add(each + " " + faults);
            }
        }

        assertThat(others).isEmpty();
    }

    @Test
    void what_the_reader_takes_can_be_run_shown_and_written_and_what_it_refuses_is_told() throws IOException {
        for (JsonObject each : cases()) {
            String text = notebook(each).toString();

            assertThatCode(() -> {
                        try {
                            Notebook read = NotebookReader.parse(text, "n.ipynb");
                            read.kernelName("");
                            Parameters.of(read, "n.ipynb").inject(Parameters.SMOKE, Settings.NONE);
                            NotebookWriter.text(read);
                        } catch (NotebookException e) {
                            assertThat(e).hasMessageContaining("n.ipynb");
                        }
                    })
                    .as(each.toString())
                    .doesNotThrowAnyException();
        }
    }

    private static List<JsonObject> cases() throws IOException {
        return fixture().getAsJsonArray("cases").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static JsonObject notebook(JsonObject change) throws IOException {
        JsonObject notebook = fixture().getAsJsonObject("notebook");
        int minor = change.get("minor").getAsInt();
        notebook.addProperty("nbformat_minor", minor);
        if (minor < 5) {
            notebook.getAsJsonArray("cells")
                    .forEach(cell -> cell.getAsJsonObject().remove("id"));
        }
        if (change.has("path")) {
            JsonArray path = change.getAsJsonArray("path");
            JsonElement at = notebook;
            for (JsonElement step : path.asList().subList(0, path.size() - 1)) {
                at = at instanceof JsonArray list
                        ? list.get(step.getAsInt())
                        : at.getAsJsonObject().get(step.getAsString());
            }
            JsonPrimitive last = path.get(path.size() - 1).getAsJsonPrimitive();
            if (at instanceof JsonArray list) {
                list.set(last.getAsInt(), change.get("value"));
            } else if (change.has("value")) {
                at.getAsJsonObject().add(last.getAsString(), change.get("value"));
            } else {
                at.getAsJsonObject().remove(last.getAsString());
            }
        }
        return notebook;
    }

    private static JsonObject fixture() throws IOException {
        try (var stream = NotebookRulesTest.class.getResourceAsStream("nbformat-verdicts.json")) {
            return JsonParser.parseString(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .getAsJsonObject();
        }
    }
}
