package dev.oddity.kernel.jshell;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.QualifiedNames;

/** Classes that a name nobody knows may have meant, from the whole class path; those of this house first. */
final class MissingImports {

    /**
     * For all names of a cell together. JShell reads the class path in the background: until it has, an error at once is
     * worth more than a hint.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int MOST = 3;

    private static final List<String> LIKELIEST = List.of(
            "dev.oddity.",
            "tech.tablesaw.api.",
            "ai.djl.",
            "org.tribuo.",
            "org.knowm.xchart.",
            "java.util.",
            "java.",
            "javax.");

    private static final Pattern NOT_FOR_USERS = Pattern.compile("\\.(internal|impl|shaded|shade)\\.");

    private final SourceCodeAnalysis analysis;
    private final Lull lull;
    private long waitedNanos;

    /** @param lull what JShell waits for before it reads the class path */
    MissingImports(SourceCodeAnalysis analysis, Lull lull) {
        this.analysis = analysis;
        this.lull = lull;
    }

    /** Qualified names of classes of a simple name, the likeliest first. */
    List<String> of(String name) {
        lull.want();
        long start = System.nanoTime();
        QualifiedNames names = analysis.listQualifiedNames(name, name.length());
        while (!names.isUpToDate() && waitedNanos + System.nanoTime() - start < PATIENCE.toNanos() && pause()) {
            names = analysis.listQualifiedNames(name, name.length());
        }
        waitedNanos += System.nanoTime() - start;
        return names.getNames().stream()
                .filter(found -> !NOT_FOR_USERS.matcher(found).find())
                .sorted(Comparator.comparing(MissingImports::rank).thenComparing(found -> found))
                .limit(MOST)
                .toList();
    }

    /** A cell begins: it may wait anew. */
    void beginCell() {
        waitedNanos = 0;
    }

    private static int rank(String name) {
        for (int rank = 0; rank < LIKELIEST.size(); rank++) {
            if (name.startsWith(LIKELIEST.get(rank))) {
                return rank;
            }
        }
        return LIKELIEST.size();
    }

    private static boolean pause() {
        try {
            Thread.sleep(50);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
