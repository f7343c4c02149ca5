package dev.oddity.ci.notebook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A class of the JDK's with values that are written as a text, and read back by a method of its own. */
record WrittenType(Kind kind, String javaName) implements WordType {

    enum Kind {
        DURATION(
                "java.time.",
                "Duration",
                "parse",
                "a duration such as PT5M",
                "\"PT5M\"",
                Duration::parse,
                "ofDays",
                "ofHours",
                "ofMinutes",
                "ofSeconds",
                "ofMillis"),
        DATE("java.time.", "LocalDate", "parse", "a date such as 2025-12-31", "\"2025-12-31\"", LocalDate::parse, "of"),
        PATH("java.nio.file.", "Path", "of", "a path such as data/a.csv", "\"data/a.csv\"", words -> {});

        private final String place;
        private final String name;
        private final String reader;
        private final String example;
        private final String sample;
        private final Consumer<String> check;
        private final Set<String> makers;

        Kind(
                String place,
                String name,
                String reader,
                String example,
                String sample,
                Consumer<String> check,
                String... makers) {
            this.place = place;
            this.name = name;
            this.reader = reader;
            this.example = example;
            this.sample = sample;
            this.check = check;
            this.makers = Set.of(makers);
        }

        private boolean isNamed(String javaName) {
            return javaName.equals(name) || javaName.equals(place + name);
        }
    }

    static Optional<ParameterType> named(String javaName) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.isNamed(javaName))
                .findFirst()
                .map(kind -> new WrittenType(kind, javaName));
    }

    /** Whether a call makes a value of one of these classes from constants alone. */
    static boolean isMaker(String method) {
        int dot = method.lastIndexOf('.');
        String called = method.substring(dot + 1);
        return Arrays.stream(Kind.values())
                .anyMatch(kind -> dot > 0
                        && kind.isNamed(method.substring(0, dot))
                        && (called.equals(kind.reader) || kind.makers.contains(called)));
    }

    @Override
    public String example() {
        return kind.example;
    }

    @Override
    public String sample(int which) {
        return kind.sample;
    }

    @Override
    public Optional<String> literal(String words) {
        try {
            kind.check.accept(words);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.of("%s%s.%s(%s)".formatted(kind.place, kind.name, kind.reader, TypedJson.text(words)));
    }
}
