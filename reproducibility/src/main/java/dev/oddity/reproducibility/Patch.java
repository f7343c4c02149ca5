package dev.oddity.reproducibility;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a checkout has that its commit has not.
 *
 * @param files a line for each file, as {@code git status --porcelain} writes it; the first {@value #MOST_FILES}
 * @param text the difference of the code, for {@code git apply}: changed tracked files, binary ones too, and new ones of code,
 *     notebooks without what runs left in them; empty if only other files differ. Of a longer one the first
 *     {@value #MOST_CHARACTERS} characters
 * @param leftOut files of the code whose changes are too large for the text
 * @param whole whether nothing was cut off the text or the lists
 */
public record Patch(List<String> files, String text, List<LeftOut> leftOut, boolean whole) {

    static final int MOST_FILES = 200;
    private static final int MOST_CHARACTERS = 100_000;
    private static final String UNTOLD = "git did not tell what differs\n";

    public Patch {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }

    /** @param changes what {@code git status --porcelain} said */
    static Patch of(Path folder, String changes) {
        List<String> files = changes.lines().toList();
        return UncommittedCode.of(folder, MOST_CHARACTERS)
                .map(code -> bounded(files, code.text(), code.leftOut()))
                .orElseGet(() -> new Patch(bounded(files, "", List.of()).files(), UNTOLD, List.of(), false));
    }

    static Patch bounded(List<String> files, String text, List<LeftOut> leftOut) {
        return new Patch(
                files.subList(0, Math.min(MOST_FILES, files.size())),
                text.substring(0, Math.min(MOST_CHARACTERS, text.length())),
                leftOut.subList(0, Math.min(MOST_FILES, leftOut.size())),
                files.size() <= MOST_FILES && text.length() <= MOST_CHARACTERS && leftOut.size() <= MOST_FILES);
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new TreeMap<>(Map.of("files", files, "text", text, "whole", whole));
        if (!leftOut.isEmpty()) {
            tree.put("leftOut", leftOut.stream().collect(Collectors.toMap(LeftOut::path, LeftOut::tree)));
        }
        return tree;
    }
}
