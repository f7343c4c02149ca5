package dev.oddity.ci.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.Optional;

/** A type whose values are written as a text: on a command line without quotation marks. */
sealed interface WordType extends ParameterType permits WrittenType, EnumType {

    /** The value of this name as Java source; empty if there is none. */
    Optional<String> literal(String words);

    @Override
    default Optional<JsonElement> typed(String words) {
        return Optional.of(new JsonPrimitive(words));
    }

    @Override
    default Optional<String> literal(JsonElement value) {
        return value instanceof JsonPrimitive given && given.isString()
                ? literal(given.getAsString())
                : Optional.empty();
    }
}
