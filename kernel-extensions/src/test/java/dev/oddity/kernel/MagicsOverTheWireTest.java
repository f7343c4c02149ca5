package dev.oddity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.oddity.kernel.maven.resolver.TestRepository;
import dev.oddity.kernel.wire.KernelClient;
import dev.oddity.kernel.wire.KernelClient.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Magics in the real kernel, whose user has a settings.xml with a mirror of Maven Central on this machine. */
class MagicsOverTheWireTest {

    @TempDir
    private static Path home;

    private static TestRepository repository;
    private static KernelClient kernel;

    @BeforeAll
    static void start() throws IOException {
        repository = new TestRepository()
                .library("org.hello:hello:1.0", jar("hello", "Hello"), "org.hello:words:1.0")
                .library("org.hello:words:1.0", jar("words", "Words"))
                .library("org.hello:alone:1.0", jar("alone", "Alone"));
        repository.settings(home.resolve(".m2"));
        List<String> command = new ArrayList<>(KernelSpec.ofThisJvm().arguments());
        command.add(1, "-Duser.home=" + home);
        kernel = KernelClient.start(command, home);
    }

    @AfterAll
    static void stop() {
        kernel.close();
        repository.close();
    }

    @Test
    void a_library_and_what_it_needs_are_there_for_the_next_statement() {
        Answer answer = kernel.execute(
                "%maven org.hello:hello:1.0\nimport org.hello.hello.Hello;\nimport org.hello.words.Words;\nnew Hello() + \" \" + new Words()");

        assertThat(text(answer)).isEqualTo("Hello Words");
        assertThat(answer.contents("update_display_data").stream().map(MagicsOverTheWireTest::plain))
                .last()
                .asString()
                .startsWith("downloaded 4 files, ");
    }

    @Test
    void cells_of_ijava_run() throws IOException {
        Path lib = Files.createDirectories(home.resolve("lib with space"));
        Files.write(lib.resolve("one.jar"), jar("one", "One"));
        Files.write(lib.resolve("two.jar"), jar("two", "Two"));

        Answer answer =
                kernel.execute("%mavenRepo here " + repository.url() + "\n%addMavenRepo again " + repository.url()
                        + "\n%addMavenDependencies --from " + repository.url() + " org.hello:words:1.0\n"
                        + "List<String> addedJars = %jars \"" + lib + "/*.jar\"\n"
                        + "import org.hello.one.*;\nimport org.hello.two.*;\n"
                        + "addedJars.size() + \" \" + new One() + new Two()");

        assertThat(text(answer)).isEqualTo("2 OneTwo");
    }

    @Test
    void magics_may_be_called_from_java_as_in_ijava() throws IOException {
        Path jar = Files.write(home.resolve("called it.jar"), jar("called", "Called"));

        Answer answer = kernel.execute("List<String> called = lineMagic(\"jars\", List.of(\"" + jar + "\"));\n"
                + "import org.hello.called.Called;\ncalled.size() + \" \" + new Called()");

        assertThat(text(answer)).isEqualTo("1 Called");
        assertThat(text(kernel.execute("Object timed = cellMagic(\"time\", List.of(), \"6 * 7\");\ntimed")))
                .isEqualTo("42");
    }

    @Test
    void while_a_cell_is_typed_magics_names_and_files_are_completed_and_java_goes_on_around_them() throws IOException {
        Files.createDirectories(home.resolve("typed/folder"));
        Files.createFile(home.resolve("typed/file.jar"));
        Files.createFile(home.resolve("typed/file.txt"));

        JsonObject names = kernel.complete("%mav");
        assertThat(matches(names)).containsExactly("maven", "mavenRepo");
        assertThat(names.getAsJsonObject("metadata")
                        .getAsJsonArray("_jupyter_types_experimental")
                        .get(0)
                        .getAsJsonObject()
                        .get("signature")
                        .getAsString())
                .startsWith("%maven g:a:v");
        assertThat(matches(kernel.complete("var jars = %jars " + home + "/typed/f")))
                .containsExactly(home + "/typed/file.jar", home + "/typed/folder/");
        assertThat(matches(kernel.complete("%maven org.a:b:1\nMath.floorM"))).containsExactly("floorMod(");
        assertThat(matches(kernel.complete("%time Math.floorM"))).containsExactly("floorMod(");
        assertThat(matches(kernel.complete("%%loadFromPOM\n<dep"))).isEmpty();
        assertThat(matches(kernel.complete("%help ma"))).containsExactly("maven", "mavenRepo");
        assertThat(matches(kernel.complete("1 + 1;\n%help %loa"))).containsExactly("load", "loadFromPOM");
        assertThat(matches(kernel.complete("%help "))).contains("help", "vars");
    }

