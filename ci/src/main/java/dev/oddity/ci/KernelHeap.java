package dev.oddity.ci;

import dev.oddity.ci.jupyter.KernelSpec;
import java.util.regex.Pattern;

/**
 * What a kernel in Java may take of the memory: {@code --heap}.
 *
 * @param size as Java has it, such as {@code 4g}
 */
record KernelHeap(String size) {

    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,8}[mMgG]");

    /** Every {@code java} since 9 reads it before its own arguments, whatever the kernel's command looks like. */
    private static final String VARIABLE = "JDK_JAVA_OPTIONS";

    KernelHeap {
        if (!SIZE.matcher(size).matches()) {
            throw new UsageException("--heap %s: a size is a whole number with m or g, such as 4g".formatted(size));
        }
    }

    /** @throws UsageException if the kernel is not in Java */
    KernelSpec on(KernelSpec kernel) {
        if (!kernel.language().equals("java")) {
            throw new UsageException("--heap is for kernels in Java, and '%s' is in %s; leave --heap out"
                    .formatted(kernel.name(), kernel.language()));
        }
        String others =
                kernel.environment().getOrDefault(VARIABLE, System.getenv().getOrDefault(VARIABLE, ""));
        return kernel.with(VARIABLE, (others + " -Xmx" + size).strip());
    }
}
