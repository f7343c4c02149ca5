package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Cell;
import dev.oddity.kernel.jshell.Completion;
import dev.oddity.kernel.jshell.Completions;
import dev.oddity.kernel.jshell.JavaSession;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Help while a cell with magics is being typed. */
final class MagicEditing {

    /** Behind what a statement ends with, or what assigns a magic's value; without one, no cell need be split. */
    private static final Pattern MAY_BEGIN = Pattern.compile("(?:^|[\n;}=/])\\s*%");

    private final Magics magics;
    private final JavaSession session;
    private final JavaBesideMagics java;

    MagicEditing(Magics magics, JavaSession session) {
        this.magics = magics;
        this.session = session;
        this.java = new JavaBesideMagics(magics, session);
    }

    /** The cell with every magic blanked out, at the same length: what Java has to say of it. */
    String java(String code) {
        StringBuilder java = new StringBuilder(code);
        for (MagicCall call : calls(code)) {
            int end = isOnJava(call)
                    ? call.line().start()
                    : call.onCell() ? call.end() : call.line().end();
            for (int i = call.sign(); i < end; i++) {
                if (java.charAt(i) != '\n') {
                    java.setCharAt(i, ' ');
                }
            }
            if (!call.target().isEmpty()) {
                java.replace(call.sign(), call.sign() + 2, "0;");
            }
        }
        return java.toString();
    }

    /** Names of magics or of files; empty where Java stands. */
    Optional<Completions> complete(String code, int at) {
        return calls(code).stream()
                .filter(call -> call.sign() < at
                        && at <= call.end()
                        && !(isOnJava(call) && at > call.line().start()))
                .findFirst()
                .map(call -> complete(call, code, at));
    }

    /** All about the magic whose name the cursor is on. */
    Optional<String> inspect(String code, int at) {
        return calls(code).stream()
                .filter(call -> call.sign() <= at && at <= call.line().start())
                .filter(call -> magics.find(call.name()).isPresent())
                .findFirst()
                .map(call -> magics.help(call.name()));
    }

    private Completions complete(MagicCall call, String code, int at) {
        if (at <= call.line().start()) {
            return named(Math.min(call.line().start() - call.name().length(), at), code, at);
        }
        if (at > call.line().end()) {
            return new Completions(List.of(), at, at);
        }
        return magics.find(call.name()).map(Magic::takesNames).orElse(false)
                ? named(wordStart(call, code, at, " \t%"), code, at)
                : files(call, code, at);
    }

    private Completions files(MagicCall call, String code, int at) {
        List<String> endings = magics.find(call.name()).map(Magic::files).orElse(List.of());
        int start = endings.isEmpty() ? at : wordStart(call, code, at, " \t\"'");
        return new Completions(
                endings.isEmpty()
                        ? List.of()
                        : paths(code.substring(start, at), endings).stream()
                                .map(path -> new Completion(path, "path", ""))
                                .toList(),
                start,
                at);
    }

    private static int wordStart(MagicCall call, String code, int at, String before) {
        int start = at;
        while (start > call.line().start() && before.indexOf(code.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    private Completions named(int start, String code, int at) {
        String begun = code.substring(start, at);
        return new Completions(
                magics.names().stream()
                        .filter(name -> name.startsWith(begun))
                        .map(name -> new Completion(
                                name,
                                "magic",
                                magics.find(name).map(Magic::help).orElse("")))
                        .toList(),
                start,
                at);
    }

    private static List<String> paths(String typed, List<String> endings) {
        String folder = typed.substring(0, typed.lastIndexOf('/') + 1);
        String begun = typed.substring(folder.length());
        List<String> paths = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder.isEmpty() ? "." : folder))) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                boolean hidden = name.startsWith(".") && !begun.startsWith(".");
                if (name.startsWith(begun) && !hidden) {
                    if (Files.isDirectory(file)) {
                        paths.add(folder + name + "/");
                    } else if (endings.stream().anyMatch(name::endsWith)) {
                        paths.add(folder + name);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // No folder of this name, or none that may be read: nothing to suggest.
            return List.of();
        }
        return paths.stream().sorted().toList();
    }

    private boolean isOnJava(MagicCall call) {
        return magics.find(call.name()).map(Magic::isOnJava).orElse(false);
    }

    private List<MagicCall> calls(String code) {
        List<MagicCall> calls = new ArrayList<>();
        if (!MAY_BEGIN.matcher(code).find()) {
            return calls;
        }
        Cell cell = new Cell("typed", code);
        for (int at = session.skipBlank(cell, 0); at < code.length(); at = session.skipBlank(cell, at)) {
            Optional<MagicCall> call = MagicCall.at(cell, at);
            call.ifPresent(calls::add);
            int start = at;
            at = call.map(found -> isOnJava(found) ? found.line().start() : found.end())
                    .orElseGet(() -> java.statementAt(cell, start).end());
        }
        return calls;
    }
}
