package dev.oddity.kernel.jshell;

import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Turns calls and references of methods that end the process into those of {@link ExitCall}. */
final class ExitGuard extends MethodVisitor {

    private static final String INSTEAD = Type.getInternalName(ExitCall.class);
    private static final String RUNTIME = "(Ljava/lang/Runtime;I)V";

    /** Descriptors in {@link ExitCall}, which has the same names; what a method was called on is its first argument. */
    private static final Map<String, String> ENDINGS = Map.of(
            "java/lang/System.exit(I)V", "(I)V",
            "java/lang/Runtime.exit(I)V", RUNTIME,
            "java/lang/Runtime.halt(I)V", RUNTIME);

    ExitGuard(MethodVisitor next) {
        super(CellCode.API, next);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean onInterface) {
        String guarded = ENDINGS.get(owner + "." + name + descriptor);
        if (guarded == null) {
            super.visitMethodInsn(opcode, owner, name, descriptor, onInterface);
        } else {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, INSTEAD, name, guarded, false);
        }
    }

    /** A reference such as {@code System::exit}. */
    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        Object[] guarded = arguments.clone();
        for (int i = 0; i < guarded.length; i++) {
            if (guarded[i] instanceof Handle handle) {
                guarded[i] = guarded(handle);
            }
        }
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, guarded);
    }

    private static Handle guarded(Handle handle) {
        String guarded = ENDINGS.get(handle.getOwner() + "." + handle.getName() + handle.getDesc());
        return guarded == null ? handle : new Handle(Opcodes.H_INVOKESTATIC, INSTEAD, handle.getName(), guarded, false);
    }
}
