package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Outcome;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** {@code %help [name]}: what else a cell may contain beside Java, or all about one magic. */
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
        return "%help [name]       this list, or all about one magic; %name? is the same";
    }

    @Override
    public boolean takesNames() {
        return true;
    }

    @Override
    public Outcome run(MagicCall call) {
        String name = call.arguments().replaceFirst("^%{1,2}", "");
        return Outcome.of(new DisplayData(name.isEmpty() ? all() : magics.help(name)));
    }

    private String all() {
        return magics.own().stream().map(Magic::help).sorted().collect(Collectors.joining("\n"))
                + "\nname?              documentation of a name, such as Math.max?"
                + "\nvar x = %name …    keeps what a magic gives"
                + "\ndisplay(value)     shows a value; updateDisplay(id, value) and clearOutput() change what is shown";
    }
}
