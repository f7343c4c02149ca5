package dev.oddity.reproducibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is valid, and what is not, is what Python's {@code json} says too, but for NaN and doubled names, which it takes. */
class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " [1, -0.0, 1e2, 1.50, true, false, null, \"\\u00e4\\n\", {\"a\": []}]\n",
                "\"a text\"",
                "12",
                "null"
            })
    void json_is_read_as_it_is(String text) {
        assertThat(StrictJson.read(text))
                .hasToString(JsonParser.parseString(text).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "// note\\n{}              | line 1: this is no JSON: // note",
                "{'a': 1}                  | line 1: this is no JSON: {'a': 1}",
                "{a: 1}                    | line 1: this is no JSON: {a: 1}",
                "{\"a\": 1;\\n\"b\": 2}      | line 1: this is no JSON: {\"a\": 1;",
                "{\"a\": 1 \"b\": 2}         | line 1: a comma or } is missing: {\"a\": 1 \"b\": 2}",
                "{\"a\": 1, }              | line 1: a name in double quotation marks is missing: {\"a\": 1, }",
                "{\"a\" 1}                 | line 1: a colon is missing: {\"a\" 1}",
                "[1\\n2]                   | line 2: a comma or ] is missing: 2]",
                "{\"a\": NaN}              | line 1: this is no JSON: {\"a\": NaN}",
                "[\"\\q\"]                  | line 1: an escape in a text is none of JSON's: [\"\\q\"]",
                "{\"a\": 1,\\n\"b\": [1,     | it ends in the middle, at line 2",
                "{}\\n\\n{}                 | line 3: text after the end",
                "{}\\nx                    | line 2: text after the end",
                "{\"a\": 1,\\n \"a\": 2}     | line 2: the name 'a' stands twice in one object; keep one",
            })
    void what_is_not_json_is_refused_in_words_with_its_line(String text, String message) {
        assertThatThrownBy(() -> StrictJson.read(text.replace("\\n", "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void conflict_markers_of_git_are_called_by_their_name() {
        assertThatThrownBy(() -> StrictJson.read("""
                        {
                         "cells": [
                        <<<<<<< HEAD
                          {"id": "a"}
                        =======
                          {"id": "b"}
                        >>>>>>> other
                         ]
                        }
                        """)).hasMessage("line 3: conflict markers of git; resolve them");
    }

    @Test
    void of_a_long_line_the_part_in_question_is_shown() {
        String numbers = "1234567890,".repeat(1000);

        assertThatThrownBy(() -> StrictJson.read("[" + numbers + "wrong," + numbers + "1]"))
                .hasMessageMatching("line 1: this is no JSON: ….{10,60}wrong.{10,60}…");
    }

    @Test
    void nothing_control_characters_and_marks_before_the_text_are_refused() {
        assertThatThrownBy(() -> StrictJson.read(" \n")).hasMessage("it is empty");
        assertThatThrownBy(() -> StrictJson.read("\uFEFF{}"))
                .hasMessage("it begins with a byte-order mark, which JSON does not have; save it as UTF-8 without one");
        assertThatThrownBy(() -> StrictJson.read("[\"a\tb\"]"))
                .hasMessage("line 1: a text has a control character, which JSON writes as an escape: [\"a\tb\"]");
        assertThatThrownBy(() -> StrictJson.read("[".repeat(100_000))).hasMessageContaining("it is nested too deeply");
    }

    @Test
    void a_file_must_be_utf_8(@TempDir Path folder) throws IOException {
        Path latin = Files.write(folder.resolve("a"), "[\"ä\"]".getBytes(StandardCharsets.ISO_8859_1));
        Path utf8 = Files.writeString(folder.resolve("b"), "[\"ä\"]");

        assertThatThrownBy(() -> StrictJson.read(latin)).hasMessage("it is not text in UTF-8");
        assertThat(StrictJson.read(utf8).getAsJsonArray().get(0).getAsString()).isEqualTo("ä");
    }
}
