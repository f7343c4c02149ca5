package dev.oddity.ci.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamTextTest {

    /**
     * Expectations made with Python's {@code re.sub}: first {@code [^\n]\x08} is taken out until nothing changes, then
     * {@code .*\r(?=[^\n])}, which is nbclient 0.10's expression for carriage returns. Its expression for backspaces,
     * {@code [^\n]\b}, is not used: in it {@code \b} is a word boundary.
     */
    @ParameterizedTest
    @CsvSource(
            value = {
                "plain\\n | plain\\n",
                "10 %\\r20 %\\r100 %\\n | 100 %\\n",
                "longer\\rX | X",
                "kept\\r\\nnext | kept\\r\\nnext",
                "one\\ntwo\\rthree | one\\nthree",
                "waiting\\r | waiting\\r",
                "abc\\b\\bX | aX",
                "a\\nbc\\b\\b | a\\n",
            },
            delimiter = '|')
    void a_line_is_left_as_the_last_writer_left_it(String written, String left) {
        StreamText whole = new StreamText();
        whole.append(written.translateEscapes());
        assertThat(whole).hasToString(left.translateEscapes());

        StreamText inPieces = new StreamText();
        written.translateEscapes().chars().forEach(c -> inPieces.append(Character.toString(c)));
        assertThat(inPieces).hasToString(left.translateEscapes());
    }
}
