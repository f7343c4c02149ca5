package dev.oddity.kernel;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/**
 * How notebooks show tables, charts, reports, collections and arrays. An extension of {@code jjava-jupyter}: this kernel
 * loads it as a service, and so does a stock JJava that has Oddity on its class path. Of a kernel it uses only what has
 * the same name in all of that library's versions.
 */
public final class OddityExtension implements Extension {

    @Override
    public void install(BaseKernel kernel) {
        install(kernel.getRenderer());
        if (!(kernel instanceof OddityKernel)) {
            StockDisplay.useFor(new JJavaCell(kernel.getIO()));
        }
    }

    static void install(Renderer renderer) {
        Views.all().forEach(view -> register(renderer, view));
    }

    private static <T> void register(Renderer renderer, Views.View<T> view) {
        renderer.createRegistration(view.type())
                .register((value, context) -> Bundles.putEncoded(
                        view.of(value, type -> context.wantsDataRenderedAs(MIMEType.parse(type))),
                        context.getOutputContainer()));
    }
}