    @Test
    void a_pom_of_pieces_may_stand_in_a_cell_as_in_ijava_and_jjava() {
        Answer answer = kernel.execute("%%loadFromPOM\n<repository>\n  <id>here</id>\n  <url>" + repository.url()
                + "</url>\n</repository>\n\n<dependency>\n  <groupId>org.hello</groupId>\n  <artifactId>hello</artifactId>\n"
                + "  <version>1.0</version>\n</dependency>");

        assertThat(text(answer)).contains("hello-1.0.jar").contains("words-1.0.jar");
        assertThat(text(kernel.execute("%loadFromPOM " + pom() + " runtime compile")))
                .contains("words-1.0.jar");
    }

    @Test
    void a_value_of_a_magic_keeps_its_type() {
        kernel.execute("%maven org.hello:hello:1.0");
        assertThat(
                        text(
                                kernel.execute(
                                        "var jars = %maven --offline org.hello:hello:1.0\n"
                                                + "String first = jars.get(0);\nvar timed = %time 6 * 7\nfirst.endsWith(\"hello-1.0.jar\") && timed == 42")))
                .isEqualTo("true");
    }

    @Test
    void a_magic_is_not_run_for_a_variable_that_is_final() throws IOException {
        Path jar = Files.write(home.resolve("vain.jar"), jar("vain", "Vain"));
        kernel.execute("final List<String> fixed = List.of();");

        assertThat(error("  fixed = %jars " + jar)).startsWith("cannot assign a value to final variable fixed (");
        assertThat(error("new org.hello.vain.Vain()")).contains("org.hello.vain");
        assertThat(text(kernel.execute("final List<String> fixed = %jars " + jar
                        + "\nfixed.size() + \" \" + new org.hello.vain.Vain()")))
                .isEqualTo("1 Vain");
    }

    @Test
    void what_cannot_be_had_is_told_in_one_sentence() {
        assertThat(error("%maven org.hello:hello:1.1"))
                .startsWith("%maven: no library org.hello:hello:1.1; asked mirror (" + repository.url() + ")")
                .endsWith(". Versions near it: 1.0");
        assertThat(error("%maven hello"))
                .isEqualTo("%maven: 'hello' names no library; it is written group:artifact:version, such as"
                        + " org.apache.commons:commons-text:1.12.0");
        assertThat(error("%mavenRepo old http://old.org/m2"))
                .isEqualTo("%mavenRepo: repository old: http://old.org/m2 is not encrypted, and anyone on the way could"
                        + " change what it sends; write https://old.org/m2");
        assertThat(error("%maven --ofline a:b:1"))
                .isEqualTo("%maven: no option --ofline; there are --offline, --from, --verbose, -v");
        assertThat(error("%jars nothing/*.jar"))
                .isEqualTo("%jars: nothing is at nothing/*.jar; paths are relative to "
                        + Path.of("").toAbsolutePath());
    }

    @Test
    void of_two_versions_the_kernels_own_is_said_to_stay() throws IOException {
        Path jar = Files.write(
                home.resolve("gson-1.0.jar"),
                TestJar.of(Map.of("com/google/gson/Gson.java", "package com.google.gson; public class Gson {}")));

        Answer answer = kernel.execute("%jars " + jar);

        assertThat(answer.text("stderr"))
                .matches(
                        "gson-1\\.0\\.jar: the kernel's own gson-[0-9.]+\\.jar stays; of classes that are in both, cells"
                                + " see that one\n");
    }

