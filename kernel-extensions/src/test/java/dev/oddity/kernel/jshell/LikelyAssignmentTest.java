package dev.oddity.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikelyAssignmentTest {

    private final LikelyAssignment likely = LikelyAssignment.to(Set.of("n", "größe", "$a"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n = 1",
                "n=1;",
                "n\n  = 1;",
                "(n) = 1;",
                "((n)) += 1;",
                "n /* so */ = 1;",
                "n // so\n = 1;",
                "n -= 1;",
                "n *= 2;",
                "n /= 2;",
                "n %= 2;",
                "n &= 2;",
                "n ^= 2;",
                "n |= 2;",
                "n <<= 2;",
                "n >>= 2;",
                "n >>>= 2;",
                "n++",
                "n --;",
                "++n",
                "-- (n);",
                "int m = n = 1;",
                "for (int i = 0; i < 3; n++) {}",
                "größe = 1;",
                "$a++;",
                "int n = 1;",
            })
    void a_name_with_what_sets_it_beside_it_looks_like_an_assignment(String source) {
        assertThat(likely.isIn(source)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.out.println(1);",
                "int count = 1;",
                "next = 1;",
                "nn++;",
                "n1 = 2;",
                "n$ = 2;",
                "a = 1;",
                "int m = n;",
                "m = n + 1;",
                "m += n;",
                "n == 1",
                "n <= 1",
                "n >= 1",
                "n != 1",
                "n + +1",
                "n - -m",
                "this.n = 1;",
                "other.n++;",
                "IntFunction<Integer> f = n -> 1;",
                "String text = \"n = 1\";",
                "m = 1; // n = 1",
                "/* n++ */ m++;",
                "print(n);\nm = 2;",
            })
    void to_read_a_name_or_to_set_another_does_not(String source) {
        assertThat(likely.isIn(source)).isFalse();
    }
}
