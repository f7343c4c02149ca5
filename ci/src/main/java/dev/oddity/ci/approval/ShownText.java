package dev.oddity.ci.approval;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.core.display.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a cell says in words: streams, plain text, JSON other than metrics, the names and messages of errors. Of a picture its type
 * and size, since fonts differ; forms for the eye only, such as HTML, say nothing that the plain text does not.
 *
 * @param kind {@code stdout}, a MIME type, or {@code error}
 */
record ShownText(String kind, String text) {

    private static final Gson PRETTY = new GsonBuilder()
            .serializeNulls()
            .serializeSpecialFloatingPointValues()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .create();

    /** In the order in which the cell showed it. */
    static List<ShownText> of(Cell cell) {
        List<ShownText> shown = new ArrayList<>();
        for (JsonObject output : cell.outputs()) {
            switch (text(output.get("output_type"))) {
                case "stream" -> shown.add(new ShownText(text(output.get("name")), text(output.get("text"))));
                case "error" ->
                    shown.add(new ShownText("error", text(output.get("ename")) + ": " + text(output.get("evalue"))));
                default -> {
                    if (output.get("data") instanceof JsonObject data) {
                        new TreeMap<>(data.asMap()).forEach((type, form) -> add(shown, type, form));
                    }
                }
            }
        }
        return shown;
    }

    private static void add(List<ShownText> shown, String type, JsonElement form) {
        if (type.equals(MimeBundle.METRICS)) {
            return;
        }
        if (isJson(type)) {
            shown.add(new ShownText(type, PRETTY.toJson(sorted(form))));
        } else if (type.startsWith("image/")) {
            shown.add(new ShownText(type, PictureSize.of(type, text(form))));
        } else if (type.equals("text/plain")) {
            shown.add(new ShownText(type, text(form)));
        }
    }

    boolean isJson() {
        return isJson(kind);
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json");
    }

    private static JsonElement sorted(JsonElement json) {
        if (json instanceof JsonObject object) {
            JsonObject sorted = new JsonObject();
            for (Map.Entry<String, JsonElement> entry : new TreeMap<>(object.asMap()).entrySet()) {
                sorted.add(entry.getKey(), sorted(entry.getValue()));
            }
            return sorted;
        }
        if (json instanceof JsonArray array) {
            JsonArray sorted = new JsonArray();
            array.forEach(element -> sorted.add(sorted(element)));
            return sorted;
        }
        return json;
    }

    /** As in notebook files: a string, or lines. */
    private static String text(JsonElement text) {
        if (text instanceof JsonArray lines) {
            return lines.asList().stream().map(ShownText::text).collect(Collectors.joining());
        }
        return text instanceof JsonPrimitive value ? value.getAsString() : "";
    }
}
