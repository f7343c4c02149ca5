package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code %jars lib/*.jar}: adds jars to the class path. Its value is their paths. */
final class JarsMagic implements Magic {

    private final ClassPath classPath;

    JarsMagic(ClassPath classPath) {
        this.classPath = classPath;
    }

    @Override
    public String name() {
        return "jars";
    }

    @Override
    public List<String> aliases() {
        return List.of("addJar", "addJars");
    }

    @Override
    public String help() {
        return "%jars lib/*.jar    adds jars to the class path; its value is the list of their paths";
    }

    @Override
    public String details() {
        return """
            %jars a.jar "with space/b.jar" lib/*.jar lib/**/*.jar
            * stands for any name, ** for any folders; of a folder, the jars in it are added. Paths are relative to the
            notebook's folder. Extensions for jjava-jupyter that are in the jars are installed.""";
    }

    @Override
    public List<String> files() {
        return List.of(".jar");
    }

    @Override
    public Outcome run(MagicCall call) {
        List<String> patterns = MagicArguments.of(call, Map.of()).words();
        if (patterns.isEmpty()) {
            throw Magics.error(call, "which jars? %jars lib/*.jar");
        }
        List<Path> jars = new ArrayList<>();
        for (String pattern : patterns) {
            List<Path> found = PathPattern.find(pattern);
            if (found.isEmpty()) {
                throw Magics.error(
                        call,
                        "nothing is at " + pattern + "; paths are relative to "
                                + Path.of("").toAbsolutePath());
            }
            for (Path path : found) {
                jars.addAll(Files.isDirectory(path) ? within(call, path) : List.of(path));
            }
        }
        return ClassPathMagic.add(call, classPath, jars);
    }

    private static List<Path> within(MagicCall call, Path folder) {
        List<Path> jars = PathPattern.find(folder + "/*.jar");
        if (jars.isEmpty()) {
            throw Magics.error(call, "no jar is in the folder " + folder + "; %classpath adds a folder of classes");
        }
        return jars;
    }
}
