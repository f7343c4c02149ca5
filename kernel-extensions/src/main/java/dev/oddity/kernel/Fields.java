package dev.oddity.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** The fields of a request. One that is missing, null or of another type counts as left out. */
record Fields(JsonObject content) {

    String text(String name, String otherwise) {
        return content.get(name) instanceof JsonPrimitive text ? text.getAsString() : otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        return content.get(name) instanceof JsonPrimitive flag && flag.isBoolean() ? flag.getAsBoolean() : otherwise;
    }

    int number(String name, int otherwise) {
        return content.get(name) instanceof JsonPrimitive number && number.isNumber() ? number.getAsInt() : otherwise;
    }
}
