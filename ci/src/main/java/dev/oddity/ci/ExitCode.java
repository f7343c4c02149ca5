package dev.oddity.ci;

import dev.oddity.ci.execution.RunStatus;
import java.util.Arrays;

/** What the command tells the shell. Of several notebooks the worst counts, in the order given here. */
enum ExitCode {
    OK(0),
    APPROVAL_DIFFERS(2),
    CELL_FAILED(1),
    TIMEOUT(3),
    KERNEL_DIED(4),
    OTHER_DATA(5),
    USAGE(64);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static ExitCode of(RunStatus status, boolean dataRequired) {
        return switch (status) {
            case PASSED -> OK;
            case SKIPPED -> dataRequired ? CELL_FAILED : OK;
            case FAILED, INTERRUPTED -> CELL_FAILED;
            case TIMED_OUT -> TIMEOUT;
            case KERNEL_DIED -> KERNEL_DIED;
        };
    }

    /** What another process of this command told. */
    static ExitCode of(int number) {
        return Arrays.stream(values())
                .filter(code -> code.number == number)
                .findFirst()
                .orElse(CELL_FAILED);
    }

    ExitCode or(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
