package dev.oddity.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OldObjectsTest {

    private final Cells cells = new Cells("import java.util.*;", "import java.util.concurrent.atomic.*;");

    @AfterEach
    void close() {
        cells.close();
    }

    @Test
    void an_old_object_behind_an_interface_is_told_as_such() {
        cells.run("interface Shape { double area(); }\nrecord Disc(double r) implements Shape { public double area() {"
                + " return r; } }\nList<Shape> shapes = new ArrayList<>(List.of(new Disc(1)));");

        cells.run("interface Shape { double area(); default String label() { return \"label\"; } }");

        String changed = cells.name();
        assertThat(cells.notes())
                .containsExactly("objects made before are still of the old Disc (in: shapes); make them again");
        assertThat(cells.failure("shapes.get(0).label()").message())
                .isEqualTo("this object is of the Disc declared before " + changed + "; make it again");
        assertThat(cells.run("shapes.set(0, new Disc(2)); shapes.get(0).label()"))
                .isEqualTo("label");
    }

    @Test
    void an_old_object_behind_an_abstract_class_is_told_as_such() {
        cells.run(
                "abstract class Animal { abstract int legs(); }\nclass Dog extends Animal { int legs() { return 4; } }\n"
                        + "List<Animal> animals = new ArrayList<>(List.of(new Dog()));");
        cells.run("abstract class Animal { abstract int legs(); int eyes() { return 2; } }");

        assertThat(cells.failure("animals.get(0).eyes()").message())
                .startsWith("this object is of the Dog declared before ");
    }

    @Test
    void a_cast_that_fails_for_new_objects_too_keeps_javas_message() {
        cells.run("class Cat { }\nclass Other { }\nList<Object> mixed = new ArrayList<>(List.of(new Cat()));");
        cells.run("class Cat { int lives; }");

        assertThat(cells.failure("(String) mixed.get(0)").message())
                .startsWith("class Cat cannot be cast to class java.lang.String");
        assertThat(cells.failure("(Other) mixed.get(0)").message())
                .startsWith("class Cat cannot be cast to class Other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Map<String, List<Coin>> held = Map.of(\"a\", List.of(new Coin(1)));",
                "Map<Coin, String> held = Map.of(new Coin(1), \"a\");",
                "Optional<Coin> held = Optional.of(new Coin(1));",
                "AtomicReference<Coin> held = new AtomicReference<>(new Coin(1));",
                "Object[] held = {null, new Object[] {List.of(Optional.of(new Coin(1)))}};",
                "List<Object> held = new ArrayList<>(); held.add(held); held.add(new Coin(1));",
            })
    void old_objects_are_found_however_deep_they_are(String declaration) {
        cells.run("record Coin(int cents) {}\n" + declaration);

        cells.run("record Coin(int cents, int year) {}");

        assertThat(cells.notes())
                .containsExactly("objects made before are still of the old Coin (in: held); make them again");
    }
}
