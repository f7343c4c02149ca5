package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Outcome;
import java.util.List;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** {@code %help}: what else a cell may contain beside Java. */
final class HelpMagic implements Magic {

    private final Magics magics;

    HelpMagic(Magics magics) {
        this.magics = magics;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String help() {
        return "%help              this list";
    }

    @Override
    public Outcome run(MagicCall call) {
        String text = magics.own().stream().map(Magic::help).sorted().collect(Collectors.joining("\n"));
        return new Outcome(
                true,
                new DisplayData(
                        text
                                + "\nname?              documentation of a name, such as Math.max?"
                                + "\ndisplay(value)     shows a value; updateDisplay(id, value) and clearOutput() change what is shown"),
                List.of());
    }
}
