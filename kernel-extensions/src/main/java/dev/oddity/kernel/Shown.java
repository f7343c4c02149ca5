package dev.oddity.kernel;

import dev.oddity.core.display.ValueText;
import dev.oddity.kernel.jshell.CellThread;
import dev.oddity.kernel.jshell.Names;
import dev.oddity.kernel.jshell.Thrown;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jspecify.annotations.Nullable;

/**
 * What values of cells look like, in the forms of a renderer: those that this kernel knows of, and those that libraries
 * and users taught it.
 *
 * @param thread where renderers run, as users' code
 */
record Shown(Renderer renderer, CellThread thread) {

    /** What somebody may ask for who is told what there is. */
    private static final String[] FORMS = {
        "text/html",
        "text/markdown",
        "text/latex",
        "image/png",
        "image/svg+xml",
        "image/jpeg",
        "image/gif",
        "application/javascript",
        JsonForm.TYPE
    };

    /**
     * What a value looks like. A value that can't be shown is told as such. An interrupt of the user's comes out as it is,
     * declared or not: a cell that shows something is at its own line then.
     *
     * @param forms MIME types; none for those that suit the value
     * @throws IllegalArgumentException if one of the forms can't be had; names those that can
     */
    DisplayData of(@Nullable Object value, String... forms) {
        if (value == null) {
            return new DisplayData("null");
        }
        if (value instanceof DisplayData shown) {
            return shown;
        }
        try {
            DisplayData shown = thread.call(() -> rendered(value, forms));
            return value instanceof CharSequence ? shown : named(shown);
        } catch (Refused e) {
            throw new IllegalArgumentException(e.getMessage());
        } catch (Throwable e) {
            Optional<Throwable> interrupt = Thrown.interrupt(e);
            if (interrupt.isPresent()) {
                throw undeclared(interrupt.get());
            }
            return named(new DisplayData("this " + ValueText.kind(value) + " can't be shown: " + Thrown.text(e)));
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> RuntimeException undeclared(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private DisplayData rendered(Object value, String... forms) throws Refused {
        if (forms.length == 0) {
            DisplayData shown = renderer.render(value);
            // Whatever a renderer put in must have a form in JSON, or nothing of the value can be sent.
            Bundles.types(shown);
            return shown;
        }
        DisplayData shown = renderer.renderAs(value, forms);
        Set<String> there = Bundles.types(shown);
        List<String> missing = Arrays.stream(forms)
                .filter(form -> !form.contains("*") && !there.contains(form))
                .toList();
        if (missing.isEmpty()) {
            return shown;
        }
        Set<String> possible = new TreeSet<>(Bundles.types(renderer.render(value)));
        possible.addAll(Bundles.types(renderer.renderAs(value, FORMS)));
        throw new Refused("no " + String.join(", no ", missing) + " can be made of this " + ValueText.kind(value)
                + ": it can be shown as " + String.join(", ", possible));
    }

    /** Without the names that JShell made up. */
    private static DisplayData named(DisplayData shown) {
        if (Bundles.types(shown).isEmpty()) {
            // Of a value whose text is null.
            shown.putText("null");
        }
        for (MIMEType type : List.of(MIMEType.TEXT_PLAIN, MIMEType.TEXT_HTML)) {
            if (shown.getData(type) instanceof String text) {
                shown.putData(type, Names.forUsers(text));
            }
        }
        return shown;
    }

    @SuppressWarnings("serial")
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }
}
