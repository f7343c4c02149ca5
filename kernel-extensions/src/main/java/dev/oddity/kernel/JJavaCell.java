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
        // setDisplayId() has another result in newer versions, which no compiled code of the other finds.
        data.putTransientData("display_id", id);
        if (again) {
            io.display.updateDisplay(data);
        } else {
            io.display.display(data);
        }
    }
}
