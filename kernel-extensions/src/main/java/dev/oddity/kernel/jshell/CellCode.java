package dev.oddity.kernel.jshell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What becomes of the class files of cells before Java sees them: they can be stopped ({@link StopChecks}), also where
 * they read ({@link LastingScanners}), and can't end the kernel ({@link ExitGuard}). Members, frames and line numbers stay
 * as they are, so that a class may still be changed in place.
 */
final class CellCode {

    static final int API = Opcodes.ASM9;

    private CellCode() {}

    /** The class with all that; as it is if it is of a Java newer than this can read, or if it would grow too large. */
    static byte[] guarded(byte[] classFile) {
        try {
            ClassReader reader = new ClassReader(classFile);
            ClassWriter writer = new ClassWriter(reader, 0);
            reader.accept(new Guards(writer), 0);
            return writer.toByteArray();
        } catch (IllegalArgumentException | MethodTooLargeException | ClassTooLargeException e) {
            return classFile;
        }
    }

    /**
     * Loads what this needs, off the way of who waits for a first cell: the class files of ASM are of a Java too old for a
     * start archive.
     */
    static void prepare() {
        try (InputStream any = CellCode.class.getResourceAsStream(StopChecks.class.getSimpleName() + ".class")) {
            guarded(any.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("a class file of this jar", e);
        }
    }

    /** Whether a class has values that Java sets once, when it loads the class or compiles its users. */
    static boolean isSetOnce(byte[] classFile) {
        try {
            SetOnce found = new SetOnce();
            new ClassReader(classFile).accept(found, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
            return found.any;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static final class Guards extends ClassVisitor {

        Guards(ClassVisitor next) {
            super(API, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            return new LastingScanners(new ExitGuard(new StopChecks(name, next)));
        }
    }

    private static final class SetOnce extends ClassVisitor {

        private boolean any;

        SetOnce() {
            super(API);
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            any |= value != null;
            return null;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            any |= name.equals("<clinit>");
            return null;
        }
    }
}
