package dev.oddity.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cells of this session and the text of their results, for front ends that let a user look back. */
final class History {

    /** A front end may number sessions; this kernel remembers the present one alone. */
    private static final int SESSION = 1;

    private record Entry(int count, String input, @Nullable String output) {}

    private final List<Entry> entries = new ArrayList<>();

    void add(int count, String input, @Nullable String output) {
        entries.add(new Entry(count, input, output));
    }

    /** Content of a {@code history_request} to content of its reply. */
    JsonObject answer(JsonObject request) {
        boolean output = flag(request, "output");
        JsonArray list = new JsonArray();
        for (Entry entry : chosen(request)) {
            JsonArray row = new JsonArray();
            row.add(SESSION);
            row.add(entry.count());
            if (output) {
                JsonArray both = new JsonArray();
                both.add(entry.input());
                both.add(entry.output());
                row.add(both);
            } else {
                row.add(entry.input());
            }
            list.add(row);
        }
        JsonObject reply = new JsonObject();
        reply.addProperty("status", "ok");
        reply.add("history", list);
        return reply;
    }

    private List<Entry> chosen(JsonObject request) {
        String access = request.has("hist_access_type")
                ? request.get("hist_access_type").getAsString()
                : "tail";
        return switch (access) {
            case "range" -> range(number(request, "start", 1), number(request, "stop", Integer.MAX_VALUE));
            case "search" -> last(search(request), number(request, "n", Integer.MAX_VALUE));
            default -> last(entries, number(request, "n", Integer.MAX_VALUE));
        };
    }

    private List<Entry> range(int start, int stop) {
        return entries.stream()
                .filter(entry -> entry.count() >= start && entry.count() < stop)
                .toList();
    }

    private List<Entry> search(JsonObject request) {
        Pattern glob = glob(request.has("pattern") ? request.get("pattern").getAsString() : "*");
        List<Entry> found = entries.stream()
                .filter(entry -> glob.matcher(entry.input()).matches())
                .toList();
        if (!flag(request, "unique")) {
            return found;
        }
        Map<String, Entry> latest = new LinkedHashMap<>();
        for (Entry entry : found) {
            latest.remove(entry.input());
            latest.put(entry.input(), entry);
        }
        return List.copyOf(latest.values());
    }

    private static Pattern glob(String pattern) {
        String regex = pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    private static List<Entry> last(List<Entry> all, int n) {
        return all.subList(Math.max(0, all.size() - Math.max(0, n)), all.size());
    }

    private static boolean flag(JsonObject request, String name) {
        return request.has(name) && request.get(name).getAsBoolean();
    }

    private static int number(JsonObject request, String name, int otherwise) {
        return request.has(name) && !request.get(name).isJsonNull()
                ? request.get(name).getAsInt()
                : otherwise;
    }
}
