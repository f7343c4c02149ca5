package dev.oddity.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditingTest {

    private static JavaSession session = new JavaSession(new CellThread(Duration.ofSeconds(1)), note -> {});

    @BeforeAll
    static void declare() {
        run("import static dev.oddity.Oddity.*;");
        run("import java.util.*;");
        run("String greeting = \"hello\";");
        run("int rounds(int most) { return most; }");
    }

    private static void run(String source) {
        Cell cell = new Cell("cell", source);
        session.run(cell, session.statementAt(cell, 0));
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1 + 1", "int x = 3", "int x = 3;\nint y = 4;", "class A { }", "// comment", "for (;;) { }"})
    void whole_cells_are_complete(String source) {
        assertThat(session.readiness(source)).isEqualTo(new Readiness(Readiness.Status.COMPLETE, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int f(int x) {",
                "int x = 3;\nint y = (",
                "\"a\".chars(\n",
                "int f() { // a smile: :-)\n",
                "int f() { String open = \"((\";\n",
            })
    void unfinished_cells_are_incomplete_and_the_next_line_is_indented(String source) {
        assertThat(session.readiness(source)).isEqualTo(new Readiness(Readiness.Status.INCOMPLETE, "    "));
    }

    @Test
    void an_open_comment_is_incomplete() {
        assertThat(session.readiness("/* so").status()).isEqualTo(Readiness.Status.INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@Deprecated", "@Deprecated @SuppressWarnings(\"all\")\n"})
    void what_an_annotation_stands_on_is_still_to_come(String source) {
        assertThat(session.readiness(source).status()).isEqualTo(Readiness.Status.INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"int = = ;", "int x = 3;\n)"})
    void what_can_never_be_java_is_invalid(String source) {
        assertThat(session.readiness(source).status()).isEqualTo(Readiness.Status.INVALID);
    }

    @Test
    void completion_replaces_the_begun_name_and_knows_what_it_is() {
        Completions found = session.complete("int n = 1; greeting.subs", 24);

        assertThat(found.texts()).containsExactly("substring(");
        assertThat(found.start()).isEqualTo(20);
        assertThat(found.end()).isEqualTo(24);
        assertThat(found.all().get(0).type()).isEqualTo("function");
        assertThat(found.all().get(0).signature())
                .isEqualTo("String String.substring(int beginIndex)\n"
                        + "String String.substring(int beginIndex, int endIndex)");
    }

    @Test
    void a_cursor_behind_the_end_is_one_at_the_end() {
        assertThat(session.complete("greeting.subs", 99)).isEqualTo(session.complete("greeting.subs", 13));
        assertThat(session.inspect("greeting", 99)).isEqualTo(session.inspect("greeting", 8));
    }

    @Test
    void nothing_is_offered_for_what_nobody_knows() {
        assertThat(session.complete("greeting.nothingLikeIt", 22)).isEqualTo(new Completions(List.of(), 22, 22));
    }

    @Test
    void after_each_stage_the_words_of_the_next_come_first_and_those_of_every_object_last() {
        String begun = "experiment(\"x\").data(kdd99()).";

        List<String> words = session.complete(begun, begun.length()).texts();

        assertThat(words).contains("model(", "models(");
        assertThat(words.indexOf("model(")).isLessThan(words.indexOf("equals("));
        assertThat(words).last().asString().startsWith("wait(");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "experiment(\"a\").data( | kdd99(), csv(, creditCardFraud(), synthetic( | autoencoder()",
                "experiment(\"a\").data(kdd99()).model( | autoencoder(), vae(), pca(), isolationForest( | kdd99()",
                "experiment(\"a\").data(kdd99()).models(vae(), | autoencoder(), vae(), pca() | rocAuc()",
                "experiment(\"a\").data(kdd99()).model(vae()).score( | elbo(, reconstructionError() | vae()",
                "experiment(\"a\").data(kdd99()).model(vae()).evaluate( | rocAuc(), averagePrecision(), f1() | vae()",
                "int n = 1;\\nexperiment(\"a\").data(kdd99()).model(vae()).evaluate(rocAuc(), | f1(), recall() | vae()"
            })
    void words_that_fit_a_parameter_come_first_then_what_cells_declared_then_other_words_then_classes(
            String row, String fitting, String other) {
        String begun = lines(row);
        List<String> words = session.complete(begun, begun.length()).texts();

        int declared = words.indexOf("greeting");
        assertThat(List.of(fitting.split(", ")))
                .allSatisfy(word -> assertThat(words.indexOf(word)).as(word).isBetween(0, declared - 1));
        assertThat(words.indexOf("rounds(")).isLessThan(words.indexOf(other));
        assertThat(words.indexOf(other)).isBetween(declared + 1, words.indexOf("AbstractMethodError") - 1);
    }

    @Test
    void a_method_in_an_unfinished_call_is_a_function_with_its_signature() {
        String begun = "experiment(\"a\").data(kdd99()).model(va";

        assertThat(session.complete(begun, begun.length()).all())
                .containsExactly(new Completion("vae()", "function", "Vae Oddity.vae()"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int zed = 3;\\nze | zed",
                "int zed = 3;\\nint y = ze | zed",
                "public static int zed = 3;\\nint y = ze | zed",
                "int zed = 3;\\nint y = 2 * Math.max(1, ze | zed",
                "int zed = 3;\\nint f(int x) { return ze | zed",
                "var zz = new ArrayList<String>();\\nzz.addA | addAll(",
                "var zz = new ArrayList<String>();\\nfor (String s : zz) {\\n  s.subst | substring(",
                "var greeting = List.of(1);\\ngreeting.subL | subList(",
                "record R(int abc) {}\\nnew R(1).ab | abc, abc()",
                "class A { int abc() { return 1; } }\\nnew A().ab | abc()",
                "int twice(int x) { return 2 * x; }\\ntwi | twice(",
                "int f(int abc) { return ab | abc",
                "class A { int abc; int f() { return ab | abc",
                "for (int zed = 0; zed < 3; zed++) { ze | zed",
                "// int no;\\nint zed = 1; // of it\\nze | zed",
                "import java.util.*;\\nint zed = 1;\\nze | zed",
                "import java.awt.Point;\\nvar p = new Point(1, 2);\\np.getLoc | getLocation()",
                "import java.awt.*;\\nnew Point(1, 2).getLoc | getLocation()",
                "import java.awt.Point;\\nPoin | Point",
                "import no.such.Name;\\nimport java.awt.Point;\\nPoint p = null;\\np.getLoc | getLocation()",
                "int a = 1, zed = 2;\\nvar text = \"\" + zed;\\ntext.subst | substring(",
                "int a = 1, zed = 2;\\nze | zed",
                "final List<String> zz = unheardOf();\\nzz.subL | subList(",
                "var zz = new ArrayList<String>();\\nzz.add(\"a\");\\nvar first = zz.get(0);\\nfirst.subst | substring(",
                "String text(int n) { return \"\"; }\\nvar zed = 3;\\ntext(zed).subst | substring("
            })
    void what_the_cell_declares_above_the_cursor_is_known(String row, String expected) {
        String begun = lines(row);
        Completions found = session.complete(begun, begun.length());

        assertThat(found.texts()).containsExactly(expected.split(", "));
        assertThat(begun.substring(found.start(), found.end()))
                .matches("\\w+")
                .isSubstringOf(found.texts().get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "if (greeting.isE | isEmpty()",
                "while (greeting.isE | isEmpty()",
                "if (true) {} else if (greeting.isE | isEmpty()",
                "if (greeting.length() > 0 && greeting.isE | isEmpty()",
                "if (Character.isDig | isDigit(",
                "synchronized (greeting.isE | isEmpty()",
                "do { } while (greeting.isE | isEmpty()",
                "for (int i = 0; i < greeting.le | length()",
                "for (char c : greeting.toCh | toCharArray()",
                "for (int i = 0; i < 3; i++) { if (greeting.isE | isEmpty()",
                "int f(String zed) { while (zed.isE | isEmpty()",
                "switch (greeting.le | length()"
            })
    void members_are_known_in_the_head_of_every_statement(String begun, String expected) {
        assertThat(session.complete(begun, begun.length()).texts()).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for (Stri | String",
                "for (final Stri | String",
                "for (Map.Entry<Stri | String",
                "int f() { for (Stri | String",
                "for ( | greeting, rounds(",
                "for (int i = 0, n = greeting.le | length()",
                "for (int i = 0; i < 3; i += greeting.le | length()",
                "for (int i = 0; i < 3; i++, i += greeting.le | length()",
                "int f() { for (int q = 0; q < 3; q += greeting.le | length()",
                "switch (greeting.le | length()",
                "switch (greeting.length()) { case Integer.MAX_V | MAX_VALUE",
                "switch (greeting.length()) { case 1 -> greeting.le | length()",
                "switch (greeting.length()) { case 1: greeting.le | length()",
                "switch (greeting) { case greeting.le | length()",
                "try { greeting.le | length()",
                "try { } catch (IllegalSt | IllegalStateException",
                "try { } catch (final IllegalSt | IllegalStateException",
                "try { } catch (RuntimeException e) { e.getMess | getMessage()",
                "try (var r = new Scann | Scanner(",
                "throw new IllegalSt | IllegalStateException(",
                "int f() { throw new IllegalSt | IllegalStateException(",
                "int f(String zed) { return zed.isE | isEmpty()",
                "Comparator<String> c = (x, y) -> { return x.compareT | compareTo(, compareToIgnoreCase(",
                "List.of(1).forEach(x -> { System.out.prin | print(, printf(, println(",
                "new ArrayL | ArrayList(",
                "var xs = new ArrayL | ArrayList(",
                "Object xs = new ArrayList<Stri | String",
                "@Over | Override",
                "class A { @Over | Override",
                "List<Str | String",
                "Map<String, Integ | Integer",
                "class A { Map<String, List<Integ | Integer",
                "record R(Stri | String",
                "void f(int n, Stri | String",
                "int f() throws IllegalSt | IllegalStateException",
                "class A extends ArrayL | ArrayList",
                "class A implements Runn | Runnable",
                "greeting instanceof Str | String",
                "if (greeting instanceof Str | String",
                "Object o = greeting;\\nif (o instanceof String t && t.isE | isEmpty()",
                "class A { int abc; int f() { return this. | abc, f()",
                "class A { int abc; void f() { this.ab | abc",
                "class A extends ArrayList<String> { void f() { super.addA | addAll(",
                "import java.util.Lis | List, ListIterator, ListResourceBundle",
                "import static java.util.stream.Collectors.toL | toList",
                "Str | String",
            })
    void what_is_likeliest_comes_first_wherever_a_name_may_stand(String row, String first) {
        String begun = lines(row);

        assertThat(session.complete(begun, begun.length()).texts()).startsWith(first.split(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "experiment(\"a\"). | data(",
                "experiment(\"a\").data( | bearing(), breastCancer(), creditCardFraud()",
                "experiment(\"a\").data(kdd | kdd99()",
                "experiment(\"a\").data(kdd99(). | alibiProtocol(), dagmmProtocol()",
                "experiment(\"a\").data(kdd99()). | display(, model(, models(",
                "experiment(\"a\").data(kdd99()).model(va | vae()",
                "experiment(\"a\").data(kdd99()).model(vae().lat | latent(",
                "experiment(\"a\").data(kdd99()).models(vae(), autoencoder().denois | denoising(",
                "experiment(\"a\").data(kdd99()).model(vae()).thresh | threshold(",
                "experiment(\"a\").data(kdd99()).model(vae()).threshold( | alertBudget(, bestF1()",
                "experiment(\"a\").data(kdd99()).model(vae()).score(el | elbo(",
                "experiment(\"a\").data(kdd99()).model(vae()).evaluate(rocAuc(), av | averagePrecision()",
                "experiment(\"a\").data(kdd99()).model(vae()).evaluate(rocAuc()).best | best()",
                "experiment(\"a\")\\n    .data(kdd99())\\n    .model(vae())\\n    .eva | evaluate(",
                "var report = experiment(\"a\").data(kdd99()).model(vae()).evaluate(rocAuc());\\nreport.best | best()",
            })
    void each_stage_of_an_experiment_and_each_of_its_arguments_is_completed(String row, String first) {
        String begun = lines(row);

        assertThat(session.complete(begun, begun.length()).texts()).startsWith(first.split(", "));
    }

    @Test
    void packages_are_known_once_the_class_path_is_read() {
        while (session.complete("import java.ut", 14).all().isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(session.complete("import java.ut", 14).texts()).containsExactly("util.");
        assertThat(session.complete("import java.util.func", 21).texts()).containsExactly("function.");
    }

    @Test
    void nothing_is_offered_behind_a_point_where_a_type_must_stand() {
        String begun = "try { } catch (greeting.";

        assertThat(session.complete(begun, begun.length()).all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.util.function.Function<String, Integer> f = String::len | length",
                "Stream.of(1).map(String::value | valueOf",
                "Stream.of(\"a\").forEach(System.out::printl | println",
                "Runnable r = greeting::isE | isEmpty",
                "record Acc(int total) {} Stream.of(new Acc(1)).map(Acc::tot | total"
            })
    void method_references_are_completed_with_the_names_of_methods(String begun, String expected) {
        Completions found = session.complete(begun, begun.length());

        assertThat(found.texts()).contains(expected).noneMatch(text -> text.contains("("));
        assertThat(begun.substring(found.start(), found.end())).isSubstringOf(expected);
    }

    @Test
    void what_a_cell_would_import_is_imported_for_its_own_lines_only() {
        String begun = "import java.awt.Point;\nnew Poin";
        assertThat(session.complete(begun, begun.length()).texts()).contains("Point(");

        assertThat(session.complete("new Poin", 8).texts()).noneMatch(word -> word.startsWith("Point("));
    }

    @Test
    void what_the_cell_declares_comes_before_other_words_and_nothing_else_is_made_up() {
        String begun = "int zed = 3;\nint trice(int x) { return 3 * x; }\nrecord Row(int id) {}\n";

        List<String> words = session.complete(begun, begun.length()).texts();

        assertThat(words.subList(0, words.indexOf("accuracy()")))
                .containsExactlyInAnyOrder("zed", "trice(", "Row", "greeting", "rounds(");
        assertThat(words).noneMatch(word -> word.contains("$"));
    }

    @Test
    void a_method_that_the_cell_declares_shows_its_signature() {
        String begun = "int twice(int x) { return 2 * x; }\ntwi";

        assertThat(session.complete(begun, begun.length()).all())
                .containsExactly(new Completion("twice(", "function", "int twice(int x)"));
        assertThat(session.inspect(begun + "ce", begun.length()))
                .isPresent()
                .get()
                .satisfies(found -> assertThat(found.text()).isEqualTo("int twice(int x)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"int zz = 3;\\nzz | zz: int", "var zz = vae();\\nzz | zz: Vae", "int zz = 3;\\nzz + 1 | zz: int"})
    void inspection_knows_variables_that_the_cell_declares_above(String row, String text) {
        String source = lines(row);
        assertThat(session.inspect(source, source.indexOf('\n') + 2)
                        .orElseThrow()
                        .text())
                .isEqualTo(text);
    }

    /** A row of a table has one line. */
    private static String lines(String row) {
        return row.replace("\\n", "\n");
    }

    @Test
    void nothing_of_a_cell_is_run_to_complete_or_inspect_it() {
        String begun =
                "System.setProperty(\"oddity.test.run\", \"yes\");\nvar zz = System.setProperty(\"oddity.test.run\","
                        + " \"yes\");\nzz.leng";

        assertThat(session.complete(begun, begun.length()).texts()).containsExactly("length()");
        assertThat(session.inspect(begun + "th", begun.length())).isPresent();
        assertThat(System.getProperty("oddity.test.run")).isNull();
        assertThat(session.variables()).noneMatch(variable -> variable.name().equals("zz"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"abc gre",
                "\"a\\\" gre",
                "// gre",
                "int x = 1; /* gre",
                "/* \" */ \"gre",
                "String s = \"\"\"\n  \" gre",
                "char c = 'g"
            })
    void nothing_is_offered_in_comments_and_literals(String begun) {
        assertThat(session.complete(begun, begun.length()).all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"abc\" + gre",
                "\"a\\\\\" + gre",
                "// \" '\ngre",
                "/* \" */ gre",
                "\"\"\"\n \" \"\"\" + gre",
                "'\"' + gre"
            })
    void names_are_offered_behind_comments_and_literals(String begun) {
        assertThat(session.complete(begun, begun.length()).texts()).contains("greeting");
    }

    @ParameterizedTest
    @CsvSource({"Strin, String, class", "greeting.isEm, isEmpty(), function", "Integer.MAX_VA, MAX_VALUE, instance"})
    void completion_tells_methods_classes_and_constants_apart(String begun, String text, String type) {
        assertThat(session.complete(begun, begun.length()).all())
                .filteredOn(completion -> completion.text().equals(text))
                .extracting(Completion::type)
                .containsExactly(type);
    }

    @Test
    void inspection_knows_a_method_without_its_bracket_and_the_cursor_inside_its_name() {
        Inspection found = session.inspect("Math.max", 8).orElseThrow();

        assertThat(found.text()).contains("double Math.max(double a, double b)").contains("int Math.max(int a, int b)");
        assertThat(session.inspect("Math.max(1, 2)", 6)).contains(found);
    }

    @Test
    void inspection_knows_variables_and_says_nothing_of_unknown_names() {
        assertThat(session.inspect("greeting", 3).orElseThrow().text()).isEqualTo("greeting: String");
        assertThat(session.inspect("unheardOf", 4)).isEmpty();
    }

    @Test
    void inspection_shows_the_documentation_of_Oddity_as_html_and_as_text() {
        Inspection found = session.inspect("vae().latent(4)", 9).orElseThrow();

        assertThat(found.text()).startsWith("Vae Vae.latent(int dimensions)").contains("Dimensions of z");
        assertThat(found.html()).startsWith("<pre><code>Vae Vae.latent(int dimensions)</code></pre><p>Dimensions of z");
    }

    @Test
    void inspection_finds_what_a_method_inherits_and_what_a_class_is_for() {
        // JShell of Java 25 leaves the name of an inherited method's parameter out.
        assertThat(session.inspect("vae().epochs", 10).orElseThrow().text())
                .startsWith("D DeepDetector.epochs(int")
                .contains("Passes over the training rows");
        assertThat(session.inspect("dev.oddity.deep.Vae", 18).orElseThrow().text())
                .startsWith("Vae")
                .contains("Kingma");
    }
}
