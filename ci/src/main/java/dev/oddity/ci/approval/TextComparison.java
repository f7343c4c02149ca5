package dev.oddity.ci.approval;

import java.util.ArrayList;
import java.util.List;

/** The outline of what cells said against the approved one, line by line. */
public record TextComparison(List<String> approved, List<String> received) {

    private static final int SHOWN = 60;
    /** Of what a cell said. */
    private static final int INDENT = 4;
    /** Beyond so many pairs of lines, what is between the first and the last difference counts as changed. */
    private static final long PAIRS = 4_000_000;

    public TextComparison {
        approved = List.copyOf(approved);
        received = List.copyOf(received);
    }

    static TextComparison of(String approved, String received) {
        return new TextComparison(approved.lines().toList(), received.lines().toList());
    }

    public boolean holds() {
        return approved.equals(received);
    }

    /** How many cells were compared. */
    public int cells() {
        return (int) received.stream().filter(TextComparison::isCell).count();
    }

    /** The lines that differ, old ones with {@code -} and new ones with {@code +}, below the place where they stand. */
    public String table() {
        List<String> lines = new ArrayList<>();
        String place = "";
        int more = 0;
        List<Change> changes = changes();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            if (i + 1 < changes.size() && changes.get(i + 1).isBelow(change)) {
                // The place of what stands below it tells as much.
                continue;
            }
            int needed = change.place().equals(place) ? 1 : 2;
            if (more > 0 || lines.size() + needed > SHOWN) {
                more++;
                continue;
            }
            if (needed == 2) {
                place = change.place();
                lines.add(place + " (- old, + new)");
            }
            lines.add("  " + change.sign() + " " + change.line());
        }
        if (more > 0) {
            lines.add("… and %,d more lines".formatted(more));
        }
        return String.join("\n", lines);
    }

    private record Change(String place, int depth, char sign, String line) {

        boolean isBelow(Change heading) {
            return sign == heading.sign && depth > heading.depth;
        }
    }

    private List<Change> changes() {
        int start = 0;
        int shorter = Math.min(approved.size(), received.size());
        while (start < shorter && approved.get(start).equals(received.get(start))) {
            start++;
        }
        int same = 0;
        while (same < shorter - start
                && approved.get(approved.size() - 1 - same).equals(received.get(received.size() - 1 - same))) {
            same++;
        }
        return changes(start, approved.size() - same, received.size() - same);
    }

    /** By the longest common subsequence. */
    private List<Change> changes(int start, int oldEnd, int newEnd) {
        List<Change> olds = changes('-', approved);
        List<Change> news = changes('+', received);
        boolean few = (long) (oldEnd - start) * (newEnd - start) <= PAIRS;
        int[][] common = few ? common(start, oldEnd, newEnd) : new int[0][0];
        List<Change> changes = new ArrayList<>();
        int old = start;
        int now = start;
        while (old < oldEnd || now < newEnd) {
            if (few && old < oldEnd && now < newEnd && approved.get(old).equals(received.get(now))) {
                old++;
                now++;
            } else if (old < oldEnd
                    && (now == newEnd
                            || !few
                            || common[old - start + 1][now - start] >= common[old - start][now - start + 1])) {
                changes.add(olds.get(old++));
            } else {
                changes.add(news.get(now++));
            }
        }
        return changes;
    }

    private int[][] common(int start, int oldEnd, int newEnd) {
        int[][] common = new int[oldEnd - start + 1][newEnd - start + 1];
        for (int old = oldEnd - start - 1; old >= 0; old--) {
            for (int now = newEnd - start - 1; now >= 0; now--) {
                common[old][now] = approved.get(start + old).equals(received.get(start + now))
                        ? common[old + 1][now + 1] + 1
                        : Math.max(common[old + 1][now], common[old][now + 1]);
            }
        }
        return common;
    }

    /** Each line as if it were a difference, with the place where it stands. */
    private static List<Change> changes(char sign, List<String> lines) {
        List<Change> changes = new ArrayList<>();
        String cell = "";
        String kind = "";
        for (String line : lines) {
            if (isCell(line)) {
                cell = "cell '" + line + "'";
                changes.add(new Change(cell, 0, sign, line));
            } else if (isKind(line)) {
                kind = ", " + line.strip();
                changes.add(new Change(cell, 1, sign, line.strip()));
            } else {
                changes.add(new Change(cell + kind, 2, sign, line.isEmpty() ? "" : line.substring(INDENT)));
            }
        }
        return changes;
    }

    static boolean isCell(String line) {
        return !line.isEmpty() && line.charAt(0) != ' ';
    }

    private static boolean isKind(String line) {
        return line.startsWith("  ") && !line.startsWith(" ".repeat(INDENT));
    }
}