    @Test
    void of_two_versions_the_one_that_was_added_before_is_said_to_stay() throws IOException {
        Path first = Files.write(home.resolve("twice-1.0.jar"), jar("twice", "Twice"));
        Path second = Files.write(home.resolve("twice-2.0.jar"), jar("twice", "Twice"));

        assertThat(kernel.execute("%jars " + first).text("stderr")).isEmpty();
        assertThat(kernel.execute("%jars " + second).text("stderr"))
                .isEqualTo(
                        "twice-2.0.jar: twice-1.0.jar, added before, stays; of classes that are in both, cells see that"
                                + " one; restart the kernel and add twice-2.0.jar alone to use it\n");
        assertThat(text(kernel.execute("org.hello.twice.Twice.class.getProtectionDomain().getCodeSource().getLocation()"
                        + ".getPath().replaceAll(\".*/\", \"\")")))
                .isEqualTo("twice-1.0.jar");
    }

    @Test
    void what_is_neither_a_jar_nor_a_folder_is_refused_and_nothing_beside_it_added() throws IOException {
        Path good = Files.write(home.resolve("good.jar"), jar("good", "Good"));
        Path bad = Files.writeString(home.resolve("passwd"), "root:x:0:0");

        assertThat(error("%jars " + good + " " + bad)).startsWith("%jars: " + bad + " is no jar, or a damaged one: ");
        assertThat(error("%classpath " + bad)).startsWith("%classpath: " + bad + " is no jar, or a damaged one: ");
        assertThat(kernel.execute("new org.hello.good.Good()")
                        .reply()
                        .get("status")
                        .getAsString())
                .isEqualTo("error");
        assertThat(text(kernel.execute("%jars " + good + "\nnew org.hello.good.Good()")))
                .isEqualTo("Good");
    }

    @Test
    void a_pom_without_a_name_gets_one_and_one_without_dependencies_is_told_as_such() {
        assertThat(error("%%loadFromPOM\n<project></project>"))
                .startsWith("%%loadFromPOM: no <dependency> here; a cell holds a POM or pieces of one");
        assertThat(
                        text(
                                kernel.execute(
                                        "%%loadFromPOM\n<project><dependencies><dependency><groupId>org.hello</groupId>"
                                                + "<artifactId>alone</artifactId><version>1.0</version></dependency></dependencies></project>")))
                .contains("alone-1.0.jar");
        assertThat(error("%%loadFromPOM\n<dependency><groupId>org.hello</groupId><artifactId>words</artifactId>"
                        + "</dependency>"))
                .isEqualTo("%%loadFromPOM: the POM makes no sense: 'dependencies.dependency.version' for"
                        + " org.hello:words:jar is missing.");
    }

    @Test
    void each_jar_of_the_kernels_that_has_a_class_of_an_added_one_is_named() throws IOException {
        Path jar = Files.write(
                home.resolve("fat.jar"),
                TestJar.of(Map.of(
                        "a/first/First.java", "package a.first; public class First {}",
                        "com/google/gson/Gson.java", "package com.google.gson; public class Gson {}",
                        "org/knowm/xchart/XYChart.java", "package org.knowm.xchart; public class XYChart {}")));

        assertThat(kernel.execute("%jars " + jar).text("stderr").lines())
                .hasSize(2)
                .anyMatch(line -> line.matches("fat\\.jar: the kernel's own gson-[0-9.]+\\.jar stays;.*"))
                .anyMatch(line -> line.matches("fat\\.jar: the kernel's own xchart-[0-9.]+\\.jar stays;.*"));
    }

    @Test
    void an_interrupt_ends_a_download_whose_server_says_nothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String cell = "%%loadFromPOM\n<repository><id>silent</id><url>http://127.0.0.1:" + silent.getLocalPort()
                    + "/</url></repository><dependency><groupId>dev.oddity.test</groupId>"
                    + "<artifactId>never-there</artifactId><version>1.0</version></dependency>";

            silent.setSoTimeout(300_000);
            List<Socket> callers = new ArrayList<>();

            Answer answer = kernel.executeAndInterrupt(cell, () -> callers.add(accept(silent)));

