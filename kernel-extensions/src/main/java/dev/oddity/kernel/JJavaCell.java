package dev.oddity.kernel;

import dev.oddity.core.display.MimeBundle;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** The running cell of a stock JJava. */
record JJavaCell(JupyterIO io) implements StockDisplay.Cell {

    @Override
    public boolean running() {
        return io.isAttached();
    }

    @Override
    public void show(MimeBundle forms, String id, boolean again) {
        DisplayData data = new DisplayData();
        forms.data().forEach(data::putData);
        data.setDisplayId(id);
        if (again) {
            io.display.updateDisplay(data);
        } else {
            io.display.display(data);
        }
    }
}
