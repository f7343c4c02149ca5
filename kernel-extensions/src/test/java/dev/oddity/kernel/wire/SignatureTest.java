package dev.oddity.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /** Test case 2 of RFC 4231, section 4.3, its text cut in two as messages are. */
    @Test
    void it_is_the_hmac_of_the_parts_one_after_the_other() {
        List<byte[]> parts = List.of(
                "what do ya want ".getBytes(StandardCharsets.US_ASCII),
                "for nothing?".getBytes(StandardCharsets.US_ASCII));
        String published = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

        Signature signature = new Signature("Jefe");

        assertThat(signature.of(parts)).isEqualTo(published);
        assertThat(signature.isOf(parts, published.getBytes(StandardCharsets.US_ASCII)))
                .isTrue();
        assertThat(signature.isOf(parts, new byte[64])).isFalse();
    }
}
