package dev.oddity.kernel.jshell;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.QualifiedNames;

/** Classes that a name nobody knows may have meant, from the whole class path; those of this house first. */
final class MissingImports {

    /** JShell reads the class path in the background; the first question may have to wait for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

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

    /** @param lull what JShell waits for before it reads the class path */
    MissingImports(SourceCodeAnalysis analysis, Lull lull) {
        this.analysis = analysis;
        this.lull = lull;
    }

    /** Qualified names of what the statement names up to an offset, the likeliest first. */
    List<String> at(String statement, int end) {
        lull.want();
        QualifiedNames names = analysis.listQualifiedNames(statement, end);
        for (long until = System.nanoTime() + PATIENCE.toNanos();
                !names.isUpToDate() && System.nanoTime() < until && pause(); ) {
            names = analysis.listQualifiedNames(statement, end);
        }
        return names.getNames().stream()
                .filter(name -> !NOT_FOR_USERS.matcher(name).find())
                .sorted(Comparator.comparing(MissingImports::rank).thenComparing(name -> name))
                .limit(MOST)
                .toList();
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
