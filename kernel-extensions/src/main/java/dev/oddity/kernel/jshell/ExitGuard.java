package dev.oddity.kernel.jshell;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Turns calls of {@code System.exit(int)} in a class file into calls of {@link ExitCall#exit}: the constant pool's method
 * reference gets another owner, code and offsets stay as they are.
 */
final class ExitGuard {

    private static final int CLASS = 7;

    private final byte[] classFile;
    private final ConstantPool pool;

    private ExitGuard(byte[] classFile) {
        this.classFile = classFile;
        this.pool = new ConstantPool(classFile);
    }

    static byte[] guard(byte[] classFile) {
        try {
            return new ExitGuard(classFile).guarded();
        } catch (IOException e) {
            throw new UncheckedIOException("a class file in memory", e);
        }
    }

    private byte[] guarded() throws IOException {
        byte[] patched = classFile.clone();
        int count = pool.count();
        boolean found = false;
        for (int method : pool.entries(ConstantPool.METHOD)) {
            if (isExit(method)) {
                patched[method + 1] = (byte) ((count + 1) >>> 8);
                patched[method + 2] = (byte) (count + 1);
                found = true;
            }
        }
        if (!found) {
            return classFile;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(classFile.length + 64);
        DataOutputStream data = new DataOutputStream(out);
        data.write(patched, 0, ConstantPool.START - 2);
        data.writeShort(count + 2);
        data.write(patched, ConstantPool.START, pool.end() - ConstantPool.START);
        data.writeByte(ConstantPool.UTF8);
        data.writeUTF(ExitCall.class.getName().replace('.', '/'));
        data.writeByte(CLASS);
        data.writeShort(count);
        data.write(patched, pool.end(), patched.length - pool.end());
        return out.toByteArray();
    }

    private boolean isExit(int method) {
        int owner = pool.offset(pool.unsignedShort(method + 1));
        int nameAndType = pool.offset(pool.unsignedShort(method + 3));
        return pool.text(pool.unsignedShort(owner + 1)).equals("java/lang/System")
                && pool.text(pool.unsignedShort(nameAndType + 1)).equals("exit")
                && pool.text(pool.unsignedShort(nameAndType + 3)).equals("(I)V");
    }
}
