package dev.oddity.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionImportsTest {

    private final JavaSession session = new JavaSession(new CellThread(Duration.ofSeconds(5)));

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void imports_of_the_start_are_all_there_and_stay_when_a_cell_repeats_one() {
        session.importAll(
                List.of("import java.util.*;", "import java.util.stream.*;", "import static java.lang.Math.*;"));

        run("import java.util.*;");

        assertThat(run("List.of(max(1, 2), Stream.of(1).count())")).isEqualTo(List.of(2, 1L));
    }

    @Test
    void one_that_cannot_be_had_costs_no_other() {
        session.importAll(List.of("import java.util.*;", "import no.such.names.*;", "import java.util.stream.*;"));

        assertThat(run("List.of(Stream.of(1).count())")).isEqualTo(List.of(1L));
    }

    private @Nullable Object run(String source) {
        Cell cell = new Cell("cell", source);
        return session.run(cell, session.statementAt(cell, 0)).value();
    }
}
