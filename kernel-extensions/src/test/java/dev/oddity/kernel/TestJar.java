package dev.oddity.kernel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Jars made for a test: sources by path, compiled against this class path, and other files as they are. */
final class TestJar {

    private TestJar() {}

    static byte[] of(Map<String, String> files) throws IOException {
        Path folder = Files.createTempDirectory("test-jar");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
            if (file.getKey().endsWith(".java")) {
                JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
                List<String> arguments = List.of("-proc:none", "-d", folder.toString(), path.toString());
                if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
                    throw new IllegalArgumentException(file.getValue());
                }
                Files.delete(path);
            }
        }
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(jar);
                Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(folder.relativize(path).toString().replace('\\', '/')));
                out.write(Files.readAllBytes(path));
            }
        }
        return jar.toByteArray();
    }
}
