package dev.oddity.kernel.jshell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns calls of {@code System.exit(int)} in a class file into calls of {@link ExitCall#exit}: the constant pool's method
 * reference gets another owner, code and offsets stay as they are. Class-file format: JVM specification, section 4.4.
 */
final class ExitGuard {

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;
    private static final Map<Integer, Integer> WIDTH = Map.ofEntries(
            Map.entry(3, 4),
            Map.entry(4, 4),
            Map.entry(LONG, 8),
            Map.entry(DOUBLE, 8),
            Map.entry(CLASS, 2),
            Map.entry(8, 2),
            Map.entry(9, 4),
            Map.entry(METHOD, 4),
            Map.entry(11, 4),
            Map.entry(NAME_AND_TYPE, 4),
            Map.entry(15, 3),
            Map.entry(16, 2),
            Map.entry(17, 4),
            Map.entry(18, 4),
            Map.entry(19, 2),
            Map.entry(20, 2));
    private static final int HEADER = 8;

    private final byte[] classFile;
    private final Map<Integer, Integer> offsets = new HashMap<>();
    private final int count;
    private final int poolEnd;

    private ExitGuard(byte[] classFile) throws IOException {
        this.classFile = classFile;
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        in.skipBytes(HEADER);
        count = in.readUnsignedShort();
        int offset = HEADER + 2;
        for (int index = 1; index < count; index++) {
            offsets.put(index, offset);
            int tag = classFile[offset];
            offset += 1 + (tag == UTF8 ? 2 + unsignedShort(offset + 1) : WIDTH.get(tag));
            if (tag == LONG || tag == DOUBLE) {
                index++;
            }
        }
        poolEnd = offset;
    }

    static byte[] guard(byte[] classFile) {
        try {
            return new ExitGuard(classFile).guarded();
        } catch (IOException e) {
            throw new UncheckedIOException("a class file in memory", e);
        }
    }

    private byte[] guarded() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(classFile.length + 64);
        DataOutputStream data = new DataOutputStream(out);
        byte[] patched = classFile.clone();
        boolean found = false;
        for (Map.Entry<Integer, Integer> entry : offsets.entrySet()) {
            int offset = entry.getValue();
            if (classFile[offset] == METHOD && isExit(offset)) {
                patched[offset + 1] = (byte) ((count + 1) >>> 8);
                patched[offset + 2] = (byte) (count + 1);
                found = true;
            }
        }
        if (!found) {
            return classFile;
        }
        data.write(patched, 0, HEADER);
        data.writeShort(count + 2);
        data.write(patched, HEADER + 2, poolEnd - HEADER - 2);
        data.writeByte(UTF8);
        data.writeUTF(ExitCall.class.getName().replace('.', '/'));
        data.writeByte(CLASS);
        data.writeShort(count);
        data.write(patched, poolEnd, patched.length - poolEnd);
        return out.toByteArray();
    }

    private boolean isExit(int method) throws IOException {
        int owner = offsets.get(unsignedShort(method + 1));
        int nameAndType = offsets.get(unsignedShort(method + 3));
        return utf8(unsignedShort(owner + 1)).equals("java/lang/System")
                && utf8(unsignedShort(nameAndType + 1)).equals("exit")
                && utf8(unsignedShort(nameAndType + 3)).equals("(I)V");
    }

    private String utf8(int index) throws IOException {
        int offset = offsets.get(index);
        return new DataInputStream(new ByteArrayInputStream(classFile, offset + 1, classFile.length - offset - 1))
                .readUTF();
    }

    private int unsignedShort(int offset) {
        return (classFile[offset] & 0xff) << 8 | classFile[offset + 1] & 0xff;
    }
}
