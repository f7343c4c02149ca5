package dev.oddity.kernel.ijava;

import dev.oddity.kernel.StockDisplay;
import dev.oddity.kernel.Views;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;

/**
 * Tables, charts, reports and progress in a stock IJava 1.3, which has no way to find extensions by itself: one call in
 * the first cell does it.
 *
 * <pre>{@code
 * dev.oddity.kernel.ijava.OddityForIJava.install(getKernelInstance());
 * }</pre>
 */
public final class OddityForIJava {

    private OddityForIJava() {}

    /**
     * Teaches a kernel how our values look. A second call does nothing new.
     *
     * @param kernel as IJava's {@code getKernelInstance()} gives it
     */
    public static void install(BaseKernel kernel) {
        Views.all().forEach(view -> register(kernel.getRenderer(), view));
        StockDisplay.useFor(new IJavaCell(kernel.getIO()));
    }

    private static <T> void register(Renderer renderer, Views.View<T> view) {
        renderer.createRegistration(view.type()).register((value, context) -> {
            DisplayData data = context.getOutputContainer();
            var forms = view.of(value, type -> context.wantsDataRenderedAs(MIMEType.parse(type)));
            forms.data().forEach(data::putData);
            forms.metadata().forEach(data::putMetaData);
        });
    }
}
