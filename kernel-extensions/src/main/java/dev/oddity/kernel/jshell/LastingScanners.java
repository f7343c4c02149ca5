package dev.oddity.kernel.jshell;

import java.util.Set;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Lets scanners that cells make read by way of {@link ScannerSource}. */
final class LastingScanners extends MethodVisitor {

    private static final String SOURCE = Type.getInternalName(ScannerSource.class);
    private static final String READABLE = "Ljava/lang/Readable;";

    /** What a scanner may be made of that could be interrupted. */
    private static final Set<String> OF_STREAM = Set.of(
            "(Ljava/io/InputStream;)V",
            "(Ljava/io/InputStream;Ljava/lang/String;)V",
            "(Ljava/io/InputStream;Ljava/nio/charset/Charset;)V");

    LastingScanners(MethodVisitor next) {
        super(CellCode.API, next);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean onInterface) {
        if (owner.equals("java/util/Scanner") && name.equals("<init>") && OF_STREAM.contains(descriptor)) {
            String readable = descriptor.substring(0, descriptor.length() - 1) + READABLE;
            super.visitMethodInsn(Opcodes.INVOKESTATIC, SOURCE, "of", readable, false);
            super.visitMethodInsn(opcode, owner, name, "(" + READABLE + ")V", onInterface);
        } else {
            super.visitMethodInsn(opcode, owner, name, descriptor, onInterface);
        }
    }
}
