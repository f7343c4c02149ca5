package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Cell;
import dev.oddity.kernel.jshell.CellError;
import dev.oddity.kernel.jshell.CellThread;
import dev.oddity.kernel.jshell.Completions;
import dev.oddity.kernel.jshell.Inspection;
import dev.oddity.kernel.jshell.JavaSession;
import dev.oddity.kernel.jshell.Outcome;
import dev.oddity.kernel.jshell.Readiness;
import dev.oddity.kernel.jshell.TraceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kernel: a Java session, the magics, the renderers, and the output of the running cell. */
final class OddityKernel extends BaseKernel {

    private static final Logger LOG = LoggerFactory.getLogger(OddityKernel.class);

    private final CellOutput output;
    private final CellThread thread;
    private final Magics magics;
    private final Shown shown;
    private final Opening opening;

    OddityKernel(CellOutput output, CellThread thread) {
        super(
                "oddity",
                Optional.ofNullable(OddityKernel.class.getPackage().getImplementationVersion())
                        .orElse("0.1.0"),
                new LanguageInfo.Builder("java")
                        .version(Runtime.version().toString())
                        .mimetype("text/x-java")
                        .fileExtension(".java")
                        .pygments("java")
                        .codemirror("text/x-java")
                        .build(),
                List.of(new HelpLink(
                        "Java API",
                        "https://docs.oracle.com/en/java/javase/"
                                + Runtime.version().feature() + "/docs/api/")),
                null,
                new JupyterIO(StandardCharsets.UTF_8),
                new CommManager(),
                new Renderer(),
                new MagicParser("(?<=(?:^|=))\\s*%", "%%", new MagicTranspiler()),
                new MagicsRegistry(),
                true,
                new StringStyler.Builder().build());
        this.output = output;
        this.thread = thread;
        this.magics = new Magics(this, thread);
        this.shown = new Shown(renderer, thread);
        this.opening = new Opening(thread, magics, output, this::installFrom);
    }

    /** The kernel of this process, if it is this one and has started. */
    static Optional<OddityKernel> running() {
        return notebookKernel instanceof OddityKernel kernel ? Optional.of(kernel) : Optional.empty();
    }

    CellOutput output() {
        return output;
    }

    Magics magics() {
        return magics;
    }

    /** The Java session; the first call, from whichever thread, opens it, others wait. */
    CellRunner runner() {
        return opening.runner();
    }

    /** Opens the Java session before anybody asks for it. */
    void prepare() {
        opening.prepare();
    }

    /** What a value looks like: see {@link Shown#of}. */
    DisplayData show(@Nullable Object value, String... forms) {
        return shown.of(value, forms);
    }

    @Override
    public void display(DisplayData data) {
        output.display(data);
    }

    @Override
    public @Nullable Object evalRaw(String source) {
        return runner().run(new Cell("code", source)).value();
    }

    @Override
    public @Nullable DisplayData inspect(String code, int at, boolean extraDetail) {
        JavaSession session = runner().session();
        MagicEditing editing = new MagicEditing(magics, session);
        return editing.inspect(code, at)
                .map(DisplayData::new)
                .or(() -> session.inspect(editing.java(code), at).map(OddityKernel::shown))
                .orElse(null);
    }

    private static DisplayData shown(Inspection found) {
        DisplayData shown = new DisplayData(found.text());
        shown.putHTML(found.html());
        return shown;
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        Completions found = completions(code, at);
        return new ReplacementOptions(found.texts(), found.start(), found.end());
    }

    Completions completions(String code, int at) {
        JavaSession session = runner().session();
        MagicEditing editing = new MagicEditing(magics, session);
        return editing.complete(code, at).orElseGet(() -> session.complete(editing.java(code), at));
    }

    /** In the words of the base class: an indent stands for {@code incomplete}. */
    @Override
    public String isComplete(String code) {
        Readiness readiness = readiness(code);
        return readiness.status() == Readiness.Status.INCOMPLETE
                ? readiness.indent()
                : readiness.status().name().toLowerCase(Locale.ROOT);
    }

    Readiness readiness(String code) {
        if (Question.isOne(code)) {
            return new Readiness(Readiness.Status.COMPLETE, "");
        }
        JavaSession session = runner().session();
        return session.readiness(new MagicEditing(magics, session).java(code));
    }

    /** Something new is to be run: an interrupt of what was before doesn't concern it. */
    void beginCell() {
        thread.beginCell();
    }

    /** Runs a cell; what the user should know beside its value is said on the way. */
    Outcome run(Cell cell) {
        return runner().run(cell);
    }

    /** What went wrong in the user's terms. */
    CellError error(Throwable thrown) {
        return opening.session().map(session -> session.error(thrown)).orElseGet(() -> CellError.of(thrown));
    }

    /** Tells stack traces in the user's terms; none before there is a Java session. */
    Optional<TraceText> traceText() {
        return opening.session().map(JavaSession::traceText);
    }

    /** Whether the user wanted the cell that ran last to stop. */
    boolean wasInterrupted() {
        return thread.cellInterrupted();
    }

    @Override
    public void interrupt() {
        thread.interrupt();
    }

    /** An extension that fails to install costs its own features, not the kernel. */
    @Override
    protected void installExtension(Extension extension) {
        try {
            super.installExtension(extension);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("extension {} can't be installed", extension.getClass().getName(), e);
        }
    }

    /** Installs the extensions that a class loader finds and that are not installed yet; on the cell thread. */
    private void installFrom(ClassLoader loader) {
        try {
            thread.call(() -> {
                installExtensions(loader);
                return null;
            });
        } catch (ServiceConfigurationError e) {
            LOG.warn("an extension on the class path can't be loaded", e);
        } catch (CellError | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("extensions could not be installed: " + e, e);
        }
    }

    @Override
    public void onShutdown(boolean isRestarting) {
        super.onShutdown(isRestarting);
        opening.session().ifPresent(JavaSession::close);
    }
}
