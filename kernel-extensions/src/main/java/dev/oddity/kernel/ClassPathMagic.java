package dev.oddity.kernel;

import dev.oddity.kernel.jshell.CellError;
import dev.oddity.kernel.jshell.JavaSession;
import dev.oddity.kernel.jshell.Outcome;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** {@code %classpath [path …]}: shows the class path, or adds jars and folders of classes to it. */
final class ClassPathMagic implements Magic {

    private final JavaSession session;
    private final Set<Path> added = new LinkedHashSet<>();

    ClassPathMagic(JavaSession session) {
        this.session = session;
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
    public Outcome run(MagicCall call) {
        if (call.arguments().isEmpty()) {
            StringBuilder text = new StringBuilder();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                text.append(entry).append('\n');
            }
            added.forEach(path -> text.append(path).append('\n'));
            return new Outcome(true, new DisplayData(text.toString().stripTrailing()), List.of());
        }
        for (String entry : call.arguments().split(File.pathSeparator)) {
            add(Path.of(entry.strip()).toAbsolutePath().normalize());
        }
        return new Outcome(false, null, List.of());
    }

    private void add(Path path) {
        if (!Files.exists(path)) {
            String message = "%classpath: no file or folder " + path + "; paths are relative to the notebook's folder";
            throw new CellError("NoSuchFile", message, List.of(message));
        }
        if (added.add(path)) {
            session.addToClassPath(path.toString());
        }
    }
}
