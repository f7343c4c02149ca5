package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Cell;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/**
 * What a cell can do with its own output. Imported statically into every notebook.
 *
 * <p>Each method throws {@link IllegalStateException} outside a notebook.
 */
public final class Notebook {

    private Notebook() {}

    /**
     * Shows a value here, in addition to what the cell's last expression shows.
     *
     * @param value anything; tables, charts, reports and pictures in their richest form. A form of more than 5 million
     *     characters, of a picture those of its Base64, is held back, and the value's text says so
     * @return what {@link #updateDisplay} knows it by
     */
    public static String display(@Nullable Object value) {
        return display(value, new String[0]);
    }

    /**
     * Shows a value in forms of one's choice: {@code display("<b>done</b>", "text/html")}, {@code display(runs,
     * "application/json")}.
     *
     * @param forms MIME types; beside them there is always plain text
     * @throws IllegalArgumentException if the value has no such form; names those it has
     */
    public static String display(@Nullable Object value, String... forms) {
        OddityKernel kernel = kernel();
        String id = UUID.randomUUID().toString();
        kernel.output().display(shown(kernel, id, value, forms));
        return id;
    }

    /**
     * Shows another value in the place of one shown before, in whichever cell that was.
     *
     * @param id as {@link #display(Object)} gave it; where front ends know nothing of an id, nothing is shown
     */
    public static void updateDisplay(String id, @Nullable Object value) {
        updateDisplay(id, value, new String[0]);
    }

    /** The same in forms of one's choice. */
    public static void updateDisplay(String id, @Nullable Object value, String... forms) {
        OddityKernel kernel = kernel();
        kernel.output().update(shown(kernel, id, value, forms));
    }

    /** What a value would be shown as: for the end of a cell, or for {@link #display(Object)} later. */
    public static DisplayData render(@Nullable Object value, String... forms) {
        return kernel().show(value, forms);
    }

    private static DisplayData shown(OddityKernel kernel, String id, @Nullable Object value, String... forms) {
        DisplayData shown = new DisplayData(kernel.show(value, forms));
        shown.setDisplayId(id);
        return shown;
    }

    /** Takes away what this cell has shown so far. */
    public static void clearOutput() {
        clearOutput(false);
    }

    /** @param wait whether to leave it until something new is shown, which avoids flicker */
    public static void clearOutput(boolean wait) {
        kernel().output().clear(wait);
    }

    /** As {@code System.out.printf}. */
    public static void printf(String format, @Nullable Object... values) {
        System.out.printf(format, values);
    }

    /** Runs Java that is text: {@code eval("1 + 1")} is 2. What it declares lasts as if a cell had declared it. */
    public static @Nullable Object eval(String source) {
        return kernel().evalRaw(source);
    }

    /** The kernel itself, for its {@code getRenderer()}, which may be told how values of one's own look. */
    public static BaseKernel getKernelInstance() {
        return kernel();
    }

    /**
     * Runs a magic from Java: {@code lineMagic("jars", List.of("lib/*.jar"))} is {@code %jars lib/*.jar}.
     *
     * @return its value; the compiler believes whatever type it is assigned to
     */
    public static <T> @Nullable T lineMagic(String name, List<String> arguments) {
        return magic("%" + name, arguments, "");
    }

    /** The same for {@code %%name}, which stands on top of a cell. */
    public static <T> @Nullable T cellMagic(String name, List<String> arguments, String body) {
        return magic("%%" + name, arguments, "\n" + body);
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable T magic(String magic, List<String> arguments, String body) {
        String line = arguments.stream().map(MagicArguments::quoted).collect(Collectors.joining(" "));
        Cell cell = new Cell(magic, magic + " " + line + body);
        return (T) kernel().magics().run(MagicCall.at(cell, 0).orElseThrow()).value();
    }

    private static OddityKernel kernel() {
        return OddityKernel.running()
                .orElseThrow(() -> new IllegalStateException(
                        "no notebook here: display(..) and clearOutput() work in the cells of a notebook only"));
    }
}
