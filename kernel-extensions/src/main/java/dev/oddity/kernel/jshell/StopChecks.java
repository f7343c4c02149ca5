package dev.oddity.kernel.jshell;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts into a method, at its entry and before each jump backwards, a look at whether its thread was asked to stop
 * ({@link StopCheck}). A look takes nothing and gives nothing: the operand stack stays as it is, whatever lies on it.
 */
final class StopChecks extends MethodVisitor {

    /** JShell wraps each statement in one of these; it is entered once. */
    private static final String STATEMENT = "do_it$";

    private static final Handle SITE = new Handle(
            Opcodes.H_INVOKESTATIC,
            Type.getInternalName(StopCheck.class),
            StopCheck.BOOTSTRAP,
            StopCheck.BOOTSTRAP_TYPE.toMethodDescriptorString(),
            false);

    private final boolean atEntry;
    private final Set<Label> passed = new HashSet<>();
    private @Nullable Label entry;

    /** @param method its name */
    StopChecks(String method, MethodVisitor next) {
        super(CellCode.API, next);
        // To stop what sets a class up makes the class unusable: in its loops only, if it must be.
        this.atEntry = !method.equals(STATEMENT) && !method.equals("<clinit>");
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if (atEntry) {
            entry = new Label();
            super.visitLabel(entry);
            look(StopCheck.ENTRY);
        }
    }

    /** The look at the entry is on the line of the first statement. */
    @Override
    public void visitLineNumber(int line, Label start) {
        if (entry != null) {
            super.visitLineNumber(line, entry);
            entry = null;
        }
        super.visitLineNumber(line, start);
    }

    @Override
    public void visitLabel(Label label) {
        passed.add(label);
        super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
        lookBefore(target);
        super.visitJumpInsn(opcode, target);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... targets) {
        lookBefore(otherwise, targets);
        super.visitTableSwitchInsn(min, max, otherwise, targets);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] targets) {
        lookBefore(otherwise, targets);
        super.visitLookupSwitchInsn(otherwise, keys, targets);
    }

    private void lookBefore(Label target, Label... others) {
        boolean backwards = passed.contains(target);
        for (Label other : others) {
            backwards |= passed.contains(other);
        }
        if (backwards) {
            look(StopCheck.LOOP);
        }
    }

    private void look(String place) {
        super.visitInvokeDynamicInsn(place, "()V", SITE);
    }
}
