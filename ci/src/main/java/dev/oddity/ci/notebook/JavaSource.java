package dev.oddity.ci.notebook;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Java read with the JDK's own parser, so that comments, escapes and every form of literal mean what they mean in Java. Nothing
 * is run.
 *
 * @param errors as the parser tells them
 */
record JavaSource(CompilationUnitTree tree, List<Diagnostic<? extends JavaFileObject>> errors) {

    /** @throws NotebookException if there is no parser, as in a Java runtime that is no JDK */
    static JavaSource parse(String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new NotebookException(
                    "parameters need a JDK; this is a Java runtime only: " + System.getProperty("java.home"));
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavacTask task =
                (JavacTask) compiler.getTask(null, null, diagnostics, List.of(), null, List.of(new Text(text)));
        try {
            CompilationUnitTree tree = task.parse().iterator().next();
            return new JavaSource(
                    tree,
                    diagnostics.getDiagnostics().stream()
                            .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String text;

        Text(String text) {
            super(URI.create("string:///Cell.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
