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
    JsonObject answer(Fields request) {
        boolean output = request.flag("output", false);
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

    private List<Entry> chosen(Fields request) {
        return switch (request.text("hist_access_type", "tail")) {
            case "range" -> range(request.number("start", 1), request.number("stop", Integer.MAX_VALUE));
            case "search" -> last(search(request), request.number("n", Integer.MAX_VALUE));
            default -> last(entries, request.number("n", Integer.MAX_VALUE));
        };
    }

    private List<Entry> range(int start, int stop) {
        return entries.stream()
                .filter(entry -> entry.count() >= start && entry.count() < stop)
                .toList();
    }

    private List<Entry> search(Fields request) {
        Pattern glob = glob(request.text("pattern", "*"));
        List<Entry> found = entries.stream()
                .filter(entry -> glob.matcher(entry.input()).matches())
                .toList();
        if (!request.flag("unique", false)) {
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
}
