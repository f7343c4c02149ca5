package dev.oddity.kernel.jshell;

import dev.oddity.kernel.javadoc.Sources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * A session of Java: variables, methods, classes and imports that last from cell to cell. Compiles against the class path
 * of this process. Not safe for several threads; users' code runs on the {@link CellThread}.
 */
public final class JavaSession implements AutoCloseable {

    private final InMemoryClasses classes;
    private final Background background;
    private final Lull lull = new Lull();
    private final JShell shell;
    private final DefaultImports imports;
    private final Statements statements;
    private final Places places = new Places();
    private final Variables variables;
    private final Consequences consequences;
    private final Evaluation evaluation;
    private final MissingImports missingImports;
    private final StackText stack;
    private final ThrownErrors thrownErrors;
    private final Editing editing;

    /**
     * @param notes told what the user should know beside values and errors, a sentence each, as it comes up: variables that
     *     lost their values, names that were taken from what had them, what can't be used at the end of a cell
     */
    public JavaSession(CellThread thread, Consumer<String> notes) {
        this.background = new Background(thread);
        this.classes = new InMemoryClasses(thread.stopping());
        InProcessControl control = new InProcessControl(classes, thread);
        CompletableFuture.runAsync(CellCode::prepare);
        CompletableFuture<JarPackages> jars =
                CompletableFuture.supplyAsync(() -> new JarPackages(System.getProperty("java.class.path")));
        this.shell = JShell.builder()
                .executionEngine(new Provider(control), Map.of())
                .fileManager(files -> new ClassPathFiles(files, jars, lull))
                .compilerOptions("-Xlint:none", "-parameters")
                .build();
        this.imports = new DefaultImports(shell, classes.loader());
        this.statements = new Statements(shell.sourceCodeAnalysis());
        this.variables = new Variables(shell, control);
        this.missingImports = new MissingImports(shell.sourceCodeAnalysis(), lull);
        Suggestions suggestions = new Suggestions(shell, imports);
        Imported imported = new Imported(shell, imports, classes.loader());
        Hidden hidden = new Hidden(shell, imported);
        Hints hints = new Hints(missingImports, suggestions, hidden);
        Unusable unusable = new Unusable(shell, places, hints);
        OldObjects oldObjects = new OldObjects(classes.generations(), classes.loader());
        SharedNames sharedNames = new SharedNames(shell, imported, places, notes);
        Finals finals = new Finals(shell);
        Restoration restoration = new Restoration(shell, control, classes.generations(), variables);
        CompileErrors compileErrors = new CompileErrors(hints, unusable);
        this.stack = new StackText(new CellFrames(shell, places), places);
        this.thrownErrors = new ThrownErrors(stack, unusable, oldObjects);
        this.consequences =
                new Consequences(places, variables, finals, hidden, sharedNames, unusable, oldObjects, notes);
        Refusal refusal = new Refusal(shell, finals, restoration, compileErrors, notes);
        this.evaluation = new Evaluation(shell, control, variables, refusal, consequences, thrownErrors);
        Inspector inspector = new Inspector(shell, new Sources(classes.loader()));
        this.editing = new Editing(statements, imports, suggestions, inspector);
    }

    /**
     * What cells find imported: all of that, or what of it can be had. What nothing has named yet takes no time.
     *
     * @param lines imports, whole
     */
    public void importAll(List<String> lines) {
        lull.begin();
        try {
            imports.add(lines);
        } finally {
            lull.end();
        }
    }

    /** The first offset from a given one on that is neither space nor comment. */
    public int skipBlank(Cell cell, int offset) {
        return Blank.end(cell.source(), offset);
    }

    /**
     * The statement that begins at an offset, which must be neither space nor comment; an unfinished one reaches to the
     * cell's end, and to run it gives the compiler's error.
     */
    public Statement statementAt(Cell cell, int start) {
        return statements.at(cell.source(), start).statement();
    }

    /** A script for the tool jshell, where statements may end with their lines, as the source of a cell. */
    public String script(String source) {
        return new Script(statements).asCell(source);
    }

    /**
     * Runs one statement of a cell. A declaration that doesn't compile leaves what was declared under its name before.
     *
     * @throws CellError if it doesn't compile or throws
     */
    public Outcome run(Cell cell, Statement statement) {
        lull.begin();
        Places.Place before = places.begin(cell, statement);
        try {
            imports.forNamesIn(statement.source());
            classes.generations().mark();
            return evaluation.of(cell, statement);
        } finally {
            places.end(before);
            lull.end();
        }
    }

    /**
     * Before something is done for a statement's sake; nothing is run here.
     *
     * @throws CellError if the statement would set a variable that is final
     */
    public void check(Cell cell, Statement statement) {
        evaluation.check(cell, statement);
    }

    /** To be called at the end of a cell: what can't be used now, and what follows can't mend, is told. */
    public void endCell() {
        consequences.endCell();
        missingImports.beginCell();
    }

    /**
     * What went wrong beside the statements of cells, where code of cells may have been called: while a value was shown, or
     * on a thread of the user's.
     */
    public CellError error(Throwable thrown) {
        return thrownErrors.of(thrown);
    }

    /** Tells stack traces in text by cells and lines; one for each stream of text. */
    public TraceText traceText() {
        return new TraceText(stack);
    }

    /** Whether a cell can be run as it is typed so far. */
    public Readiness readiness(String source) {
        return editing.readiness(source);
    }

    /** What may be typed at an offset of a cell. */
    public Completions complete(String source, int cursor) {
        lull.want();
        return editing.complete(source, cursor);
    }

    /** Signature and documentation of what a cell names at an offset; empty where it names nothing known. */
    public Optional<Inspection> inspect(String source, int cursor) {
        return editing.inspect(source, cursor);
    }

    /** The variables that cells declared and that can be used, in the order of declaration. */
    public List<Variable> variables() {
        return variables.all();
    }

    /** Forgets all that cells declared but imports; values go, so that the memory they took is free. */
    public void reset() {
        variables.clear();
        shell.snippets()
                .filter(snippet -> snippet.kind() != Snippet.Kind.IMPORT)
                .filter(snippet -> shell.status(snippet).isActive())
                .forEach(shell::drop);
        consequences.forget();
    }

    /** Names of the threads that run code of cells beside the cell: it started them, or they were left behind. */
    public List<String> background() {
        return names(background.threads());
    }

    /** Ends the code of cells that runs beside the cell; names of the threads that go on after two seconds all the same. */
    public List<String> stopBackground() {
        return names(background.stop());
    }

    private static List<String> names(List<Thread> threads) {
        return threads.stream().map(Thread::getName).sorted().toList();
    }

    /** What cells' classes are loaded by. */
    public ClassLoader classLoader() {
        return classes.loader();
    }

    /** Lets further cells use jars or folders of classes, parted as in a class path. */
    public void addToClassPath(String path) {
        shell.addToClasspath(path);
    }

    @Override
    public void close() {
        shell.close();
    }

    private record Provider(ExecutionControl control) implements ExecutionControlProvider {

        @Override
        public String name() {
            return "oddity";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return control;
        }
    }
}
