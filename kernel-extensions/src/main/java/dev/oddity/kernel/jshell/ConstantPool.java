package dev.oddity.kernel.jshell;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names and constants at the head of a class file. Format: JVM specification, section 4.4. */
final class ConstantPool {

    static final int UTF8 = 1;
    static final int METHOD = 10;
    /** Bytes of a class file before its pool, the count included. */
    static final int START = 10;

    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    /** Bytes that follow a tag. */
    private static final Map<Integer, Integer> WIDTH = Map.ofEntries(
            Map.entry(3, 4),
            Map.entry(4, 4),
            Map.entry(LONG, 8),
            Map.entry(DOUBLE, 8),
            Map.entry(7, 2),
            Map.entry(8, 2),
            Map.entry(9, 4),
            Map.entry(METHOD, 4),
            Map.entry(11, 4),
            Map.entry(12, 4),
            Map.entry(15, 3),
            Map.entry(16, 2),
            Map.entry(17, 4),
            Map.entry(18, 4),
            Map.entry(19, 2),
            Map.entry(20, 2));

    private final byte[] classFile;
    private final Map<Integer, Integer> offsets = new LinkedHashMap<>();
    private final int count;
    private final int end;

    ConstantPool(byte[] classFile) {
        this.classFile = classFile;
        count = unsignedShort(START - 2);
        int offset = START;
        for (int index = 1; index < count; index++) {
            offsets.put(index, offset);
            int tag = classFile[offset];
            offset += 1 + (tag == UTF8 ? 2 + unsignedShort(offset + 1) : WIDTH.get(tag));
            if (tag == LONG || tag == DOUBLE) {
                index++;
            }
        }
        end = offset;
    }

    /** One more than the highest index. */
    int count() {
        return count;
    }

    /** Where in the class file the pool ends. */
    int end() {
        return end;
    }

    /** Where each entry of a kind lies in the class file. */
    Iterable<Integer> entries(int tag) {
        return offsets.values().stream().filter(offset -> classFile[offset] == tag)::iterator;
    }

    /** Where the entry of an index lies in the class file. */
    int offset(int index) {
        return offsets.get(index);
    }

    /** The text of the UTF-8 entry at an index. */
    String text(int index) {
        return textAt(offset(index));
    }

    /** Whether one of the UTF-8 entries is this: the name of a member or an attribute, or a string. */
    boolean names(String text) {
        for (int offset : entries(UTF8)) {
            if (textAt(offset).equals(text)) {
                return true;
            }
        }
        return false;
    }

    int unsignedShort(int offset) {
        return (classFile[offset] & 0xff) << 8 | classFile[offset + 1] & 0xff;
    }

    private String textAt(int offset) {
        try {
            return new DataInputStream(new ByteArrayInputStream(classFile, offset + 1, classFile.length - offset - 1))
                    .readUTF();
        } catch (IOException e) {
            throw new UncheckedIOException("a class file in memory", e);
        }
    }
}
