package dev.oddity.kernel.jshell;

import com.sun.source.doctree.DocCommentTree;
import dev.oddity.kernel.javadoc.DocPage;
import dev.oddity.kernel.javadoc.Signature;
import dev.oddity.kernel.javadoc.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** What is known of a name in a statement: its signatures with their Javadoc, or a variable's type. */
final class Inspector {

    private static final String NO_SOURCES =
            "No Javadoc of Java itself: this Java comes without its sources, lib/src.zip (Debian: openjdk-17-source).";

    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final Sources sources;

    Inspector(JShell shell, Sources sources) {
        this.shell = shell;
        this.analysis = shell.sourceCodeAnalysis();
        this.sources = sources;
    }

    /**
     * @param scaffold what its cell declares above it, as a {@link Scaffold}; empty for nothing
     * @param upToName a statement from its start to the end of the name, or to a place in the brackets after it
     */
    Optional<Inspection> at(String scaffold, String upToName) {
        int end = upToName.length();
        boolean onName = end > 0 && Character.isJavaIdentifierPart(upToName.charAt(end - 1));
        List<Documentation> found = scaffold.isEmpty() ? List.of() : documentation(scaffold + upToName, onName);
        if (found.isEmpty()) {
            found = documentation(upToName, onName);
        }
        if (found.isEmpty() && onName) {
            return Optional.ofNullable(analysis.analyzeType(upToName, end))
                    .map(type -> inspection(new DocPage().signature(lastWord(upToName) + ": " + type)));
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(inspection(page(found)));
    }

    private List<Documentation> documentation(String upToName, boolean onName) {
        List<Documentation> found = onName ? documentation(upToName + "(") : List.of();
        return found.isEmpty() ? documentation(upToName) : found;
    }

    private List<Documentation> documentation(String code) {
        return analysis.documentation(code, code.length(), true);
    }

    private DocPage page(List<Documentation> found) {
        DocPage page = new DocPage();
        List<String> waiting = new ArrayList<>();
        boolean undocumented = false;
        for (Documentation documentation : found) {
            Signature signature = Signature.of(Scaffold.forUsers(documentation.signature()));
            waiting.add(signature.shown());
            Optional<DocCommentTree> comment = comment(documentation, signature);
            if (comment.isPresent()) {
                page.signature(String.join("\n", waiting)).comment(comment.get());
                waiting.clear();
            }
            undocumented |= comment.isEmpty() && isOfJava(signature);
        }
        if (!waiting.isEmpty()) {
            page.signature(String.join("\n", waiting));
        }
        return undocumented ? page.note(NO_SOURCES) : page;
    }

    private Optional<DocCommentTree> comment(Documentation documentation, Signature signature) {
        String javadoc = documentation.javadoc();
        return javadoc == null || javadoc.isBlank()
                ? qualified(signature).flatMap(sources::comment)
                : sources.comment(javadoc);
    }

    /** JShell leaves the package out where the class is imported; the imports know it. */
    private Optional<Signature> qualified(Signature signature) {
        return signature.type().isEmpty()
                        || !Character.isUpperCase(signature.type().charAt(0))
                ? Optional.of(signature)
                : shell.imports()
                        .filter(wanted -> !wanted.isStatic())
                        .flatMap(wanted -> qualified(wanted, signature))
                        .filter(candidate -> sources.comment(candidate).isPresent())
                        .findFirst();
    }

    private static Stream<Signature> qualified(ImportSnippet wanted, Signature signature) {
        String name = wanted.fullname();
        String outermost = signature.type().split("\\.")[0];
        if (!name.endsWith(".*") && !name.endsWith("." + outermost)) {
            return Stream.empty();
        }
        String within = name.substring(0, name.lastIndexOf('.') + 1);
        return Stream.of(
                new Signature(signature.text(), within + signature.type(), signature.member(), signature.parameters()));
    }

    /** Whether it is of the packages that every Java brings. */
    private static boolean isOfJava(Signature signature) {
        String type = signature.type();
        return type.startsWith("java.")
                || type.startsWith("javax.")
                || Stream.of(
                                "java.lang.",
                                "java.util.",
                                "java.io.",
                                "java.nio.file.",
                                "java.util.stream.",
                                "java.util.function.")
                        .anyMatch(within -> exists(within + type));
    }

    private static boolean exists(String type) {
        try {
            Class.forName(type, false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Inspection inspection(DocPage page) {
        return new Inspection(page.text(), page.html());
    }

    private static String lastWord(String text) {
        int at = text.length();
        while (at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1))) {
            at--;
        }
        return text.substring(at);
    }
}
