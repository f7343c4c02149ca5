package dev.oddity.kernel.javadoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {

    @Test
    void a_method_has_a_class_a_name_and_the_types_of_its_parameters() {
        Signature signature = Signature.of("dev.oddity.deep.Vae dev.oddity.deep.Vae.hidden(int... widths)");

        assertThat(signature.type()).isEqualTo("dev.oddity.deep.Vae");
        assertThat(signature.member()).isEqualTo("hidden");
        assertThat(signature.parameters()).isEqualTo(List.of("int..."));
        assertThat(signature.shown()).isEqualTo("Vae Vae.hidden(int... widths)");
    }

    @Test
    void type_arguments_belong_to_no_name() {
        Signature signature =
                Signature.of("V java.util.Map<K,V>.getOrDefault(Object key, java.util.List<? super V> fallback)");

        assertThat(signature.type()).isEqualTo("java.util.Map");
        assertThat(signature.parameters()).isEqualTo(List.of("Object", "List"));
        assertThat(signature.shown()).isEqualTo("V Map.getOrDefault(Object key, List<? super V> fallback)");
    }

    @Test
    void what_a_type_parameter_extends_is_not_shown() {
        assertThat(Signature.of(
                                "D dev.oddity.deep.DeepDetector<D extends dev.oddity.deep.DeepDetector<D>>.epochs(int epochs)")
                        .shown())
                .isEqualTo("D DeepDetector.epochs(int epochs)");
    }

    @Test
    void classes_constructors_and_fields_are_told_apart() {
        assertThat(Signature.of("java.util.List<E>").type()).isEqualTo("java.util.List");
        assertThat(Signature.of("java.util.List<E>").member()).isEmpty();
        assertThat(Signature.of("java.io.File(String pathname)").member()).isEqualTo("File");
        assertThat(Signature.of("java.io.File(String pathname)").type()).isEqualTo("java.io.File");
        assertThat(Signature.of("Math.PI:double").member()).isEqualTo("PI");
    }
}
