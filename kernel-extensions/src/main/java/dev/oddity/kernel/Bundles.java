package dev.oddity.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.oddity.core.display.MimeBundle;
import java.util.Set;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** What is shown, in the forms of Oddity, of {@code jjava-jupyter} and of the wire. */
final class Bundles {

    private static final Gson GSON = new Gson();

    private Bundles() {}

    /** Puts forms that are as messages carry them into {@code data}. */
    static void putEncoded(MimeBundle forms, DisplayData data) {
        forms.data().forEach(data::putData);
        forms.metadata().forEach(data::putMetaData);
    }

    /**
     * {@code data}, {@code metadata} and, if it has an id, {@code transient}, as messages carry them. Of a text longer than
     * a cell may write, the beginning; of other forms those that are not too large, see {@link HeldBack}.
     */
    static JsonObject json(DisplayData shown) {
        JsonObject json = whole(shown);
        HeldBack.from(json.getAsJsonObject("data"), json.getAsJsonObject("metadata"));
        return json;
    }

    /** The MIME types of the forms, those too that are too large to be sent. */
    static Set<String> types(DisplayData shown) {
        return whole(shown).getAsJsonObject("data").keySet();
    }

    private static JsonObject whole(DisplayData shown) {
        JsonObject raw = GSON.toJsonTree(shown).getAsJsonObject();
        JsonObject json = new JsonObject();
        JsonObject data = object(raw, "data");
        if (shown.getData(MIMEType.APPLICATION_JSON) instanceof JsonElement tree) {
            // Gson has left out what is null.
            data.add(JsonForm.TYPE, tree);
        }
        if (data.get(JsonForm.TYPE) instanceof JsonPrimitive text && text.isString()) {
            // Renderers of others give text.
            data.add(JsonForm.TYPE, JsonForm.parsed(text.getAsString()));
        }
        json.add("data", data);
        json.add("metadata", object(raw, "metadata"));
        JsonObject lasting = new JsonObject();
        if (shown.hasDisplayId()) {
            lasting.addProperty("display_id", shown.getDisplayId());
        }
        json.add("transient", lasting);
        return json;
    }

    private static JsonObject object(JsonObject raw, String name) {
        return raw.get(name) instanceof JsonObject object ? object : new JsonObject();
    }
}
