package dev.oddity.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarPackagesTest {

    @TempDir
    private Path folder;

    @Test
    void a_package_has_the_classes_of_all_jars_and_none_of_the_packages_below_it() throws IOException {
        Path first = jar("first.jar", "", "a/One.class", "a/One$Inner.class", "a/b/Deep.class", "a/notes.txt");
        Path second = jar("second.jar", "", "a/Two.class", "META-INF/versions/21/a/Three.class", "Bare.class");

        JarPackages packages = new JarPackages(first + File.pathSeparator + second);

        assertThat(packages.classes("a"))
                .extracting(JarClass::binaryName)
                .containsExactly("a.One", "a.One$Inner", "a.Two");
        assertThat(packages.classes("a.b")).extracting(JarClass::binaryName).containsExactly("a.b.Deep");
        assertThat(packages.classes("")).extracting(JarClass::binaryName).containsExactly("Bare");
        assertThat(packages.classes("no.such")).isEmpty();
    }

    @Test
    void folders_files_that_are_no_jars_and_jars_that_bring_others_are_left_to_the_compiler() throws IOException {
        Path bringing = jar("bringing.jar", "other.jar", "a/One.class");
        Path text = Files.writeString(folder.resolve("no.jar"), "no jar");
        Path plain = jar("plain.jar", "", "a/Two.class");

        JarPackages packages =
                new JarPackages(String.join(File.pathSeparator, "" + folder, "" + bringing, "" + text, "" + plain));

        assertThat(packages.jars()).containsExactly(plain);
        assertThat(packages.others()).containsExactly(folder, bringing, text);
    }

    private Path jar(String name, String classPath, String... entries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!classPath.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (String entry : entries) {
                jar.putNextEntry(new JarEntry(entry));
            }
        }
        return file;
    }
}
