package dev.oddity.reproducibility;

import java.nio.file.Path;
import java.util.List;

/**
 * What a checkout has that its commit has not.
 *
 * @param files a line for each file, as {@code git status --porcelain} writes it; the first {@value #MOST_FILES}
 * @param text the difference of the code, for {@code git apply}: changed tracked files and new ones of code, notebooks without
 *     what runs left in them; empty if only other files differ. Of a longer one the first {@value #MOST_CHARACTERS} characters
 * @param whole whether nothing was cut off
 */
public record Patch(List<String> files, String text, boolean whole) {

    private static final int MOST_FILES = 200;
    private static final int MOST_CHARACTERS = 100_000;
    private static final String UNTOLD = "git did not tell what differs\n";

    public Patch {
        files = List.copyOf(files);
    }

    /** @param changes what {@code git status --porcelain} said */
    static Patch of(Path folder, String changes) {
        List<String> files = changes.lines().toList();
        return UncommittedCode.of(folder, 4 * MOST_CHARACTERS)
                .map(text -> bounded(files, text))
                .orElseGet(() -> new Patch(bounded(files, "").files(), UNTOLD, false));
    }

    static Patch bounded(List<String> files, String text) {
        return new Patch(
                files.subList(0, Math.min(MOST_FILES, files.size())),
                text.substring(0, Math.min(MOST_CHARACTERS, text.length())),
                files.size() <= MOST_FILES && text.length() <= MOST_CHARACTERS);
    }
}
