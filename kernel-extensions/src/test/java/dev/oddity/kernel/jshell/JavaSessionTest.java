package dev.oddity.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One session for all tests, as in a notebook: each test uses names of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaSessionTest {

    private final CellThread thread = new CellThread(Duration.ofMillis(200));
    private final List<String> notes = new ArrayList<>();
    private final JavaSession session = new JavaSession(thread, notes::add);
    private int cells;

    @BeforeAll
    void start() {
        run("import java.util.*; import java.util.function.*; import java.util.stream.*;");
        awaitClassPath();
    }

    /** Imports are hinted at once JShell has read the class path, and an error waits for that a moment only. */
    private void awaitClassPath() {
        for (int asked = 0; asked < 120; asked++) {
            if (plain(failure("NDManager.nothing();")).stream().anyMatch(line -> line.contains("missing import?"))) {
                return;
            }
        }
        throw new IllegalStateException("JShell has not read the class path in two minutes");
    }

    @AfterAll
    void stop() {
        session.close();
    }

    @Test
    void the_last_expression_is_the_value_and_it_is_the_live_object() {
        run("var live = new StringBuilder(\"a\");");

        Object first = run("live").value();
        Object second = run("int unused = 3;\nlive").value();

        assertThat(first).isInstanceOf(StringBuilder.class).isSameAs(second);
    }

    @Test
    void declarations_assignments_and_void_calls_have_no_value() {
        assertThat(run("int declared = 5;").hasValue()).isFalse();
        assertThat(run("declared = 6;").hasValue()).isFalse();
        assertThat(run("new ArrayList<String>().clear()").hasValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 + 1 // two | 2",
                "/* two */ 1 + 1; | 2",
                "switch (1) { case 1 -> 1; default -> 2.0; } | 1.0",
                "true ? 1 : 2.0 | 1.0",
                "'a' + 1 | 98",
                "\"=\" + \"'\" + '\"' | ='\"",
                "List.of(1, 2).stream()\\n .map(i -> i == 1)\\n .toList() | [true, false]",
                "new Object() { int a = 3; }.a | 3",
                "(Object) null | null",
                "new int[] {1, 2}[1] | 2",
            })
    void an_expression_has_the_value_that_java_gives_it(String cell, String value) {
        Outcome outcome = run(cell.replace("\\n", "\n"));

        assertThat(outcome.hasValue()).isTrue();
        assertThat(String.valueOf(outcome.value())).isEqualTo(value);
    }

    @Test
    void a_statement_is_done_once_whether_it_has_a_value_or_none_or_throws() {
        run("var done = new ArrayList<String>();");

        run("done.add(\"value\")");
        run("done.forEach(each -> { done.set(0, each + \"!\"); })");
        failure("List.of(done.add(\"thrown\")).get(1)");

        assertThat(run("done").value()).hasToString("[value!, thrown]");
    }

    @Test
    void two_expressions_parted_by_a_comma_are_no_cell_and_change_nothing() {
        run("int apart = 3;");

        failure("1, apart");
        failure("1); System.exit(1");

        assertThat(run("apart").value()).isEqualTo(3);
    }

    @Test
    void nothing_of_an_expression_stays_in_the_session_but_its_value() {
        for (int i = 0; i < 20; i++) {
            run("new int[" + i + "]");
        }

        assertThat(session.complete("$", 1).all()).isEmpty();
        assertThat(session.complete("value", 5).all()).isEmpty();
        assertThat(run("\"a\".concat(\"b\")").value()).isEqualTo("ab");
    }

    @Test
    void a_value_that_nobody_holds_is_let_go() throws InterruptedException {
        ReferenceQueue<Object> gone = new ReferenceQueue<>();
        WeakReference<Object> value =
                new WeakReference<>(run("new StringBuilder(\"large\")").value(), gone);

        // Its thread may hold it for a moment after it gave it away.
        Reference<?> let = null;
        while (let == null) {
            System.gc();
            let = gone.remove(100);
        }
        assertThat(let).isSameAs(value);
    }

    @Test
    void nothing_of_an_expression_that_fails_stays_either() {
        failure("Objects.requireNonNull(null)");

        assertThat(session.complete("$", 1).all()).isEmpty();
    }

    @Test
    void code_that_outlives_its_expression_still_fails_with_its_own_line() {
        run("var later = new ArrayList<Runnable>();");
        run("later.add(\n    () -> List.of().get(0))");
        String declared = name();

        CellError error = failure("later.get(0).run()");

        assertThat(plain(error)).anyMatch(line -> line.contains(declared + ", line 2: () -> List.of().get(0))"));
    }

    @Test
    void null_is_a_value() {
        Outcome outcome = run("String nothing = null;\nnothing");

        assertThat(outcome.hasValue()).isTrue();
        assertThat(outcome.value()).isNull();
    }

    @Test
    void a_chain_over_many_lines_is_one_statement() {
        Object value =
                run("Stream.of(1, 2, 3)\n    .map(i -> i * 2)\n\n    // doubled\n    .collect(Collectors.toList())")
                        .value();

        assertThat(value).isEqualTo(List.of(2, 4, 6));
    }

    @Test
    void classes_of_one_cell_may_need_each_other() {
        Object value = run("class Hen { Egg egg() { return new Egg(); } }\nclass Egg { Hen hen; }\nnew Hen().egg().hen")
                .value();

        assertThat(value).isNull();
    }

    @Test
    void records_sealed_types_text_blocks_and_generics_are_java_too() {
        Object value = run("sealed interface Shape permits Square {}\n"
                        + "record Square(double side) implements Shape {}\n"
                        + "<T extends Shape> String name(T shape) { return \"\"\"\n    a %s\"\"\".formatted(shape); }\n"
                        + "name(new Square(2))")
                .value();

        assertThat(value).isEqualTo("a Square[side=2.0]");
    }

    @Test
    void a_class_that_waits_for_another_is_told_of_at_the_end_of_the_cell() {
        assertThat(notesOf("class Early { Late late; }"))
                .singleElement()
                .asString()
                .startsWith("type Early can't be used until this is declared: class Late (" + name() + ", line 1");

        assertThat(notesOf("class Late { }\nnew Early().late")).isEmpty();
    }

    @Test
    void a_variable_keeps_its_value_when_a_method_it_used_is_declared_anew() {
        run("int twice(int x) { return 2 * x; }");
        run("var kept = twice(21);");

        Outcome outcome = run("int twice(int x) { return 3 * x; }\nkept");

        assertThat(outcome.value()).isEqualTo(42);
        assertThat(notes).isEmpty();
        assertThat(run("twice(1)").value()).isEqualTo(3);
    }

    @Test
    void a_variable_whose_class_is_declared_anew_is_named_as_reset() {
        run("class Point { int x = 1; }");
        run("var point = new Point(); var other = \"kept\";");

        Outcome outcome = run("class Point { int x = 2; int y; }\npoint");

        assertThat(outcome.value()).isNull();
        assertThat(notes)
                .containsExactly("variable point was reset: its value is of the old Point, which was declared anew;"
                        + " run the cell that sets it again");
        assertThat(run("other").value()).isEqualTo("kept");
    }

    @Test
    void what_a_variable_that_is_made_anew_takes_along_keeps_its_value() {
        run("record Pt(int x) {}\nvar pt = new Pt(1);");
        run(
                "List<Pt> pts = new ArrayList<>(List.of(pt)); var many = new HashMap<>(Map.of(\"a\", pt)); int n = pt.x();");
        run("var total = n + pts.size();");

        Outcome outcome = run("record Pt(int x, int y) {}\nList.of(pts.size(), many.size(), n, total)");

        assertThat(outcome.value()).isEqualTo(List.of(1, 1, 1, 2));
        assertThat(notes)
                .containsExactly(
                        "variable pt was reset: its value is of the old Pt, which was declared anew;"
                                + " run the cell that sets it again",
                        "objects made before are still of the old Pt (in: many, pts); make them again");
    }

    @Test
    void a_value_that_was_reset_is_told_of_even_if_the_cell_fails() {
        run("class Queue { int a; }\nQueue queue = new Queue();");

        failure("class Queue { int a, b; }\nint bad = \"x\";");

        assertThat(notes)
                .containsExactly("variable queue was reset: its value is of the old Queue, which was declared anew;"
                        + " run the cell that sets it again");
    }

    @Test
    void objects_live_on_and_get_the_new_methods_of_a_class_whose_members_stay() {
        run("class Greeter { String name = \"Ann\"; String greet() { return \"hello \" + name; } }");
        Object greeter = run("var greeter = new Greeter();\nSupplier<String> greets = () -> greeter.greet();\ngreeter")
                .value();

        Outcome outcome =
                run("class Greeter { String name = \"Bob\"; String greet() { return \"goodbye \" + name; } }\n"
                        + "greets.get()");

        assertThat(outcome.value()).isEqualTo("goodbye Ann");
        assertThat(notes).isEmpty();
        assertThat(run("greeter").value()).isSameAs(greeter);
    }

    @Test
    void what_java_sets_once_is_set_anew_with_its_class() {
        run("class Once { static int size = 1; static final int LIMIT = 10; int limit() { return LIMIT; } }");
        run("var once = new Once(); int limitOf() { return Once.LIMIT; }");

        Outcome outcome =
                run("class Once { static int size = 2; static final int LIMIT = 20; int limit() { return LIMIT; } }\n"
                        + "List.of(Once.size, Once.LIMIT, limitOf(), new Once().limit())");

        assertThat(outcome.value()).isEqualTo(List.of(2, 20, 20, 20));
        assertThat(notes)
                .containsExactly("variable once was reset: its value is of the old Once, which was declared anew;"
                        + " run the cell that sets it again");
    }

    @Test
    void a_new_exit_is_refused_too() {
        run("class Leaver { void leave() { } }\nvar leaver = new Leaver();");

        assertThat(failure("class Leaver { void leave() { System.exit(3); } }\nleaver.leave();")
                        .kind())
                .isEqualTo("java.lang.SecurityException");
    }

    @Test
    void a_variable_declared_again_has_its_new_value_and_those_made_of_it_keep_theirs() {
        run("int base = 5;");
        run("int derived = base + 1; int read() { return base; }");

        assertThat(run("int base = 7;\nList.of(base, derived, read())").value()).isEqualTo(List.of(7, 6, 7));
        assertThat(run("int base;\nList.of(base, derived, read())").value()).isEqualTo(List.of(0, 6, 0));
    }

    @Test
    void a_variable_declared_with_var_keeps_its_value_if_its_own_type_did_not_change() {
        run("class Box { int content = 5; }");
        run("var content = new Box().content;");

        Outcome outcome = run("class Box { int content = 6; String name; }\ncontent");

        assertThat(outcome.value()).isEqualTo(5);
        assertThat(notes).isEmpty();
    }

    @Test
    void a_compile_error_points_into_the_cell() {
        CellError error = failure("int fine = 1;\n\nint wrong = fine + missing;");

        assertThat(error.kind()).isEqualTo("CompileError");
        assertThat(error.message()).isEqualTo("cannot find symbol (" + name() + ", line 3)");
        assertThat(plain(error))
                .containsExactly(
                        "cannot find symbol (" + name() + ", line 3)",
                        "  int wrong = fine + missing;",
                        "                     ^~~~~~~",
                        "  symbol:   variable missing",
                        "");
        assertThat(run("fine").value()).isEqualTo(1);
    }

    @Test
    void an_unfinished_cell_is_a_compile_error() {
        assertThat(failure("int f( {").kind()).isEqualTo("CompileError");
        assertThat(failure("if (true) {").message())
                .isEqualTo("reached end of file while parsing (" + name() + ", line 1)");
    }

    @Test
    void a_thrown_exception_is_told_with_its_own_class_causes_and_the_cells_lines() {
        run("void check(int x) {\n  if (x < 0) throw new IllegalArgumentException(\"negative: \" + x);\n}");
        String declared = name();

        CellError error = failure(
                "int y = 1;\ntry {\n  check(-1);\n} catch (Exception e) {\n  throw new IllegalStateException(\"no\", e);\n}");

        assertThat(error.kind()).isEqualTo("java.lang.IllegalStateException");
        assertThat(error.message()).isEqualTo("no");
        assertThat(plain(error))
                .containsExactly(
                        "java.lang.IllegalStateException: no",
                        "    at " + name() + ", line 5: throw new IllegalStateException(\"no\", e);",
                        "Caused by: java.lang.IllegalArgumentException: negative: -1",
                        "    at check, " + declared
                                + ", line 2: if (x < 0) throw new IllegalArgumentException(\"negative: \" + x);",
                        "    at " + name() + ", line 3: check(-1);");
    }

    @Test
    void a_lambda_is_told_by_its_line_alone() {
        CellError error =
                failure("Runnable fails = () -> {\n  throw new IllegalStateException(\"no\");\n};\nfails.run();");

        assertThat(plain(error))
                .containsExactly(
                        "java.lang.IllegalStateException: no",
                        "    at " + name() + ", line 2: throw new IllegalStateException(\"no\");",
                        "    at " + name() + ", line 4: fails.run();");
    }

    @Test
    void errors_are_told_like_exceptions_and_the_next_cell_works() {
        assertThat(failure("int forever(int x) { return forever(x + 1) + 1; }\nforever(0)")
                        .kind())
                .isEqualTo("java.lang.StackOverflowError");
        assertThat(failure("throw new NoClassDefFoundError(\"native/Thing\");").kind())
                .isEqualTo("java.lang.NoClassDefFoundError");
        assertThat(failure(
                                "long[][] much = new long[100_000][]; for (int i = 0; i < much.length; i++) much[i] = new long[Integer.MAX_VALUE - 8];")
                        .kind())
                .isEqualTo("java.lang.OutOfMemoryError");

        assertThat(run("1 + 1").value()).isEqualTo(2);
    }

    @Test
    void system_exit_is_refused() {
        CellError error = failure("Runnable leave = () -> System.exit(3);\nleave.run();");

        assertThat(error.kind()).isEqualTo("java.lang.SecurityException");
        assertThat(error.message())
                .isEqualTo(
                        "System.exit(3) would end the kernel and lose all variables; restart or shut it down from the"
                                + " notebook's menu");
    }

    @Test
    void an_interrupted_cell_stops_and_the_next_one_works() {
        run("var never = new java.util.concurrent.CountDownLatch(1);");

        CellError error = failureWhenInterrupted("never.await();");

        assertThat(error.kind()).isEqualTo("java.lang.InterruptedException");
        assertThat(run("1 + 1").value()).isEqualTo(2);
    }

    @Test
    void an_assertion_that_does_not_hold_fails_the_cell_also_in_methods_and_classes() {
        run("int half(int n) { assert n % 2 == 0 : n + \" is odd\"; return n / 2; }");

        assertThat(failure("assert 1 == 2;").kind()).isEqualTo("java.lang.AssertionError");
        assertThat(failure("half(3)").message()).isEqualTo("3 is odd");
        assertThat(run("half(4)").value()).isEqualTo(2);
        assertThat(run("dev.oddity.kernel.jshell.JavaSession.class.desiredAssertionStatus()")
                        .value())
                .isEqualTo(getClass().desiredAssertionStatus());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int a1 = \"s\", b1 = 2; | b1",
                "int a2 = 2, b2 = \"s\"; | a2",
                "int a3 = 1, b3 = a3 + 1, c3 = \"s\"; | b3",
            })
    void a_line_of_declarations_one_of_which_does_not_compile_declares_nothing(String line, String name) {
        assertThat(failure(line).message()).startsWith("incompatible types");

        assertThat(failure(name).message()).startsWith("cannot find symbol");
        assertThat(session.variables()).noneMatch(variable -> variable.name().equals(name));
    }

    @Test
    void a_line_of_declarations_that_is_refused_leaves_older_variables_and_what_uses_them() {
        run("var kept1 = new StringBuilder(\"kept\"); int kept2 = 7;");
        run("int useKept() { return kept1.length() + kept2; }");
        Object before = run("kept1").value();

        failure("int kept2 = 3, kept1 = \"s\";");

        assertThat(run("kept1").value()).isSameAs(before);
        assertThat(run("useKept()").value()).isEqualTo(11);
    }

    @Test
    void a_variable_that_cannot_be_set_stops_its_line_and_those_before_it_keep_what_they_were_set_to() {
        run("var sets = new ArrayList<String>(); int set(String name, int value) { sets.add(name); return value; }");
        run("int behind = 7;");

        CellError error = failure("int ahead = set(\"ahead\", 1), at = set(\"at\", 1) / 0, behind = set(\"behind\", 2),"
                + " behindAll = set(\"behindAll\", 3);");

        assertThat(error.kind()).isEqualTo("java.lang.ArithmeticException");
        assertThat(run("sets").value()).isEqualTo(List.of("ahead", "at"));
        assertThat(run("List.of(ahead, at, behind, behindAll)").value()).isEqualTo(List.of(1, 0, 7, 0));
    }

    @Test
    void variables_are_listed_with_types_and_values() {
        run("int listed = 7;");

        assertThat(session.variables()).contains(new Variable("int", "listed", 7));
    }

    @ParameterizedTest
    @CsvSource({
        "Table sales = Table.create();, tech.tablesaw.api.Table",
        "NDManager manager = null;, ai.djl.ndarray.NDManager",
        "Vae model = null;, dev.oddity.deep.Vae",
        "Object trainer = new KMeansTrainer();, org.tribuo.clustering.kmeans.KMeansTrainer",
        "AtomicInteger n = null;, java.util.concurrent.atomic.AtomicInteger"
    })
    void an_unknown_class_comes_with_the_import_that_is_missing(String source, String name) {
        assertThat(plain(failure(source))).contains("  missing import? import " + name + ";");
    }

    @Test
    void an_unknown_method_or_variable_comes_with_the_name_that_is_nearly_the_same() {
        run("int temperature = 3;");

        assertThat(plain(failure("int hot = temprature + 1;"))).contains("  did you mean temperature?");
        assertThat(plain(failure("\"a\".substrng(1)"))).contains("  did you mean substring?");
    }

    @Test
    void an_unknown_type_is_pointed_at_even_without_a_value() {
        CellError error = failure("int before = 1;\nList<NDManager> managers;");

        assertThat(error.message()).isEqualTo("cannot find symbol (" + name() + ", line 2)");
        assertThat(plain(error))
                .containsExactly(
                        "cannot find symbol (" + name() + ", line 2)",
                        "  List<NDManager> managers;",
                        "       ^~~~~~~~~",
                        "  symbol:   class NDManager",
                        "  missing import? import ai.djl.ndarray.NDManager;",
                        "");
        assertThat(plain(failure("Strin text;"))).contains("  did you mean String?");
    }

    @Test
    void what_a_method_or_class_waits_for_comes_with_its_line_and_what_may_be_meant() {
        run("int subtract(int a, int b) { return a - b; }");

        assertThat(notesOf("// mena() is not called\nint less(int a) {\n    return subtrct(a, 1);\n}"))
                .containsExactly("method less can't be used until this is declared: method subtrct(int,int) (" + name()
                        + ", line 3): did you mean subtract?");
        assertThat(notesOf("double level(NDArray a) { return 0; }"))
                .containsExactly("method level can't be used until this is declared: class NDArray (" + name()
                        + ", line 1): missing import? import ai.djl.ndarray.NDArray;");
    }

    @Test
    void a_method_that_no_longer_compiles_since_another_changed_is_told_of_with_the_reason() {
        run("int size(int x) {\n    return x;\n}");
        run("int sizes(int x) {\n    return size(x) + 1;\n}\nint all(int x) { return sizes(x); }");
        String declared = name();
        String told =
                "method sizes no longer compiles: incompatible types: possible lossy conversion from double to int ("
                        + declared + ", line 2)";

        assertThat(notesOf("double size(int x) { return x * 2; }")).containsExactly(told);
        assertThat(failure("all(1)").message()).isEqualTo(told);
        assertThat(run("int size(int x) { return x; }\nall(1)").value()).isEqualTo(2);
        assertThat(notes).isEmpty();
    }

    @Test
    void a_method_broken_and_mended_in_the_same_cell_is_not_told_of() {
        run("int width(int x) { return x; }\nint widths(int x) { return width(x); }");

        Outcome outcome =
                run("double width(int x) { return x; }\ndouble widths(int x) { return width(x); }\nwidths(1)");

        assertThat(outcome.value()).isEqualTo(1.0);
        assertThat(notes).isEmpty();
    }

    @Test
    void a_method_whose_classs_field_is_gone_is_told_of() {
        run("class Pair { int left; int right; }\nint left(Pair pair) {\n    return pair.left;\n}");
        String declared = name();

        assertThat(notesOf("class Pair { int right; }"))
                .containsExactly(
                        "method left no longer compiles: cannot find variable left (" + declared + ", line 2)");
    }

    @Test
    void a_sealed_family_may_be_declared_again_with_one_more_subtype() {
        run(
                "sealed interface Figure permits Disc {}\nrecord Disc(int r) implements Figure {}\nFigure old = new Disc(1);");

        Outcome outcome = run("sealed interface Figure permits Disc, Cube {}\nrecord Disc(int r) implements Figure {}\n"
                + "record Cube(int a) implements Figure {}\nFigure figure = new Cube(3);\nfigure.toString()");

        assertThat(outcome.value()).isEqualTo("Cube[a=3]");
        assertThat(notes)
                .containsExactly("variable old was reset: its value is of the old Figure, which was declared anew;"
                        + " run the cell that sets it again");
        assertThat(run("old = new Disc(2);\nold.toString()").value()).isEqualTo("Disc[r=2]");
    }

    @Test
    void variables_that_hold_objects_of_an_old_class_are_named_and_so_is_the_class_when_they_are_used() {
        run("record Coin(int cents) {}\nvar one = new ArrayList<>(List.of(new Coin(1))); Coin[] none = {};");
        run("Map<String, Coin> byName = Map.of(\"a\", new Coin(2)); ToIntFunction<Coin> worth = c -> c.cents();"
                + " List<String> names = List.of(\"a\");");

        Outcome outcome = run("record Coin(int cents, int year) {}\nvar two = List.of(new Coin(1, 2));");

        assertThat(notes)
                .contains("objects made before are still of the old Coin (in: byName, one, worth); make them again");
        String changed = name();
        CellError error = failure("one.get(0).cents()");
        assertThat(error.kind()).isEqualTo("java.lang.ClassCastException");
        assertThat(error.message())
                .isEqualTo("this object is of the Coin declared before " + changed + "; make it again");
    }

    @Test
    void objects_made_again_in_the_cell_that_changes_their_class_are_not_named() {
        run(
                "class Wheel { int size; }\nList<Wheel> wheels = List.of(new Wheel()); Supplier<Wheel> maker = () -> new Wheel();");

        Outcome outcome =
                run("class Wheel { int size, spokes; }\nwheels = List.of(new Wheel());\nmaker = () -> new Wheel();");

        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int kept1 = 5; | int kept1 = \"s\"; | kept1 | 5",
                "int kept2 = 5; | Strin kept2; | kept2 | 5",
                "int kept3 = 5; | String kept3 = 5; | kept3 + 1 | 6",
                "int kept4 = 5; | var kept4 = 1 + missing; | kept4 | 5",
                "var kept5 = new ArrayList<>(List.of(1)); | var kept5 = new ArrayList<>(1, 2); | kept5.get(0) + 1 | 2",
                "int kept7 = 5, kept8 = 6; | int kept8 = \"s\"; | kept7 + kept8 | 11",
                "final List<String> kept9 = List.of(\"a\"); | int kept9 = \"s\"; | kept9.get(0) | a",
                "int kept10 = 1; kept10 = 9; int more10() { return kept10 + 1; } | int kept10 = null; | more10() | 10",
                "int half(int x) { return x / 2; } | int half(int x) { return \"s\"; } | half(8) | 4",
                "int third(int x) { return x / 3; } | int third(int x) { return x / there; } | third(9) | 3",
                "int deep(int x) { return x; } int deeper() { return deep(4); } | int deep(int x) { return; } | deeper() | 4",
                "enum Level { LOW, HIGH } Level level = Level.HIGH; | enum Level { LOW, HIGH; int a() { return null; } } | level == Level.HIGH | true",
                "import java.time.Month; Month month = Month.MAY; | import java.tim.Month; | month == Month.MAY | true",
                "int one1 = 1; | int two2 = 2; int one1 = \"s\"; int two2 = 3; | one1 + two2 | 3",
            })
    void what_does_not_compile_leaves_what_was_declared_before(
            String before, String refused, String asked, String value) {
        run(before);

        CellError error = failure(refused);

        assertThat(error.kind()).isEqualTo("CompileError");
        assertThat(notes).isEmpty();
        assertThat(String.valueOf(run(asked).value())).isEqualTo(value);
        assertThat(notes).isEmpty();
    }

    @Test
    void a_variable_that_is_kept_is_neither_set_again_nor_another() {
        run("var sets = new ArrayList<String>(); String setter() { sets.add(\"set\"); return \"value\"; }");
        run("String once = setter(); Supplier<String> reads = () -> once;");

        failure("int once = \"s\";");

        assertThat(run("once = \"changed\"; List.of(sets.size(), once, reads.get())")
                        .value())
                .isEqualTo(List.of(1, "changed", "changed"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class Live1 { int x = 7; int get() { return x; } } | class Live1 { int x; int get() { return \"s\"; } }",
                "class Live2 { int x = 7; int get() { return x; } } | class Live2 { int x; int get() { return mistyped; } }",
                "class Live3 { int x = 7; int get() { return x; } } | class Live3 { int x; Strin name; int get() { return x; } }",
                "class Live4 { static int all = 7; final int x = all; int get() { return x; } }"
                        + " | class Live4 { static int all = 8; int get() { return null; } }",
                "record Live5(int get) {} | record Live5(int get) { int twice() { return get * \"s\"; } }",
                "class Live6 { int get() { return List.of(7).stream().map(i -> i).toList().get(0); } }"
                        + " | class Live6 extends Missing { int get() { return 8; } }",
            })
    void objects_of_a_class_whose_new_code_does_not_compile_live_on(String before, String refused) {
        String type = before.split("[ (]")[1];
        run(before);
        run(("var live = new X(%s); List<X> lives = List.of(live); Supplier<X> first = () -> lives.get(0);"
                        + " class Around { X inner = live; int get() { return inner.get(); } } var around = new Around();")
                .formatted(type.equals("Live5") ? "7" : "")
                .replace("X", type)
                .replace("live", "live" + type)
                .replace("Around", "Around" + type)
                .replace("around", "around" + type)
                .replace("first", "first" + type));
        Object live = run("live" + type).value();
        Object around = run("around" + type).value();

        assertThat(failure(refused).kind()).isEqualTo("CompileError");

        assertThat(notes).isEmpty();
        assertThat(run("live" + type).value()).isSameAs(live);
        assertThat(run("around" + type).value()).isSameAs(around);
        assertThat(run("List.of(live?.get(), live?s.get(0).get(), first?.get().get(), around?.get())"
                                .replace("?", type))
                        .value())
                .isEqualTo(List.of(7, 7, 7, 7));
        assertThat(run("live? instanceof ? && around? instanceof Around?".replace("?", type))
                        .value())
                .isEqualTo(true);
        assertThat(notes).isEmpty();
    }

    @Test
    void a_class_that_was_declared_anew_before_comes_back_as_it_was_last() {
        run("class Twice { int x = 1; }\nvar twice = new Twice();");
        run("class Twice { int x = 1, y = 2; }\ntwice = new Twice();");

        failure("class Twice { int x = \"s\"; }");
        failure("class Twice { int x = 1 + \"s\"; }");

        assertThat(run("twice.y").value()).isEqualTo(2);
        assertThat(run("class Twice { int x = 1, y = 2, z = 3; }\nnew Twice().z")
                        .value())
                .isEqualTo(3);
        assertThat(notes)
                .containsExactly("variable twice was reset: its value is of the old Twice, which was declared anew;"
                        + " run the cell that sets it again");
    }

    @Test
    void a_sealed_family_whose_new_declaration_does_not_compile_is_as_before() {
        run("sealed interface Tree permits Leaf {}\nrecord Leaf(int n) implements Tree {}\nTree tree = new Leaf(1);");

        failure("sealed interface Tree permits Leaf { int n() { return 1; } }\nrecord Leaf(int n) implements Tree {}");

        assertThat(notes).isEmpty();
        assertThat(run("tree.toString() + new Leaf(2)").value()).isEqualTo("Leaf[n=1]Leaf[n=2]");
    }

    @Test
    void a_method_declared_again_may_use_what_stands_below_it() {
        run("int above() { return 1; }");

        assertThat(run("int above() { return below() + 1; }\nint below() { return 2; }\nabove()")
                        .value())
                .isEqualTo(3);
    }

    @Test
    void the_line_of_what_is_kept_is_still_that_of_its_own_cell() {
        run("\nint fails(int x) {\n    throw new IllegalStateException(\"no\");\n}");
        String declared = name();

        failure("int fails(int x) { return \"s\"; }");

        assertThat(plain(failure("fails(1)"))).anyMatch(line -> line.contains(declared + ", line 3: throw new"));
    }

    @Test
    void a_variable_of_an_anonymous_class_is_named_as_reset_without_a_name_of_the_class() {
        run("class Held { int a; }\nvar anonymous = new Held() { int more() { return a; } };");

        assertThat(notesOf("class Held { int a, b; }"))
                .containsExactly("variable anonymous was reset: its value is of an anonymous class, which was compiled"
                        + " anew; run the cell that sets it again");
    }

    @Test
    void what_cannot_be_brought_back_is_named() {
        run("var nameless = new Object() { int a = 3; };");

        failure("int nameless = \"s\";");

        assertThat(notes)
                .containsExactly("variable nameless was reset: its value is of an anonymous class, which was compiled"
                        + " anew; run the cell that sets it again");
    }

    private Outcome run(String source) {
        Cell cell = new Cell("cell " + ++cells, source);
        thread.beginCell();
        notes.clear();
        Outcome last = Outcome.NOTHING;
        try {
            for (int at = session.skipBlank(cell, 0); at < source.length(); ) {
                Statement statement = session.statementAt(cell, at);
                last = session.run(cell, statement);
                at = session.skipBlank(cell, statement.end());
            }
        } finally {
            session.endCell();
        }
        return last;
    }

    /** What was told beside the value. */
    private List<String> notesOf(String source) {
        run(source);
        return notes;
    }

    private CellError failure(String source) {
        return catchThrowableOfType(CellError.class, () -> run(source));
    }

    /** Interrupts once the cell thread is in the users' code: it waits or spins there until then. */
    private CellError failureWhenInterrupted(String source) {
        Thread interrupter = new Thread(() -> {
            while (!thread.busyIn("$JShell$")) {
                Thread.onSpinWait();
            }
            thread.interrupt();
        });
        interrupter.start();
        return failure(source);
    }

    private String name() {
        return "cell " + cells;
    }

    private static List<String> plain(CellError error) {
        return error.traceback().stream()
                .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
                .toList();
    }
}
