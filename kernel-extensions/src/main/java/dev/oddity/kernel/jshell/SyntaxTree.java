package dev.oddity.kernel.jshell;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A statement as the parser sees it, in a class made up around it; what its names stand for is not known. To parse one takes
 * some milliseconds.
 *
 * @param before how much of the unit's source stands before the statement
 */
record SyntaxTree(CompilationUnitTree unit, SourcePositions positions, int before) {

    private static final String METHOD = "$statement$";
    private static final Frame OF_MEMBER = new Frame("class $Cell$ {", "\n;}");
    private static final Frame OF_STATEMENT = new Frame("class $Cell$ { void " + METHOD + "() {", "\n;}}");

    /** What makes a compilation unit of a statement, which may lack its semicolon. */
    private record Frame(String before, String after) {

        JavaFileObject around(String statement) {
            String source = before + statement + after;
            return new SimpleJavaFileObject(URI.create("cell:///$Cell$.java"), JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return source;
                }
            };
        }
    }

    /** Empty if it is no Java. */
    static Optional<SyntaxTree> of(String statement) {
        return of(statement, OF_MEMBER).or(() -> of(statement, OF_STATEMENT));
    }

    private static Optional<SyntaxTree> of(String statement, Frame frame) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, said, List.of("-proc:none"), null, List.of(frame.around(statement)));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            return said.getDiagnostics().stream().anyMatch(each -> each.getKind() == Diagnostic.Kind.ERROR)
                    ? Optional.empty()
                    : Optional.of(new SyntaxTree(
                            unit,
                            Trees.instance(task).getSourcePositions(),
                            frame.before().length()));
        } catch (IOException e) {
            throw new UncheckedIOException("source in memory", e);
        }
    }

    /** Where a part of it begins in the statement. */
    int offset(Tree part) {
        return (int) positions.getStartPosition(unit, part) - before;
    }

    /** The variables that the statement itself declares, not those of classes, methods and blocks in it. */
    Stream<VariableTree> variables() {
        return unit.getTypeDecls().stream()
                .flatMap(made -> ((ClassTree) made).getMembers().stream())
                .flatMap(SyntaxTree::written)
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast);
    }

    private static Stream<? extends Tree> written(Tree member) {
        return member instanceof MethodTree method && method.getName().contentEquals(METHOD)
                ? method.getBody().getStatements().stream()
                : Stream.of(member);
    }
}
