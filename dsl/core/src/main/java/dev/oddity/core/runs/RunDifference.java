package dev.oddity.core.runs;

import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.Html;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.display.Page;
import dev.oddity.core.display.TableView;
import dev.oddity.reproducibility.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What two runs do not share, old beside new: only what differs is listed.
 *
 * @param before the older run's id
 * @param after the other's
 * @param settings of the experiments
 * @param data what was loaded, and how it was divided
 * @param environment Java, machine, code, libraries, threads
 * @param figures means over the seeds, to the last bit
 * @param reasons why figures may differ, one sentence each
 */
public record RunDifference(
        String before,
        String after,
        List<Change> settings,
        List<Change> data,
        List<Change> environment,
        List<Change> figures,
        List<String> reasons)
        implements Displayable {

    private static final int LONGEST = 60;

    public RunDifference {
        settings = List.copyOf(settings);
        data = List.copyOf(data);
        environment = List.copyOf(environment);
        figures = List.copyOf(figures);
        reasons = List.copyOf(reasons);
    }

    static RunDifference between(RecordedRun before, RecordedRun after) {
        return between(before, after, Change.between(before.means(), after.means()));
    }

    static RunDifference between(RecordedRun before, RecordedRun after, List<Change> figures) {
        List<Change> settings = Change.between(before.settings(), after.settings());
        List<Change> data = Change.between(loaded(before), loaded(after));
        List<Change> environment = Change.between(before.environment(), after.environment());
        return new RunDifference(
                before.id(), after.id(), settings, data, environment, figures, Reasons.of(settings, data, environment));
    }

    /** Where data came from may be told otherwise while they are the same. */
    private static Map<String, Object> loaded(RecordedRun run) {
        Map<String, Object> data = new TreeMap<>(run.data());
        data.remove("provenance");
        return data;
    }

    /** Whether the two agree in every setting, row and figure, wherever they ran. */
    public boolean same() {
        return settings.isEmpty() && data.isEmpty() && figures.isEmpty();
    }

    @Override
    public MimeBundle display() {
        Page page = Page.titled("What differs").summary(before + " against " + after);
        page = section(page, "Settings", "Setting", settings);
        page = section(page, "Data", "Data", data);
        page = section(page, "Environment", "Environment", environment);
        page = section(page, "Figures", "Figure", figures);
        if (!figures.isEmpty()) {
            page = page.section("Why", reasons.stream().map(Html::paragraph).toArray(Html[]::new));
        }
        return MimeBundle.text(toString()).with(MimeBundle.HTML, page.fragment().markup());
    }

    private static Page section(Page page, String heading, String head, List<Change> changes) {
        return page.section(
                heading,
                changes.isEmpty()
                        ? Html.paragraph("No difference.")
                        : new TableView(table(head, changes), Math.max(1, changes.size())).html());
    }

    private static Table table(String head, List<Change> changes) {
        return Table.create(
                head,
                column(head, changes, Change::name),
                column("Old", changes, change -> shortened(change.before())),
                column("New", changes, change -> shortened(change.after())),
                column("Change", changes, Change::difference));
    }

    private static StringColumn column(String head, List<Change> changes, Function<Change, String> cell) {
        return StringColumn.create(head, changes.stream().map(cell));
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        parts.add(before + " against " + after);
        Stream.of(
                        text("setting", settings),
                        text("data", data),
                        text("environment", environment),
                        text("figure", figures))
                .filter(part -> !part.isEmpty())
                .forEach(parts::add);
        if (parts.size() == 1) {
            parts.add("nothing differs");
        } else if (!figures.isEmpty()) {
            parts.add(reasons.stream().map(reason -> "why: " + reason).collect(Collectors.joining("\n")));
        }
        return String.join("\n\n", parts);
    }

    private static String text(String head, List<Change> changes) {
        return Change.table(
                head,
                changes.stream()
                        .map(change -> new Change(
                                change.name(),
                                shortened(change.before()),
                                shortened(change.after()),
                                change.difference()))
                        .toList());
    }

    /** A patch has many lines. */
    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > LONGEST || line.length() < text.length()
                ? line.substring(0, Math.min(LONGEST, line.length())) + "…"
                : text;
    }
}
