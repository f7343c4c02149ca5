package dev.oddity.ci.notebook;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Reads the parameters cell with the JDK's own parser, so that comments, escapes and every form of literal mean what
 * they mean in Java. Nothing is run.
 */
final class ParameterDeclarations {

    private static final String RULE =
            "it may hold declarations with a literal only, of int, long, double, boolean or String: int epochs = 20;";

    private final String notebook;

    ParameterDeclarations(String notebook) {
        this.notebook = notebook;
    }

    Map<String, ParameterType> types(String source) {
        Map<String, ParameterType> types = new LinkedHashMap<>();
        for (Tree member : members(source)) {
            if (!(member instanceof VariableTree variable)
                    || !isLiteral(variable.getInitializer())
                    || variable.getType() == null) {
                throw refused(member.toString().strip());
            }
            ParameterType type = ParameterType.named(variable.getType().toString())
                    .orElseThrow(() -> refused(member.toString().strip()));
            types.put(variable.getName().toString(), type);
        }
        return types;
    }

    private List<? extends Tree> members(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new NotebookException(
                    "parameters need a JDK; this is a Java runtime only: " + System.getProperty("java.home"));
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavacTask task =
                (JavacTask) compiler.getTask(null, null, diagnostics, List.of(), null, List.of(new CellSource(source)));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            for (Diagnostic<?> diagnostic : diagnostics.getDiagnostics()) {
                if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                    throw refused("line %d: %s".formatted(diagnostic.getLineNumber() - 1, diagnostic.getMessage(null)));
                }
            }
            return ((ClassTree) unit.getTypeDecls().get(0)).getMembers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLiteral(ExpressionTree value) {
        if (value instanceof UnaryTree unary) {
            return (unary.getKind() == Tree.Kind.UNARY_MINUS || unary.getKind() == Tree.Kind.UNARY_PLUS)
                    && isLiteral(unary.getExpression());
        }
        return value instanceof LiteralTree;
    }

    private NotebookException refused(String found) {
        return new NotebookException("the parameters cell of %s has: %s; %s".formatted(notebook, found, RULE));
    }

    /** The cell's declarations as the fields of a class, one line below its head. */
    private static final class CellSource extends SimpleJavaFileObject {

        private final String cell;

        CellSource(String cell) {
            super(URI.create("string:///Cell.java"), Kind.SOURCE);
            this.cell = cell;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return "class Cell {\n" + cell + "\n}\n";
        }
    }
}
