package dev.oddity.ci.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaCodeTest {

    @Test
    void keywords_texts_numbers_comments_and_magics_are_told_apart() {
        assertThat(JavaCode.markup("%maven a:b:1\nvar s = \"int // \\\" x\"; // a \"comment\"\nint i = 0x1F;"))
                .isEqualTo("<span class=\"oddity-magic\">%maven a:b:1</span>\n"
                        + "<span class=\"oddity-keyword\">var</span> s = "
                        + "<span class=\"oddity-literal\">&quot;int // \\&quot; x&quot;</span>; "
                        + "<span class=\"oddity-comment\">// a &quot;comment&quot;</span>\n"
                        + "<span class=\"oddity-keyword\">int</span> i = <span class=\"oddity-number\">0x1F</span>;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"open", "'", "/* open", "\"\"\"\nopen", "a < b && c > \"</pre><script>\"", "", "%", "\\"})
    void whatever_is_written_is_shown_as_it_is(String source) {
        String shown = JavaCode.markup(source)
                .replaceAll("</?span[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");

        assertThat(shown).isEqualTo(source);
        assertThat(JavaCode.markup(source)).doesNotContain("<script");
    }
}
