package dev.oddity.ci.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.oddity.ci.formula.Formula;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.core.display.Html;
import dev.oddity.reproducibility.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A code cell as HTML: its code, which folds away, and what it showed. */
final class ShownCell {

    /** Of several forms of one value the first of these is shown. */
    private static final List<String> PICTURES = List.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final boolean java;
    private final Markdown markdown;

    /**
     * @param java whether the code is in Java; that of other languages is not coloured
     * @param markdown for texts that code shows
     */
    ShownCell(boolean java, Markdown markdown) {
        this.java = java;
        this.markdown = markdown;
    }

    List<Html> html(Cell cell) {
        List<Html> pieces = new ArrayList<>();
        if (!cell.source().isBlank()) {
            pieces.add(new Html("<details class=\"oddity-source\" open><summary>" + prompt(cell)
                    + "</summary><pre class=\"oddity-code\">"
                    + (java ? JavaCode.markup(cell.source()) : Html.escape(cell.source())) + "</pre></details>"));
        }
        cell.outputs().forEach(output -> pieces.add(output(output)));
        return pieces;
    }

    private static String prompt(Cell cell) {
        return cell.executionCount().isPresent() ? "[" + cell.executionCount().getAsInt() + "]" : "code";
    }

    private Html output(JsonObject output) {
        return switch (text(output.get("output_type"))) {
            case "stream" ->
                pre(
                        "oddity-stream oddity-" + (text(output.get("name")).equals("stderr") ? "stderr" : "stdout"),
                        text(output.get("text")));
            case "error" -> pre("oddity-error", traceback(output));
            default ->
                output.get("data") instanceof JsonObject data
                        ? value(data, output.get("metadata") instanceof JsonObject given ? given : new JsonObject())
                        : new Html("");
        };
    }

    private Html value(JsonObject data, JsonObject metadata) {
        if (data.has("text/html")) {
            return ForeignMarkup.html(text(data.get("text/html")));
        }
        if (data.has("text/markdown")) {
            return markdown.html(text(data.get("text/markdown")));
        }
        Optional<String> formula = Formula.marked(text(data.get("text/latex"))).flatMap(Formula::mathMl);
        if (formula.isPresent()) {
            return new Html("<div class=\"oddity-value\">" + formula.get() + "</div>");
        }
        if (data.has("image/svg+xml")) {
            return ForeignMarkup.html(text(data.get("image/svg+xml")));
        }
        for (String type : PICTURES) {
            if (data.has(type)) {
                return picture(type, data, metadata.get(type) instanceof JsonObject size ? size : new JsonObject());
            }
        }
        if (data.has("text/latex")) {
            return pre("oddity-value", text(data.get("text/latex")));
        }
        if (data.has("application/json")) {
            return pre("oddity-value", CanonicalJson.pretty(data.get("application/json")));
        }
        return pre("oddity-value", text(data.get("text/plain")));
    }

    private static Html picture(String type, JsonObject data, JsonObject size) {
        StringBuilder attributes = new StringBuilder();
        for (String side : List.of("width", "height")) {
            if (size.has(side)) {
                attributes.append(" %s=\"%s\"".formatted(side, Html.escape(text(size.get(side)))));
            }
        }
        return new Html("<figure class=\"oddity-figure\"><img alt=\"%s\"%s src=\"data:%s;base64,%s\"></figure>"
                .formatted(
                        Html.escape(text(data.get("text/plain"))),
                        attributes,
                        type,
                        Html.escape(text(data.get(type)).replaceAll("\\s", ""))));
    }

    private static String traceback(JsonObject error) {
        String lines = error.get("traceback") instanceof JsonArray traceback
                ? String.join(
                        "\n",
                        StreamSupport.stream(traceback.spliterator(), false)
                                .map(JsonElement::getAsString)
                                .toList())
                : "";
        return lines.isBlank() ? text(error.get("ename")) + ": " + text(error.get("evalue")) : lines;
    }

    private static Html pre(String style, String text) {
        return new Html("<pre class=\"%s\">%s</pre>".formatted(style, Html.escape(withoutColours(text))));
    }

    /** Without the sequences that colour a terminal. */
    private static String withoutColours(String text) {
        return text.replaceAll("\u001b\\[[0-9;?]*[ -/]*[@-~]", "");
    }

    /** As in notebook files: a string, or lines. */
    private static String text(JsonElement text) {
        if (text == null || text.isJsonNull()) {
            return "";
        }
        if (text instanceof JsonArray lines) {
            return String.join(
                    "", lines.asList().stream().map(JsonElement::getAsString).toList());
        }
        return text.isJsonPrimitive() ? text.getAsString() : text.toString();
    }

    /** Pictures kept in a text cell, by their names. */
    static Map<String, String> attachments(JsonObject attachments) {
        Map<String, String> pictures = new java.util.TreeMap<>();
        attachments
                .asMap()
                .forEach((name, bundle) -> bundle.getAsJsonObject()
                        .asMap()
                        .forEach((type, data) -> pictures.putIfAbsent(name, "data:" + type + ";base64," + text(data))));
        return pictures;
    }
}
