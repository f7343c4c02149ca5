package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Outcome;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** {@code %classpath [path …]}: shows the class path, or adds jars and folders of classes to it. */
final class ClassPathMagic implements Magic {

    private final ClassPath classPath;

    ClassPathMagic(ClassPath classPath) {
        this.classPath = classPath;
    }

    @Override
    public String name() {
        return "classpath";
    }

    @Override
    public String help() {
        return "%classpath [path]  shows the class path, or adds a jar or a folder of classes to it";
    }

    @Override
    public String details() {
        return """
            %classpath target/classes lib/*.jar
            A folder is one of classes; %jars takes the jars in it. Several may also be parted as the system parts them
            (a:b, on Windows a;b). Its value is the list of what was added.""";
    }

    @Override
    public List<String> files() {
        return List.of(".jar");
    }

    @Override
    public Outcome run(MagicCall call) {
        if (call.arguments().isEmpty()) {
            String text = classPath.entries().stream().map(Path::toString).collect(Collectors.joining("\n"));
            return Outcome.of(new DisplayData(text));
        }
        // A path with spaces that is there needs no quotes.
        List<String> words = Files.exists(Path.of(call.arguments()))
                ? List.of(call.arguments())
                : MagicArguments.of(call, Map.of()).words();
        List<Path> paths = new ArrayList<>();
        for (String word : words) {
            for (String entry : word.split(File.pathSeparator)) {
                List<Path> found = PathPattern.find(entry);
                if (found.isEmpty()) {
                    throw Magics.error(
                            call,
                            "no file or folder " + Path.of("").toAbsolutePath().resolve(entry)
                                    + "; paths are relative to the notebook's folder");
                }
                paths.addAll(found);
            }
        }
        return add(call, classPath, paths);
    }

    /** The paths are the value. */
    static Outcome add(MagicCall call, ClassPath classPath, List<Path> paths) {
        try {
            classPath.add(paths);
            return Outcome.of(paths.stream().map(Path::toString).toList());
        } catch (IllegalArgumentException e) {
            throw Magics.error(call, String.valueOf(e.getMessage()));
        }
    }
}