            assertThat(answer.reply().get("ename").getAsString()).isEqualTo("java.lang.InterruptedException");
            assertThat(answer.reply().get("evalue").getAsString()).endsWith("loadFromPOM: interrupted");
            callers.get(0).close();
        }
        assertThat(kernel.execute("1 + 1").reply().get("status").getAsString()).isEqualTo("ok");
    }

    private static Socket accept(ServerSocket server) {
        try {
            return server.accept();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_cells_of_ijava_and_jjava_find_without_an_import_is_there() {
        assertThat(text(kernel.execute("eval(\"int evaluated = 4;\");\neval(\"evaluated + 1\")")))
                .isEqualTo("5");
        assertThat(text(kernel.execute("evaluated"))).isEqualTo("4");
        assertThat(kernel.execute("printf(\"%.1f of %s\", 2.5, \"3\");").text("stdout"))
                .isEqualTo("2.5 of 3");
        assertThat(text(kernel.execute(
                        "List.of(BigDecimal.ONE, URI.create(\"a:b\"), Pattern.compile(\"c\"), Duration.ZERO,"
                                + " TimeUnit.DAYS, Preferences.MAX_KEY_LENGTH).size()")))
                .isEqualTo("6");
        assertThat(text(kernel.execute("getKernelInstance().getRenderer().createRegistration(Duration.class)\n"
                        + "    .register((value, context) -> context.getOutputContainer().putText(\"a while\"));\n"
                        + "Duration.ofDays(1)")))
                .isEqualTo("a while");
    }

    @Test
    void extensions_in_added_jars_are_installed_as_jjava_does() throws IOException {
        Path jar = Files.write(
                home.resolve("extension.jar"),
                TestJar.of(Map.of(
                        "org/hello/Greeting.java",
                        "package org.hello; public class Greeting implements org.dflib.jjava.jupyter.Extension {"
                                + " public void install(org.dflib.jjava.jupyter.kernel.BaseKernel kernel) {"
                                + " kernel.getMagicsRegistry().registerLineMagic(\"greet\", (k, words) -> \"hello \" + words); } }",
                        "META-INF/services/org.dflib.jjava.jupyter.Extension",
                        "org.hello.Greeting")));

        Answer answer = kernel.execute("%classpath " + jar + "\n%greet Ann \"and Bob\"");

        assertThat(text(answer)).isEqualTo("hello [Ann, and Bob]");
    }

    @Test
    void a_java_file_a_script_and_a_notebook_can_be_loaded() throws IOException {
        Path java = Files.writeString(
                home.resolve("Shapes.java"), "package org.shapes;\n\npublic class Square { double side = 3; }\n");
        Path script = Files.writeString(
                home.resolve("start.jsh"), "/set feedback concise\n// a comment\nint started = 4;\nstarted + 1\n");
        Path notebook = Files.writeString(
                home.resolve("book.ipynb"),
                "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"text\"]},"
                        + "{\"cell_type\": \"code\", \"source\": [\"int read = 1;\\n\", \"read += 1;\"]},"
                        + "{\"cell_type\": \"code\", \"source\": \"%time read + 40\"}]}");

        assertThat(text(kernel.execute("%load " + java + "\nnew Square().side")))
                .isEqualTo("3.0");
        Answer loaded = kernel.execute("%load " + script);
        assertThat(text(loaded)).isEqualTo("5");
        assertThat(loaded.text("stderr"))
                .isEqualTo("start.jsh: /set feedback concise is a command of the tool jshell and was left out\n");
        assertThat(text(kernel.execute("%load " + notebook))).isEqualTo("42");
    }

    @Test
    void a_script_for_the_tool_jshell_may_leave_semicolons_out() throws IOException {
        Path script = Files.writeString(home.resolve("open.jsh"), """
                /set feedback concise
                import java.util.stream.*
                int loaded = 3   // three
                String said = "a;" + 'b' /* more */
                int twice(int x) {
                  return 2 * x;
                }
                var list = Stream.of(1, 2)
                    .map(x -> twice(x))
                    .toList()
                if (loaded > 2) {
                  loaded++;
                }
                %time loaded += 1
                String text = \"""
                  int no = 1
                  \"""
                list.get(1) + loaded + said.length() + text.length()
                """);

        assertThat(text(kernel.execute("%load " + script))).isEqualTo("23");
    }

    @Test
    void each_line_of_a_script_may_be_an_expression() throws IOException {
        Path script = Files.writeString(home.resolve("lines.jsh"), """
                var lines = new java.util.ArrayList<String>()
                lines.add("a // b")   // one; two
                lines.add("c")  /* three */
                if (lines.size() > 1) lines.remove(0)
                @Deprecated
                int count() { return lines.size(); }
                count()
                lines.get(0) + count()""");

        assertThat(text(kernel.execute("%load " + script))).isEqualTo("c1");
    }

    @Test
    void an_error_in_a_loaded_script_has_the_line_that_it_has_in_the_file() throws IOException {
        Path script = Files.writeString(home.resolve("wrongly.jsh"), "int open = 1\n\nint bad = missing\n");

        assertThat(error("%load " + script)).isEqualTo("cannot find symbol (wrongly.jsh, line 3)");
        assertThat(text(kernel.execute("open"))).isEqualTo("1");
    }

    @Test
    void an_error_in_a_loaded_file_points_into_it_and_a_circle_is_told() throws IOException {
        Path wrong = Files.writeString(home.resolve("wrong.jsh"), "int fine = 1;\nint bad = missing;\n");
        Path circle = home.resolve("circle.jsh");
        Files.writeString(circle, "%load " + circle);

        assertThat(error("%load " + wrong)).isEqualTo("cannot find symbol (wrong.jsh, line 2)");
        assertThat(error("%load " + circle)).isEqualTo("%load: circle.jsh loads itself: circle.jsh → circle.jsh");
    }

    @Test
    void reset_forgets_what_was_declared_and_keeps_imports() throws IOException {
        try (KernelClient other = KernelClient.start(
                KernelSpec.ofThisJvm().arguments(), Files.createDirectories(home.resolve("reset")))) {
            other.execute("import java.math.BigInteger;\nint gone = 1; int gone() { return 1; } class Gone {}");

            other.execute("%reset");

            assertThat(other.execute("gone").reply().get("status").getAsString())
                    .isEqualTo("error");
            assertThat(other.execute("gone()").reply().get("status").getAsString())
                    .isEqualTo("error");
            assertThat(text(other.execute("String gone = \"new\";\ngone + BigInteger.TEN + List.of(1)")))
                    .isEqualTo("new10[1]");
        }
    }

    @Test
    void help_tells_all_about_a_magic() {
        String help = text(kernel.execute("%help maven"));

        assertThat(help)
                .startsWith("%maven g:a:v       adds a library")
                .contains("--offline")
                .endsWith("also: %addMavenDependency, %addMavenDependencies");
        assertThat(text(kernel.execute("%maven?"))).isEqualTo(help);
        assertThat(text(kernel.execute("%help %addMavenDependency"))).isEqualTo(help);
        assertThat(text(kernel.execute("%help"))).contains("%maven g:a:v").contains("%reset");
        assertThat(error("%help mavn")).startsWith("no magic %mavn; did you mean 'maven'? magics: ");
    }

    @Test
    void objects_keep_their_values_and_get_new_methods_in_the_kernel_as_its_spec_starts_it() {
        kernel.execute("class Counter { int n = 5; int next() { return n + 1; } }\nvar counter = new Counter();");

        Answer answer = kernel.execute("class Counter { int n = 5; int next() { return n + 2; } }\ncounter.next()");

        assertThat(text(answer)).isEqualTo("7");
        assertThat(answer.contents("stream")).isEmpty();
    }

    private static List<String> matches(JsonObject reply) {
        List<String> matches = new ArrayList<>();
        reply.getAsJsonArray("matches").forEach(match -> matches.add(match.getAsString()));
        return matches;
    }

    private static Path pom() {
        try {
            return Files.writeString(
                    home.resolve("pom.xml"),
                    "<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId>"
                            + "<version>1</version><dependencies><dependency><groupId>org.hello</groupId>"
                            + "<artifactId>words</artifactId><version>1.0</version></dependency></dependencies></project>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of one class, whose text is its name. */
    private static byte[] jar(String part, String name) throws IOException {
        return TestJar.of(Map.of(
                name + ".java",
                "package org.hello." + part + "; public class " + name + " { public String toString() { return \""
                        + name + "\"; } }"));
    }

    private static String error(String code) {
        return kernel.execute(code).reply().get("evalue").getAsString();
    }

    private static String text(Answer answer) {
        return plain(answer.contents("execute_result").get(0));
    }

    private static String plain(JsonObject shown) {
        return shown.getAsJsonObject("data").get("text/plain").getAsString();
    }
}
