package dev.oddity.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.oddity.core.display.LibraryView;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.display.ValueText;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Values as JSON, for those who ask for it. */
final class JsonForm {

    static final String TYPE = MimeBundle.JSON;

    private static final JsonSerializer<Object> AS_TEXT = (value, type, context) -> new JsonPrimitive(value.toString());

    private static final JsonSerializer<Number> FINITE = (value, type, context) ->
            Double.isFinite(value.doubleValue()) ? new JsonPrimitive(value) : JsonNull.INSTANCE;

    private static final JsonSerializer<Optional<?>> HELD =
            (value, type, context) -> value.map(context::serialize).orElse(JsonNull.INSTANCE);

    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .registerTypeAdapter(double.class, FINITE)
            .registerTypeAdapter(Double.class, FINITE)
            .registerTypeAdapter(float.class, FINITE)
            .registerTypeAdapter(Float.class, FINITE)
            .registerTypeAdapter(Optional.class, HELD)
            .registerTypeHierarchyAdapter(TemporalAccessor.class, AS_TEXT)
            .registerTypeHierarchyAdapter(Path.class, AS_TEXT)
            .registerTypeHierarchyAdapter(Column.class, (JsonSerializer<Column<?>>) (column, type, context) -> {
                JsonArray values = new JsonArray();
                for (int row = 0; row < column.size(); row++) {
                    values.add(cell(column, row, context));
                }
                return values;
            })
            .registerTypeHierarchyAdapter(Table.class, (JsonSerializer<Table>) JsonForm::rows)
            .registerTypeAdapterFactory(new OfLibraries())
            .create();

    private JsonForm() {}

    /**
     * Maps, collections, arrays, records and other objects by their fields, as Gson has them; of a table a list of its
     * rows; of text that is JSON what it says. Missing values, and NaN, which JSON lacks, are null.
     *
     * @return none if the value has no such form: it holds itself, or things of the JDK that have none
     */
    static Optional<JsonElement> of(Object value) {
        try {
            JsonElement json = value instanceof CharSequence text ? parsed(text.toString()) : GSON.toJsonTree(value);
            // What Gson can't look into, such as a lambda, is null to it.
            return json.isJsonNull() && !(value instanceof Number) ? Optional.empty() : Optional.of(json);
        } catch (JsonParseException | IllegalArgumentException | UnsupportedOperationException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** What text of JSON says: an object or an array; other text is itself. */
    static JsonElement parsed(String text) {
        try {
            JsonElement parsed = JsonParser.parseString(text);
            return parsed.isJsonObject() || parsed.isJsonArray() ? parsed : new JsonPrimitive(text);
        } catch (JsonParseException e) {
            return new JsonPrimitive(text);
        }
    }

    private static JsonElement rows(Table table, Type type, JsonSerializationContext context) {
        JsonArray rows = new JsonArray();
        for (int row = 0; row < table.rowCount(); row++) {
            JsonObject cells = new JsonObject();
            for (Column<?> column : table.columns()) {
                cells.add(column.name(), cell(column, row, context));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static JsonElement cell(Column<?> column, int row, JsonSerializationContext context) {
        @Nullable Object value = column.get(row);
        return value == null || column.isMissing(row) ? JsonNull.INSTANCE : context.serialize(value);
    }

    /** As their library's view has it; Gson would look into native handles. */
    private static final class OfLibraries implements TypeAdapterFactory {

        @Override
        public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            return LibraryView.existsFor(type.getRawType()) ? new Written<T>(gson).nullSafe() : null;
        }
    }

    private static final class Written<T> extends TypeAdapter<T> {

        private final Gson gson;

        Written(Gson gson) {
            this.gson = gson;
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            Map<String, Object> forms =
                    LibraryView.of(value).orElseThrow().display(TYPE).data();
            if (!forms.containsKey(TYPE)) {
                throw new JsonParseException("no JSON of this " + ValueText.kind(value));
            }
            gson.toJson(gson.toJsonTree(forms.get(TYPE)), out);
        }

        @Override
        public T read(JsonReader in) {
            throw new UnsupportedOperationException("values are written as JSON and not read");
        }
    }
}
