package dev.oddity.kernel.jshell;

import dev.oddity.kernel.javadoc.Sources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * A session of Java: variables, methods, classes and imports that last from cell to cell. Compiles against the class path
 * of this process. Not safe for several threads; users' code runs on the {@link CellThread}.
 */
public final class JavaSession implements AutoCloseable {

    private final InMemoryClasses classes;
    private final InProcessControl control;
    private final CellThread thread;
    private final Background background;
    private final Lull lull = new Lull();
    private final JShell shell;
    private final DefaultImports imports;
    private final Statements statements;
    private final Attempt attempt;
    private final Places places = new Places();
    private final Variables variables;
    private final Restoration restoration;
    private final List<String> notes = new ArrayList<>();
    private final MissingImports missingImports;
    private final CompileErrors compileErrors;
    private final Unusable unusable;
    private final OldObjects oldObjects;
    private final Hidden hidden;
    private final SharedNames sharedNames;
    private final Finals finals;
    private final StackText stack;
    private final ThrownErrors thrownErrors;
    private final Editing editing;

    public JavaSession(CellThread thread) {
        this.thread = thread;
        this.background = new Background(thread);
        this.classes = new InMemoryClasses(thread.stopping());
        this.control = new InProcessControl(classes, thread);
        CompletableFuture.runAsync(CellCode::prepare);
        CompletableFuture<JarPackages> jars =
                CompletableFuture.supplyAsync(() -> new JarPackages(System.getProperty("java.class.path")));
        this.shell = JShell.builder()
                .executionEngine(new Provider(control), Map.of())
                .fileManager(files -> new ClassPathFiles(files, jars, lull))
                .compilerOptions("-Xlint:none", "-parameters")
                .build();
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        this.imports = new DefaultImports(shell, classes.loader());
        this.statements = new Statements(analysis);
        this.attempt = new Attempt(shell);
        this.variables = new Variables(shell, control);
        this.restoration = new Restoration(shell, control, classes.generations(), variables);
        Suggestions suggestions = new Suggestions(shell, imports);
        Imported imported = new Imported(shell, imports, classes.loader());
        this.hidden = new Hidden(shell, imported);
        this.missingImports = new MissingImports(analysis, lull);
        Hints hints = new Hints(missingImports, suggestions, hidden);
        this.unusable = new Unusable(shell, places, hints);
        this.compileErrors = new CompileErrors(hints, unusable);
        this.oldObjects = new OldObjects(classes.generations(), classes.loader());
        this.sharedNames = new SharedNames(shell, imported, places, notes::add);
        this.finals = new Finals();
        this.stack = new StackText(new CellFrames(shell, places), places);
        this.thrownErrors = new ThrownErrors(stack, unusable, oldObjects);
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
            DeclaredTogether together = new DeclaredTogether(shell, variables, statement);
            List<List<SnippetEvent>> declarations = attempt.at(cell, statement);
            try {
                return outcomeOf(cell, statement, together, declarations);
            } finally {
                declarations.forEach(variables::dropTemporary);
            }
        } finally {
            places.end(before);
            lull.end();
        }
    }

    private Outcome outcomeOf(
            Cell cell, Statement statement, DeclaredTogether before, List<List<SnippetEvent>> declarations) {
        List<CellError> refused = declarations.stream()
                .filter(declaration -> isRefused(cell, statement, declaration))
                .map(declaration -> refusal(cell, statement, declaration.get(0).snippet()))
                .toList();
        if (!refused.isEmpty()) {
            // The variables of one statement are declared together or not at all; the later may use the earlier.
            Collections.reverse(declarations);
            declarations.forEach(declaration -> notes.addAll(restoration.undo(declaration)));
            before.putBack();
            throw refused.get(0);
        }
        for (List<SnippetEvent> declaration : declarations) {
            places.put(declaration.get(0).snippet(), cell, statement);
            hidden.by(declaration.get(0)).ifPresent(notes::add);
            declaration.addAll(sharedNames.settle(declaration.get(0).snippet()));
            unusable.see(declaration);
            oldObjects.see(cell, declaration);
            notes.addAll(variables.carryOver(declaration));
            finals.see(statement, declaration.get(0).snippet()).ifPresent(notes::add);
        }
        Outcome outcome = Outcome.NOTHING;
        for (List<SnippetEvent> declaration : declarations) {
            outcome = outcomeOf(declaration.get(0), Places.Place.of(cell, statement));
        }
        return outcome;
    }

    private boolean isRefused(Cell cell, Statement statement, List<SnippetEvent> declaration) {
        SnippetEvent own = declaration.get(0);
        return own.status() == Status.REJECTED
                || isUnusableVariable(own)
                || restoration.isWorse(cell, statement, declaration);
    }

    private CellError refusal(Cell cell, Statement statement, Snippet snippet) {
        return compileErrors.of(cell, statement, shell.diagnostics(snippet), Unresolved.of(shell, snippet));
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

    /**
     * What the user should know of the statements that were run, also of one that failed, a sentence each: variables that
     * lost their values, names that were taken from what had them. Told once.
     */
    public List<String> takeNotes() {
        List<String> taken = List.copyOf(notes);
        notes.clear();
        return taken;
    }

    /**
     * What can't be used, a sentence each: declarations that wait for others, variables that what they were declared with
     * took along. To be asked at the end of a cell: what follows in it may mend that. Told once.
     */
    public List<String> takeUnusable() {
        List<String> told = new ArrayList<>(unusable.take());
        told.addAll(variables.takeLost());
        told.addAll(oldObjects.take(variables::all));
        missingImports.beginCell();
        return told;
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
        notes.clear();
        unusable.clear();
        oldObjects.clear();
        variables.clear();
        shell.snippets()
                .filter(snippet -> snippet.kind() != Snippet.Kind.IMPORT)
                .filter(snippet -> shell.status(snippet).isActive())
                .forEach(shell::drop);
        sharedNames.restoreImports();
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

    private Outcome outcomeOf(SnippetEvent event, Places.Place place) {
        Snippet snippet = event.snippet();
        if (event.exception() != null) {
            control.takeResult();
            throw thrownErrors.of(event.exception(), place);
        }
        Object result = control.takeResult();
        return hasValue(snippet) ? new Outcome(true, result, List.of()) : Outcome.NOTHING;
    }

    // A class may wait for another that comes later; a variable of an unknown type is a typing error or a missing
    // import.
    private static boolean isUnusableVariable(SnippetEvent event) {
        return event.snippet().kind() == Snippet.Kind.VAR && event.status() == Status.RECOVERABLE_NOT_DEFINED;
    }

    private static boolean hasValue(Snippet snippet) {
        SubKind kind = snippet.subKind();
        return ValueVariable.is(snippet)
                || snippet instanceof ExpressionSnippet
                        && (kind == SubKind.VAR_VALUE_SUBKIND || kind == SubKind.OTHER_EXPRESSION_SUBKIND);
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
