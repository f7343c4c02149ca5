package dev.oddity.core;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jars a run had at hand, by the names Maven gives them. */
final class Libraries {

    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d.*)\\.jar");

    private Libraries() {}

    /** Version by artifact name; folders of classes and jars without a version are left out. */
    static Map<String, String> onClassPath() {
        Map<String, String> versions = new TreeMap<>();
        Arrays.stream(System.getProperty("java.class.path", "").split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> JAR.matcher(Path.of(entry).getFileName().toString()))
                .filter(Matcher::matches)
                .forEach(jar -> versions.put(jar.group(1), jar.group(2)));
        return versions;
    }
}
