package dev.oddity.ci.formula;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Unicode's mathematical alphabets (block 1D400–1D7FF), with the letters that had a place before that block. */
enum MathAlphabet {
    BOLD("bold", 0x1D400, 0x1D7CE, 0x1D6A8, Map.of()),
    SCRIPT(
            "script",
            0x1D49C,
            0,
            0,
            Map.ofEntries(
                    Map.entry((int) 'B', 0x212C),
                    Map.entry((int) 'E', 0x2130),
                    Map.entry((int) 'F', 0x2131),
                    Map.entry((int) 'H', 0x210B),
                    Map.entry((int) 'I', 0x2110),
                    Map.entry((int) 'L', 0x2112),
                    Map.entry((int) 'M', 0x2133),
                    Map.entry((int) 'R', 0x211B),
                    Map.entry((int) 'e', 0x212F),
                    Map.entry((int) 'g', 0x210A),
                    Map.entry((int) 'o', 0x2134))),
    FRAKTUR(
            "fraktur",
            0x1D504,
            0,
            0,
            Map.of((int) 'C', 0x212D, (int) 'H', 0x210C, (int) 'I', 0x2111, (int) 'R', 0x211C, (int) 'Z', 0x2128)),
    DOUBLE_STRUCK(
            "double-struck",
            0x1D538,
            0x1D7D8,
            0,
            Map.of(
                    (int) 'C', 0x2102, (int) 'H', 0x210D, (int) 'N', 0x2115, (int) 'P', 0x2119, (int) 'Q', 0x211A,
                    (int) 'R', 0x211D, (int) 'Z', 0x2124)),
    SANS_SERIF("sans-serif", 0x1D5A0, 0x1D7E2, 0, Map.of()),
    MONOSPACE("monospace", 0x1D670, 0x1D7F6, 0, Map.of());

    private static final int CAPITALS = 26;
    /** From Α to Ω with the old theta; then nabla, then from α to ω. */
    private static final int GREEK_SMALL = 26;

    private final String variant;
    private final int latin;
    private final int digits;
    private final int greek;
    private final Map<Integer, Integer> elsewhere;

    /** @param digits where its 0 stands; 0 if it has none, as for {@code greek}, its Α */
    MathAlphabet(String variant, int latin, int digits, int greek, Map<Integer, Integer> elsewhere) {
        this.variant = variant;
        this.latin = latin;
        this.digits = digits;
        this.greek = greek;
        this.elsewhere = elsewhere;
    }

    /** By MathML's name. */
    static Optional<MathAlphabet> named(String variant) {
        return Arrays.stream(values())
                .filter(each -> each.variant.equals(variant))
                .findFirst();
    }

    /** The text in these letters; what they lack stays as it is. */
    String of(String text) {
        return text.codePoints()
                .map(this::letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private int letter(int c) {
        if (elsewhere.containsKey(c)) {
            return elsewhere.get(c);
        }
        if (c >= 'A' && c <= 'Z') {
            return latin + c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return latin + CAPITALS + c - 'a';
        }
        if (digits > 0 && c >= '0' && c <= '9') {
            return digits + c - '0';
        }
        if (greek > 0 && c >= 'Α' && c <= 'Ω') {
            return greek + c - 'Α';
        }
        return greek > 0 && c >= 'α' && c <= 'ω' ? greek + GREEK_SMALL + c - 'α' : c;
    }
}
