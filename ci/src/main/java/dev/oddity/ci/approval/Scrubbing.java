package dev.oddity.ci.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.approvaltests.scrubbers.GuidScrubber;

/**
 * The one place that says what does not count in text that is held against approved text. Rules go one after the other over all
 * texts of a notebook together, so that one value has one token in every cell; a cell's own rules go first, over that cell.
 * Numbers are none of its business: those that may move are metrics, which have names and tolerances.
 */
final class Scrubbing {

    private static final String UNIT = "(?:ns|[µμu]s|ms|s|secs?|seconds?|mins?|minutes?|h|hours?)(?![\\w/])";
    private static final String AMOUNT = "\\d+(?:[.,]\\d+)* ?" + UNIT;
    private static final String TIME = "\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?";
    private static final String DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
    private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    private static final String FILE = "\\bfile:(?://)?";
    /** Of a path: to its end, but for the full stop of a sentence. */
    private static final String REST = "[^\\s\"'<>|,;:)\\]]*[^\\s\"'<>|,;:)\\].]";

    /** In the order in which they go: a path may hold what others would take out of it. */
    private static final List<ScrubRule> RULES = List.of(
            ScrubRule.numbered(
                    "temp",
                    "(?:(?:" + FILE + "|(?<![\\w:/.<~-]))(?:/private)?/(?:tmp|var/tmp|var/folders)/"
                            + "|\\b[A-Za-z]:\\\\(?:[^\\\\\\s]+\\\\)*Temp\\\\)" + REST),
            ScrubRule.numbered("path", "(?:" + FILE + "|(?<![\\w:/.<~-]))/(?:[\\w.@+~-]+/)+[\\w.@+~%-]*[\\w@+~%-]"),
            ScrubRule.numbered("path", "\\b[A-Za-z]:\\\\" + REST),
            ScrubRule.numbered("lambda", "(?<=\\$\\$Lambda)(?:\\$\\d+)?/(?:0x)?[0-9a-f]+"),
            new ScrubRule("uuid", new GuidScrubber().getPattern(), true),
            ScrubRule.plain(
                    "date",
                    "\\b(?:\\d{4}-\\d{2}-\\d{2}(?:[T ]" + TIME + "(?:Z|[+-]\\d{2}:?\\d{2})?(?:\\[[\\w/+-]+\\])?)?"
                            + "|" + DAY + " " + MONTH + " \\d{2} " + TIME + " [A-Z]{2,5} \\d{4}"
                            + "|" + DAY + ", \\d{1,2} " + MONTH + " \\d{4} " + TIME + " GMT"
                            + "|\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?)(?!\\w)"),
            ScrubRule.plain("duration", "(?<![\\w.])" + AMOUNT + "(?: " + AMOUNT + ")*"),
            ScrubRule.plain("duration", "\\bPT(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?(?<=[HMS])(?!\\w)"),
            ScrubRule.numbered(
                    "thread",
                    "(?:Virtual)?Thread\\[[^\\]\\n]*\\](?:/runnable(?:@[\\w.-]+)?)?|\\b(?:Thread-\\d+|pool-\\d+-thread-\\d+"
                            + "|ForkJoinPool(?:\\.commonPool|-\\d+)-worker-\\d+)\\b"),
            // One in thirty thousand is shorter, and precision@10 is none.
            ScrubRule.numbered("hash", "(?<=[\\w$;\\]]@)[0-9a-f]{5,8}(?![\\w@]|[.-]\\w)"));

    private static final String END = "\n\0\n";
    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern RULED = Pattern.compile("([-─=])\\1{2,}");

    private Scrubbing() {}

    /** In order; several rules may have one name. */
    static List<String> ruleNames() {
        return RULES.stream().map(ScrubRule::name).distinct().toList();
    }

    /**
     * One text.
     *
     * @param isJson whether its spaces are indents, and not what lines columns up
     * @param cell what the cell that showed it adds and leaves out
     */
    record Shown(String text, boolean isJson, CellScrubbing cell) {

        Shown {
            text = text.replace("\r\n", "\n").replace('\r', '\n').replace('\0', '␀');
        }

        /** A column is as wide as its widest value: where one was taken out, the width says nothing any more. */
        String laidOut(String scrubbed) {
            boolean asItWas = isJson || scrubbed.equals(text);
            String whole = asItWas
                    ? scrubbed
                    : RULED.matcher(SPACES.matcher(scrubbed).replaceAll(" ")).replaceAll("$1$1$1");
            return whole.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
        }
    }

    /** The texts with tokens in place of what does not count, line ends as {@code \n}, and no spaces before them. */
    static List<String> scrubbed(List<Shown> shown) {
        List<String> texts = shown.stream().map(Shown::text).collect(Collectors.toCollection(ArrayList::new));
        for (int i = 0; i < texts.size(); i++) {
            for (ScrubRule own : shown.get(i).cell().own()) {
                texts.set(i, own.scrubber().scrub(texts.get(i)));
            }
        }
        for (ScrubRule rule : RULES) {
            scrub(rule, shown, texts);
        }
        for (int i = 0; i < texts.size(); i++) {
            texts.set(i, shown.get(i).laidOut(texts.get(i)));
        }
        return texts;
    }

    private static void scrub(ScrubRule rule, List<Shown> shown, List<String> texts) {
        int[] concerned = IntStream.range(0, texts.size())
                .filter(i -> !shown.get(i).cell().keeps(rule))
                .toArray();
        String all = IntStream.of(concerned).mapToObj(texts::get).collect(Collectors.joining(END));
        String[] parts = rule.scrubber().scrub(all).split(END, -1);
        for (int i = 0; i < concerned.length; i++) {
            texts.set(concerned[i], parts[i]);
        }
    }
}
