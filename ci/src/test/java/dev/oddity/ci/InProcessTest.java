package dev.oddity.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.ci.jupyter.InProcessKernel;
import dev.oddity.ci.jupyter.KernelException;
import dev.oddity.ci.jupyter.KernelSession;
import dev.oddity.ci.notebook.NotebookReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Notebooks in the process of whoever runs them: what they share with it, and what they may not. */
class InProcessTest extends CheckoutOfItsOwn {

    private static final String PROBE = "dev.oddity.ci.probe";

    private final StringWriter out = new StringWriter();

    @Test
    void what_one_notebook_declares_the_next_does_not_know_and_the_streams_are_as_they_were() throws IOException {
        write("a", "oddity", "int mine = 1; class Own {}", "System.out.print(\"a\")");
        write("b", "oddity", "int mine = 2; new Object() { public String toString() { return \"b\" + mine; } }");
        write("c", "oddity", "new Own()");
        PrintStream before = System.out;

        assertThat(run("a", "b", "c")).isEqualTo(1);

        assertThat(out.toString())
                .contains("a: passed in ")
                .contains("b: passed in ")
                .contains("c: failed in ")
                .contains("cell 'c0': CompileError: cannot find symbol");
        assertThat(System.out).isSameAs(before);
        assertThat(shown("a")).contains("\"a\"");
        assertThat(shown("b")).contains("\"b2\"");
    }

    /** Several, since what is kept of the last one only would not add up. */
    @Test
    void what_a_notebook_held_in_memory_is_free_when_it_has_ended() throws IOException {
        String hold =
                "var held = new double[1_000_000]; System.getProperties().put(\"%s\", new java.lang.ref.WeakReference<>(held));";
        write("holds", "oddity", hold.formatted(PROBE));
        try {
            for (int i = 0; i < 3; i++) {
                assertThat(run("holds")).as(out.toString()).isZero();

                WeakReference<?> held =
                        (WeakReference<?>) System.getProperties().remove(PROBE);
                for (int j = 0; j < 200 && held.get() != null; j++) {
                    System.gc();
                }
                assertThat(held.get()).isNull();
            }
        } finally {
            System.getProperties().remove(PROBE);
        }
    }

    /** Waits where Java lets no interrupt through, until this test lets it go. */
    @Test
    void after_a_cell_that_does_not_stop_no_other_is_begun_until_it_has_ended() throws Exception {
        write(
                "stuck",
                "oddity",
                "var gate = new java.util.concurrent.Semaphore(0);",
                "System.getProperties().put(\"%1$s\", gate); System.getProperties().put(\"%1$s.thread\", Thread.currentThread());"
                        .formatted(PROBE),
                "gate.acquireUninterruptibly();");
        Path stuck = root.resolve("notebooks/stuck.ipynb");
        Files.writeString(
                stuck,
                Files.readString(stuck)
                        .replace("\"id\": \"c2\"", "\"id\": \"c2\", \"metadata\": {\"oddity\": {\"timeout\": 10}}"));
        write("next", "oddity", "1");
        try {
            assertThat(run("stuck")).isEqualTo(3);
            assertThat(run("next")).isEqualTo(4);
            assertThat(out.toString())
                    .contains("cell 'c2' ran longer than 10 s")
                    .contains(
                            "code of an earlier notebook in this process was asked to stop and goes on, in cell; it could write"
                                    + " into any other: run the rest in another process");

            ((Semaphore) System.getProperties().get(PROBE)).release();
            ((Thread) System.getProperties().get(PROBE + ".thread")).join();

            assertThat(run("next")).as(out.toString()).isZero();
        } finally {
            System.getProperties().remove(PROBE);
            System.getProperties().remove(PROBE + ".thread");
        }
    }

    @Test
    void threads_that_a_notebook_started_end_with_it() throws Exception {
        write(
                "starts",
                "oddity",
                "var busy = new Thread(() -> { while (true) { Thread.onSpinWait(); } }); busy.start(); System.getProperties().put(\"%s\", busy);"
                        .formatted(PROBE));
        try {
            assertThat(run("starts")).as(out.toString()).isZero();

            ((Thread) System.getProperties().get(PROBE)).join();
        } finally {
            System.getProperties().remove(PROBE);
        }
    }

