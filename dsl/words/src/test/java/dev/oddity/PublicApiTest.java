package dev.oddity;

import dev.oddity.core.Experiment;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.reporters.QuietReporter;
import org.junit.jupiter.api.Test;

/**
 * The public classes and members of the words and of the core, held to an approved list: a change of them is seen in
 * review. If the change is meant, put the received file in the approved one's place.
 */
class PublicApiTest {

    @Test
    void the_public_api_is_as_approved() {
        Approvals.verify(
                classes().map(PublicApiTest::describe).collect(Collectors.joining("\n")),
                new Options(new QuietReporter()));
    }

    private static Stream<Class<?>> classes() {
        String core = Experiment.class.getPackageName();
        try (ScanResult scan =
                new ClassGraph().acceptPackages("dev.oddity").enableClassInfo().scan()) {
            return scan.getAllClasses().loadClasses().stream()
                    .filter(type ->
                            type == Oddity.class || type.getPackageName().startsWith(core))
                    .filter(type -> type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath()
                            .matches(".*(/classes/|oddity[^/]*(?<!-tests)\\.jar)"))
                    .filter(PublicApiTest::isPublic)
                    .toList()
                    .stream();
        }
    }

    /** A nested class is public only if those around it are. */
    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    private static String describe(Class<?> type) {
        Stream<String> fields = Arrays.stream(type.getDeclaredFields())
                .filter(PublicApiTest::isVisible)
                .map(PublicApiTest::describe);
        Stream<String> constructors = Arrays.stream(type.getDeclaredConstructors())
                .filter(PublicApiTest::isVisible)
                .map(PublicApiTest::describe);
        Stream<String> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(PublicApiTest::isVisible)
                .filter(method -> !isValueMethod(method))
                .map(PublicApiTest::describe);
        return type.toGenericString().replaceFirst("^public ", "")
                + "\n"
                + Stream.of(fields, constructors, methods)
                        .flatMap(members -> members.sorted())
                        .map(member -> "    " + member + "\n")
                        .collect(Collectors.joining());
    }

    private static boolean isVisible(Member member) {
        return Modifier.isPublic(member.getModifiers()) && !member.isSynthetic();
    }

    private static boolean isValueMethod(Method method) {
        return method.getName().matches("equals|hashCode|toString")
                || method.getDeclaringClass().isEnum() && method.getName().matches("values|valueOf");
    }

    private static String describe(Field field) {
        return kept(field) + name(field.getGenericType()) + " " + field.getName();
    }

    private static String describe(Constructor<?> constructor) {
        return constructor.getDeclaringClass().getSimpleName() + parameters(constructor);
    }

    private static String describe(Method method) {
        return kept(method) + name(method.getGenericReturnType()) + " " + method.getName() + parameters(method);
    }

    private static String kept(Member member) {
        return Modifier.isStatic(member.getModifiers()) ? "static " : "";
    }

    private static String parameters(Executable executable) {
        return Arrays.stream(executable.getGenericParameterTypes())
                .map(PublicApiTest::name)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String name(Type type) {
        return type.getTypeName().replaceAll("\\b[a-z][A-Za-z0-9]*\\.", "").replace('$', '.');
    }
}
