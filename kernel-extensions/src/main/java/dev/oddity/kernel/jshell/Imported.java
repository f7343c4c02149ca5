package dev.oddity.kernel.jshell;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;

/** What the imports of a session bring, asked for by the name that code has for it. */
final class Imported {

    /** A snippet of the start has several. */
    private static final Pattern IMPORT = Pattern.compile("\\bimport\\s+(static\\s+)?([\\w$.]+?)\\.(\\w+|\\*)\\s*;");

    /** Java imports it into everything. */
    private static final Line JAVA_LANG = new Line(false, "java.lang", "*");

    private final JShell shell;
    private final DefaultImports defaults;
    private final ClassLoader loader;

    Imported(JShell shell, DefaultImports defaults, ClassLoader loader) {
        this.shell = shell;
        this.defaults = defaults;
        this.loader = loader;
    }

    /**
     * One import.
     *
     * @param from a package, or a class
     * @param name what it brings of that; a star for all
     */
    private record Line(boolean isStatic, String from, String name) {

        boolean brings(String wanted) {
            return name.equals("*") || name.equals(wanted);
        }
    }

    /** The class that a name alone stands for, as long as no cell declares another. */
    Optional<Class<?>> type(String name) {
        defaults.forNamesIn(name);
        return lines().filter(line -> line.brings(name))
                .flatMap(line -> named(line.from() + "." + name).stream())
                .findFirst();
    }

    /** Whether an import of a single name brings a class. */
    boolean isOfType(ImportSnippet line) {
        return !line.isStatic() || named(line.fullname()).isPresent();
    }

    /** Whether an import of a single name brings a constant. */
    boolean isOfField(ImportSnippet line) {
        return line.isStatic()
                && field(line.name())
                        .filter(field -> line.fullname()
                                .equals(field.getDeclaringClass().getCanonicalName() + "." + line.name()))
                        .isPresent();
    }

    /** Methods that may be called by a name alone. */
    List<Method> methods(String name) {
        return statics(name)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> isStatic(method, name))
                .toList();
    }

    /** The constant that a name alone stands for, as long as no cell declares another. */
    Optional<Field> field(String name) {
        return statics(name)
                .flatMap(type -> Arrays.stream(type.getFields()))
                .filter(field -> isStatic(field, name))
                .findFirst();
    }

    private static boolean isStatic(Member member, String name) {
        return Modifier.isStatic(member.getModifiers()) && member.getName().equals(name);
    }

    private Stream<Class<?>> statics(String name) {
        return lines().filter(line -> line.isStatic() && line.brings(name))
                .flatMap(line -> named(line.from()).stream());
    }

    /** Those of a single name first, as for the compiler. */
    private Stream<Line> lines() {
        List<Line> all = Stream.concat(
                        shell.imports()
                                .filter(snippet -> shell.status(snippet).isActive())
                                .flatMap(snippet ->
                                        IMPORT.matcher(snippet.source()).results())
                                .map(line -> new Line(line.group(1) != null, line.group(2), line.group(3))),
                        Stream.of(JAVA_LANG))
                .toList();
        return Stream.concat(
                all.stream().filter(line -> !line.name().equals("*")),
                all.stream().filter(line -> line.name().equals("*")));
    }

    /** The public class of a name as code writes it: a dot may also stand before the name of an inner one. */
    private Optional<Class<?>> named(String written) {
        for (String name = written; ; name = inner(name)) {
            try {
                return Optional.<Class<?>>of(Class.forName(name, false, loader))
                        .filter(type -> Modifier.isPublic(type.getModifiers()));
            } catch (ClassNotFoundException | LinkageError e) {
                if (name.indexOf('.') < 0) {
                    return Optional.empty();
                }
            }
        }
    }

    private static String inner(String name) {
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot) + "$" + name.substring(dot + 1);
    }
}
