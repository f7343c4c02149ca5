package dev.oddity.kernel.jshell;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/** What an import brought and a declaration of a cell by the same name now stands for. Java says nothing of it. */
final class Hidden {

    /** The class that lacks a member, or the method that takes other things; a cell's own stands in a nameless class. */
    private static final Pattern USED = Pattern.compile(
            "(?m)location: (?:\\w+|variable \\w+ of type) (\\w+)(?:<.*>)?$|^method (\\w+) in class  cannot be applied");

    private final JShell shell;
    private final Imported imported;

    Hidden(JShell shell, Imported imported) {
        this.shell = shell;
        this.imported = imported;
    }

    /** A sentence, if what was declared now for the first time hides something. */
    Optional<String> by(SnippetEvent declaration) {
        Snippet declared = declaration.snippet();
        return declaration.previousStatus() == Status.NONEXISTENT && !isOverload(declared)
                ? by(declared)
                : Optional.empty();
    }

    /** A sentence, if what the compiler says in a message is about something of a cell that hides something. */
    Optional<String> behind(String message) {
        Matcher used = USED.matcher(message);
        return used.find()
                ? Stream.concat(shell.types(), shell.methods())
                        .filter(snippet -> snippet.name().equals(used.group(1))
                                || snippet.name().equals(used.group(2)))
                        .flatMap(snippet -> by(snippet).stream())
                        .findFirst()
                : Optional.empty();
    }

    private boolean isOverload(Snippet declared) {
        return declared instanceof MethodSnippet method
                && shell.methods()
                                .filter(other -> other.name().equals(method.name()))
                                .count()
                        > 1;
    }

    private Optional<String> by(Snippet declared) {
        if (declared instanceof TypeDeclSnippet type) {
            return imported.type(type.name())
                    .map(hidden -> sentence(type.name(), String.valueOf(hidden.getCanonicalName())));
        }
        if (declared instanceof MethodSnippet method) {
            List<Method> hidden = imported.methods(method.name());
            return hidden.isEmpty() ? Optional.empty() : Optional.of(sentence(written(method), written(hidden)));
        }
        if (declared instanceof VarSnippet variable && !ValueVariable.is(variable)) {
            return imported.field(variable.name()).map(hidden -> sentence(variable.name(), written(hidden)));
        }
        return Optional.empty();
    }

    private static String sentence(String own, String hidden) {
        return "your " + own + " hides " + hidden + "; write " + hidden + " where you mean that one";
    }

    private static String written(MethodSnippet own) {
        return own.name() + "("
                + Arrays.stream(own.parameterTypes().split(","))
                        .map(String::strip)
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private String written(List<Method> overloads) {
        Method first = overloads.get(0);
        boolean bare = overloads.stream().allMatch(method -> method.getParameterCount() == 0);
        return written(first.getDeclaringClass()) + "." + first.getName() + (bare ? "()" : "(..)");
    }

    private String written(Field field) {
        return written(field.getDeclaringClass()) + "." + field.getName();
    }

    /** Short, if code may name the class so. */
    private String written(Class<?> type) {
        return imported.type(type.getSimpleName()).filter(type::equals).isPresent()
                ? type.getSimpleName()
                : String.valueOf(type.getCanonicalName());
    }
}
