package dev.oddity.kernel.jshell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

/**
 * Methods and types that are declared and can't be used: they wait for another declaration, or what they use was declared
 * anew and they no longer compile.
 */
final class Unusable {

    private final JShell shell;
    private final Places places;
    private final Hints hints;
    private final Set<String> declared = new LinkedHashSet<>();
    private final Set<String> touched = new LinkedHashSet<>();

    Unusable(JShell shell, Places places, Hints hints) {
        this.shell = shell;
        this.places = places;
        this.hints = hints;
    }

    /** Takes note of what a statement declared and of what that changed. */
    void see(List<SnippetEvent> events) {
        for (SnippetEvent event : events) {
            Kind kind = event.snippet().kind();
            if (kind != Kind.METHOD && kind != Kind.TYPE_DECL) {
                continue;
            }
            if (event.causeSnippet() == null) {
                declared.add(event.snippet().id());
            } else if (isUnusable(event.status()) && !isUnusable(event.previousStatus())) {
                touched.add(event.snippet().id());
            }
        }
    }

    /** A sentence for each that came to be unusable since this was asked last and has stayed so. */
    List<String> take() {
        if (declared.isEmpty() && touched.isEmpty()) {
            return List.of();
        }
        List<String> told = shell.snippets()
                .filter(snippet -> declared.contains(snippet.id()) || touched.contains(snippet.id()))
                .filter(snippet -> isUnusable(shell.status(snippet)))
                .map(DeclarationSnippet.class::cast)
                .map(snippet -> declared.contains(snippet.id()) ? why(snippet) : broken(snippet))
                .toList();
        clear();
        return told;
    }

    void clear() {
        declared.clear();
        touched.clear();
    }

    /** Why what nothing seems to declare can't be used, if it is declared after all. Told once. */
    Optional<String> why(Unresolved missing) {
        return declaration(missing).map(snippet -> {
            String why = why(snippet);
            declared.remove(snippet.id());
            touched.remove(snippet.id());
            return why;
        });
    }

    private Optional<DeclarationSnippet> declaration(Unresolved missing) {
        Kind kind = missing.kind().equals("method") ? Kind.METHOD : Kind.TYPE_DECL;
        return shell.snippets()
                .filter(snippet -> snippet.kind() == kind && isUnusable(shell.status(snippet)))
                .map(DeclarationSnippet.class::cast)
                .filter(snippet -> snippet.name().equals(missing.name()))
                .findFirst();
    }

    /** Why a declaration can't be used. */
    String why(DeclarationSnippet snippet) {
        List<Unresolved> unresolved = Unresolved.of(shell, snippet);
        return unresolved.isEmpty()
                ? broken(snippet)
                : Names.of(snippet) + " can't be used until this is declared: "
                        + unresolved.stream()
                                .map(missing -> missing.text() + hint(snippet, missing))
                                .collect(Collectors.joining(", "))
                                .replace(";, ", "; ");
    }

    private String broken(DeclarationSnippet snippet) {
        List<Unresolved> unresolved = Unresolved.of(shell, snippet);
        return Names.of(snippet) + " no longer compiles: "
                + (unresolved.isEmpty()
                        ? shell.diagnostics(snippet)
                                .filter(Diag::isError)
                                .map(error -> CompileErrors.headline(error) + where(snippet, (int) error.getPosition()))
                                .distinct()
                                .collect(Collectors.joining("; "))
                        : unresolved.stream()
                                .map(missing -> "cannot find " + missing.text() + where(snippet, missing.offset()))
                                .collect(Collectors.joining("; ")));
    }

    private String hint(DeclarationSnippet snippet, Unresolved missing) {
        // One that is declared is told of by itself.
        String hint = declaration(missing).isPresent()
                ? ""
                : hints.of(snippet.source(), missing).stream().findFirst().orElse("");
        return where(snippet, missing.offset()) + (hint.isEmpty() ? "" : ": " + hint);
    }

    private String where(Snippet snippet, int offset) {
        int line = (int) snippet.source()
                .substring(0, Math.max(0, Math.min(offset, snippet.source().length())))
                .chars()
                .filter(c -> c == '\n')
                .count();
        return places.of(snippet)
                .map(start -> " (" + start.cell().name() + ", line " + (start.line() + line) + ")")
                .orElse("");
    }

    private static boolean isUnusable(Status status) {
        return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
    }
}
