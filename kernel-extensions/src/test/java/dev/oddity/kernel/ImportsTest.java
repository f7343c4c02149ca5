package dev.oddity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.kernel.jshell.Cell;
import dev.oddity.kernel.jshell.CellThread;
import dev.oddity.kernel.jshell.JavaSession;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportsTest {

    @Test
    void a_cell_may_declare_a_class_under_each_name_that_is_imported_by_itself() {
        try (JavaSession session = new JavaSession(new CellThread(Duration.ofSeconds(5)), note -> {})) {
            session.importAll(Imports.available());
            List<String> names = Imports.available().stream()
                    .filter(line -> !line.endsWith("*;"))
                    .map(line -> line.substring(line.lastIndexOf('.') + 1, line.length() - 1))
                    .toList();

            assertThat(names).isNotEmpty().allSatisfy(name -> {
                run(session, "class " + name + " { int a = 1; }");
                assertThat(run(session, "new " + name + "().a + 1")).isEqualTo(2);
            });
        }
    }

    @Test
    void the_class_of_the_words_can_be_named() {
        try (JavaSession session = new JavaSession(new CellThread(Duration.ofSeconds(5)), note -> {})) {
            session.importAll(Imports.available());

            assertThat(run(session, "Oddity.class.getName()")).isEqualTo("dev.oddity.Oddity");
        }
    }

    private static @Nullable Object run(JavaSession session, String source) {
        Cell cell = new Cell("cell", source);
        return session.run(cell, session.statementAt(cell, 0)).value();
    }
}
