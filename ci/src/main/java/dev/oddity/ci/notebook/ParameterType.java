package dev.oddity.ci.notebook;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a notebook's parameter may be. Each type reads a value and writes it as Java source; nothing is run. */
sealed interface ParameterType permits ScalarType, WordType, SequenceType, MapType {

    /** As declared, such as {@code List<Integer>}. */
    String javaName();

    /** What a value looks like, in words and with a value. */
    String example();

    /** A value as it stands in JSON, the first or the second of two. */
    String sample(int which);

    /** What is meant by words on a command line, JSON unless a type is easier to type; empty if they are of another form. */
    default Optional<JsonElement> typed(String words) {
        return TypedJson.read(words);
    }

    /** The value as Java source; empty if it is of another type, or beyond this one's range. */
    Optional<String> literal(JsonElement value);

    /** Literals one after the other, as Java lists them; empty if one of them is. */
    static Optional<String> listed(Stream<Optional<String>> literals) {
        List<Optional<String>> all = literals.toList();
        return all.stream().allMatch(Optional::isPresent)
                ? Optional.of(all.stream().flatMap(Optional::stream).collect(Collectors.joining(", ")))
                : Optional.empty();
    }
}
