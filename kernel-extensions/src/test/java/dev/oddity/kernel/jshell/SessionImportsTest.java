package dev.oddity.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionImportsTest {

    private final List<String> notes = new ArrayList<>();
    private final JavaSession session = new JavaSession(new CellThread(Duration.ofSeconds(5)), notes::add);

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

    @Test
    void a_variable_keeps_its_value_when_an_import_makes_its_type_ambiguous() {
        session.importAll(List.of("import java.util.*;"));
        run("List<Map<String, int[]>> words = List.of(Map.of(\"a\", new int[1]));");

        run("import java.awt.*;");

        assertThat(run("words.get(0).get(\"a\").length")).isEqualTo(1);
        session.endCell();
        assertThat(notes).isEmpty();
    }

    @Test
    void a_name_that_two_imports_bring_comes_with_the_import_that_settles_it() {
        session.importAll(List.of("import java.util.*;", "import java.awt.*;"));

        CellError error = catchThrowableOfType(CellError.class, () -> run("List.of(1)"));

        assertThat(error.traceback()).contains("  say which: import java.awt.List; or import java.util.List;");
        run("import java.util.List;");
        assertThat(run("List.of(1)")).isEqualTo(List.of(1));
    }

    @Test
    void what_the_start_imports_by_name_stays_clear_until_a_cell_says_otherwise() {
        session.importAll(List.of("import java.util.*;", "import java.util.List;"));

        run("import java.awt.*;");
        assertThat(run("List.of(1)")).isEqualTo(List.of(1));

        run("import java.awt.List;");
        assertThat(run("List.class.getName()")).isEqualTo("java.awt.List");
    }

    @Test
    void an_import_that_comes_late_touches_nothing_that_is_declared() {
        session.importAll(List.of("import java.util.*;", "import java.util.stream.*;"));
        run("var counter = new Object() { int n; };");
        run("int count() { return ++counter.n; }");
        run("count()");

        assertThat(run("List.of(count(), Stream.of(1).count())")).isEqualTo(List.of(2, 1L));
        session.endCell();
        assertThat(notes).isEmpty();
    }

    @Test
    void all_that_is_imported_can_be_completed_inspected_and_is_known_to_hints() {
        session.importAll(List.of("import java.util.*;", "import java.time.Duration;"));

        assertThat(session.inspect("Optional.of", 11)).isPresent();
        assertThat(session.complete("Dura", 4).texts()).contains("Duration");
        assertThat(session.complete("Optional.ofN", 12).texts()).containsExactly("ofNullable(");
        assertThat(catchThrowableOfType(CellError.class, () -> run("Optionall.of(1)"))
                        .traceback())
                .contains("  did you mean Optional?");
    }

    @Test
    void completion_in_a_cell_with_imports_of_its_own_loses_none() {
        session.importAll(List.of("import java.util.*;", "import static java.lang.Math.*;"));
        String begun = "import java.awt.Point;\nimport no.such.Name;\nOptiona";

        assertThat(session.complete(begun, begun.length()).texts()).contains("Optional");
        assertThat(run("Optional.of(max(1, 2))")).isEqualTo(Optional.of(2));
    }

    @Test
    void a_cell_may_declare_a_type_of_an_imported_name() {
        session.importAll(List.of("import java.util.*;", "import java.util.List;"));
        run("List.of(1)");
        run("record Timer(int seconds) {}");

        assertThat(run("new Timer(3).seconds()")).isEqualTo(3);
    }

    private @Nullable Object run(String source) {
        Cell cell = new Cell("cell", source);
        return session.run(cell, session.statementAt(cell, 0)).value();
    }
}
