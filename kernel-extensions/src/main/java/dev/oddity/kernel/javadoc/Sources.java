package dev.oddity.kernel.javadoc;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Comments from the sources that Oddity's jars carry in {@code META-INF/sources}. Sources lie apart from the classes, for
 * beside them the compiler would take them for newer versions.
 */
public final class Sources {

    private static final String FOLDER = "META-INF/sources/";

    private final ClassLoader loader;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    public Sources(ClassLoader loader) {
        this.loader = loader;
    }

    /** The comment of a class or member, or the one it inherits; empty if its source is not at hand or has none. */
    public Optional<DocCommentTree> comment(Signature signature) {
        try {
            return comment(Class.forName(binaryName(signature.type()), false, loader), signature);
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** A comment that stands alone, without its slashes and stars. */
    public Optional<DocCommentTree> comment(String text) {
        String source = "/** " + text.replace("*/", "* /") + " */ class Documented {}";
        return find(source, new Wanted(new Signature("", "Documented", "", List.of())));
    }

    private Optional<DocCommentTree> comment(Class<?> type, Signature signature) {
        Optional<DocCommentTree> own = source(type)
                .flatMap(source -> find(
                        source,
                        new Wanted(
                                new Signature("", type.getSimpleName(), signature.member(), signature.parameters()))));
        if (own.isPresent() || signature.member().isEmpty()) {
            return own;
        }
        Deque<Class<?>> above = new ArrayDeque<>(List.of(type.getInterfaces()));
        if (type.getSuperclass() != null) {
            above.addFirst(type.getSuperclass());
        }
        return above.stream()
                .flatMap(parent -> comment(parent, signature).stream())
                .findFirst();
    }

    /** {@code a.b.C.D} as {@code a.b.C$D}. */
    private static String binaryName(String name) {
        StringBuilder binary = new StringBuilder();
        boolean inClass = false;
        for (String part : name.split("\\.")) {
            binary.append(binary.isEmpty() ? "" : inClass ? "$" : ".").append(part);
            inClass |= !part.isEmpty() && Character.isUpperCase(part.charAt(0));
        }
        return binary.toString();
    }

    private Optional<String> source(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        String file = FOLDER + outermost.getName().replace('.', '/') + ".java";
        try (InputStream in = loader.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    private Optional<DocCommentTree> find(String source, Wanted wanted) {
        JavacTask task = (JavacTask) compiler.getTask(
                Writer.nullWriter(), null, problem -> {}, List.of("-proc:none"), null, List.of(new Text(source)));
        try {
            DocTrees comments = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                wanted.scan(unit, null);
            }
            return Optional.ofNullable(wanted.found).map(comments::getDocCommentTree);
        } catch (IOException e) {
            throw new UncheckedIOException("a source in memory can't be read", e);
        }
    }

    /** Looks for a class or a member by the names of its parameters' types. */
    private static final class Wanted extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final Signature signature;
        private final Deque<String> classes = new ArrayDeque<>();
        private @Nullable TreePath found;

        Wanted(Signature signature) {
            this.signature = signature;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            classes.push(tree.getSimpleName().toString());
            if (signature.member().isEmpty() && isHere()) {
                found = getCurrentPath();
            }
            super.visitClass(tree, nothing);
            classes.pop();
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
            String name = tree.getName().contentEquals("<init>")
                    ? signature.type()
                    : tree.getName().toString();
            if (isHere() && name.equals(signature.member()) && takes(tree)) {
                found = getCurrentPath();
            }
            return super.visitMethod(tree, nothing);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
            boolean isField = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
            if (isField && isHere() && tree.getName().contentEquals(signature.member())) {
                found = getCurrentPath();
            }
            return super.visitVariable(tree, nothing);
        }

        private boolean isHere() {
            return signature.type().equals(classes.peek());
        }

        private boolean takes(MethodTree tree) {
            return tree.getParameters().stream()
                    .map(parameter -> Signature.simple(written(parameter)))
                    .toList()
                    .equals(signature.parameters());
        }

        private static String written(VariableTree parameter) {
            String type = parameter.getType().toString();
            boolean many = parameter.toString().contains("... " + parameter.getName());
            return many ? type.substring(0, type.length() - "[]".length()) + "..." : type;
        }
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String text;

        Text(String text) {
            super(URI.create("memory:///Source.java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
