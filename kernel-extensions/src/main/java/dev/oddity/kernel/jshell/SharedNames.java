package dev.oddity.kernel.jshell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/**
 * Names that one import brings and a cell declares, such as {@code import java.util.List} and {@code class List}. While
 * both stand, the compiler refuses every cell, or every one that uses the name. Here the later has it, and the earlier is
 * dropped: an import until what cells declared is forgotten, a declaration for good.
 */
final class SharedNames {

    private final JShell shell;
    private final Imported imported;
    private final Places places;
    private final Consumer<String> notes;
    private final Set<String> yielded = new LinkedHashSet<>();

    /** @param notes told of declarations that are dropped */
    SharedNames(JShell shell, Imported imported, Places places, Consumer<String> notes) {
        this.shell = shell;
        this.imported = imported;
        this.places = places;
        this.notes = notes;
    }

    /** Drops what had the name of a declaration or an import that was run just now; what came of that. */
    List<SnippetEvent> settle(Snippet latest) {
        List<SnippetEvent> events = new ArrayList<>();
        if (latest instanceof ImportSnippet line) {
            yielded.remove(line.source());
            active(DeclarationSnippet.class)
                    .filter(declared -> share(line, declared))
                    .peek(declared -> notes.accept(gone(declared, line)))
                    .forEach(declared -> events.addAll(shell.drop(declared)));
        } else if (latest instanceof DeclarationSnippet declared) {
            active(ImportSnippet.class)
                    .filter(line -> share(line, declared))
                    .peek(line -> yielded.add(line.source()))
                    .forEach(line -> events.addAll(shell.drop(line)));
        }
        return events;
    }

    /** The imports stand again: nothing is declared any more. */
    void restoreImports() {
        yielded.forEach(shell::eval);
        yielded.clear();
    }

    private <S extends Snippet> Stream<S> active(Class<S> kind) {
        return shell
                .snippets()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(snippet -> shell.status(snippet).isActive())
                .toList()
                .stream();
    }

    private boolean share(ImportSnippet line, DeclarationSnippet declared) {
        return line.name().equals(declared.name())
                && (declared instanceof TypeDeclSnippet && imported.isOfType(line)
                        || declared instanceof VarSnippet && imported.isOfField(line));
    }

    private String gone(DeclarationSnippet declared, ImportSnippet line) {
        return line.name() + " is " + line.fullname() + " now; your " + Names.of(declared) + " is gone"
                + places.of(declared)
                        .map(place -> ", run " + place.cell().name() + " to have it back")
                        .orElse("");
    }
}
