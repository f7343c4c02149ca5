package dev.oddity.kernel.ijava;

import dev.oddity.kernel.Samples;
import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.nio.file.Files;
import java.nio.file.Path;

/** A kernel on IJava's own base library, with its connection and messages; cells are names, or the call that users make. */
public final class StockIJava extends BaseKernel {

    private StockIJava() {}

    public static void main(String[] arguments) throws Exception {
        StockIJava kernel = new StockIJava();
        JupyterConnection connection =
                new JupyterConnection(KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0]))));
        kernel.becomeHandlerForConnection(connection);
        connection.connect();
        connection.waitUntilClose();
        System.exit(0);
    }

    @Override
    public DisplayData eval(String source) {
        if (source.equals("install")) {
            OddityForIJava.install(this);
            return DisplayData.EMPTY_STRING;
        }
        return getRenderer().render(Samples.of(source));
    }

    @Override
    public LanguageInfo getLanguageInfo() {
        return new LanguageInfo.Builder("java").build();
    }
}
