package dev.oddity.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.oddity.core.display.MimeBundle;
import java.util.Base64;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** What is shown, in the forms of Oddity, of {@code jjava-jupyter} and of the wire. */
final class Bundles {

    private static final Gson GSON = new Gson();

    private Bundles() {}

    /** Puts every form into {@code data}: bytes as Base64, JSON as JSON. */
    static void put(MimeBundle bundle, DisplayData data) {
        bundle.data().forEach((type, form) -> data.putData(type, form(type, form)));
        bundle.metadata().forEach(data::putMetaData);
    }

    static DisplayData displayData(MimeBundle bundle) {
        DisplayData data = new DisplayData();
        put(bundle, data);
        return data;
    }

    /** {@code data}, {@code metadata} and, if it has an id, {@code transient}, as messages carry them. */
    static JsonObject json(DisplayData shown) {
        JsonObject raw = GSON.toJsonTree(shown).getAsJsonObject();
        JsonObject json = new JsonObject();
        json.add("data", object(raw, "data"));
        json.add("metadata", object(raw, "metadata"));
        JsonObject lasting = new JsonObject();
        if (shown.hasDisplayId()) {
            lasting.addProperty("display_id", shown.getDisplayId());
        }
        json.add("transient", lasting);
        return json;
    }

    private static Object form(String type, Object form) {
        if (form instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        if (form instanceof Map || form instanceof JsonElement || isJson(type)) {
            return form instanceof JsonElement element ? element : GSON.toJsonTree(form);
        }
        return String.valueOf(form);
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json");
    }

    private static JsonObject object(JsonObject raw, String name) {
        return raw.get(name) instanceof JsonObject object ? object : new JsonObject();
    }
}
