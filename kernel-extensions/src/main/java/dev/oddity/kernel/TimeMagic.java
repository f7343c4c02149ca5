package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Cell;
import dev.oddity.kernel.jshell.Outcome;
import java.util.Locale;

/** {@code %time code} and {@code %%time}: how long a line or a cell takes by the clock. Its value stays its value. */
final class TimeMagic implements Magic {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final CellRunner runner;
    private final CellOutput output;

    TimeMagic(CellRunner runner, CellOutput output) {
        this.runner = runner;
        this.output = output;
    }

    @Override
    public String name() {
        return "time";
    }

    @Override
    public String help() {
        return "%time code         runs a line and says how long it took; %%time on top of a cell: the cell";
    }

    @Override
    public boolean isOnJava() {
        return true;
    }

    @Override
    public Outcome run(MagicCall call) {
        Cell cell = call.cell();
        int end = call.end();
        long start = System.nanoTime();
        try {
            return runner.run(
                    new Cell(cell.name(), cell.source().substring(0, end)),
                    call.line().start());
        } finally {
            double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
            output.write(
                    CellOutput.Stream.STDOUT,
                    millis < MILLIS_PER_SECOND
                            ? String.format(Locale.ROOT, "%.1f ms%n", millis)
                            : String.format(Locale.ROOT, "%.2f s%n", millis / MILLIS_PER_SECOND));
        }
    }
}