    @Test
    void it_knows_its_file_and_no_later_code_does() throws IOException {
        write("n", "oddity", "System.getProperty(\"oddity.notebook\")");

        assertThat(run("n")).as(out.toString()).isZero();

        assertThat(shown("n")).contains(root.resolve("notebooks/n.ipynb").toString());
        assertThat(System.getProperty("oddity.notebook")).isNull();
    }

    @Test
    void two_at_once_are_refused_since_a_process_has_one_standard_output() throws IOException {
        InProcessKernel kernel = new InProcessKernel(Kernels.find(Kernels.ODDITY), root.resolve("n.ipynb"), root);
        try (KernelSession first = kernel.start(Duration.ofMinutes(1))) {
            assertThatThrownBy(() -> kernel.start(Duration.ofMinutes(1)))
                    .isInstanceOf(KernelException.class)
                    .hasMessage(
                            "another notebook runs in this process, and System.out and the memory are one for all of it;"
                                    + " run one after the other, or each in a process of its own");
            assertThat(first.info().get("implementation").getAsString()).isEqualTo("oddity");
        }
        write("a", "oddity", "1");
        write("b", "oddity", "1");

        assertThat(run("a", "b", "--jobs", "2")).isEqualTo(64);

        assertThat(out.toString())
                .isEqualToIgnoringNewLines(
                        "--in-process runs one notebook at a time, since System.out and the memory are one for a whole process;"
                                + " leave out --jobs 2, or --in-process");
    }

    @Test
    void what_takes_a_process_of_its_own_is_refused_before_anything_runs() throws IOException {
        write("n", "oddity", "1");
        write("p", "python3", "1");

        assertThat(run("p")).isEqualTo(64);
        assertThat(run("n", "--kernel", "ir")).isEqualTo(64);
        assertThat(run("n", "--heap", "2g")).isEqualTo(64);
        assertThat(run("n", "--device", "cpu")).isEqualTo(64);

        assertThat(out.toString().lines())
                .containsExactly(
                        "--in-process is for the project's own kernel 'oddity', and p runs in 'python3'; leave --in-process out",
                        "--in-process is for the project's own kernel 'oddity', and n runs in 'ir'; leave --in-process out",
                        "--heap is for kernels of their own processes; with --in-process give this one its memory,"
                                + " JDK_JAVA_OPTIONS=-Xmx2g ci/notebooks .., or leave --in-process out",
                        "--device cpu hides GPUs from kernels of their own processes; with --in-process hide them from this"
                                + " one, CUDA_VISIBLE_DEVICES=-1 ci/notebooks .., or leave --in-process out");
        assertThat(root.resolve("target")).doesNotExist();
    }

    private int run(String... options) {
        PrintWriter print = new PrintWriter(out, true);
        String[] arguments = Stream.concat(Stream.of("run", "--in-process"), Stream.of(options))
                .toArray(String[]::new);
        return Main.run(print, print, root, Map.of(), arguments);
    }

    /** What its last cell shows. */
    private String shown(String name) {
        var cells = NotebookReader.read(root.resolve("target/notebooks/smoke/" + name + ".ipynb"))
                .cells();
        return cells.get(cells.size() - 1).outputs().toString();
    }

    private void write(String name, String kernel, String... cells) throws IOException {
        StringBuilder json = new StringBuilder(
                "{\"nbformat\": 4, \"metadata\": {\"kernelspec\": {\"name\": \"%s\"}}, \"cells\": [".formatted(kernel));
        for (int i = 0; i < cells.length; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"cell_type\": \"code\", \"id\": \"c%d\", \"source\": %s}"
                            .formatted(i, new com.google.gson.JsonPrimitive(cells[i])));
        }
        Files.writeString(root.resolve("notebooks/" + name + ".ipynb"), json.append("]}"));
    }
}
