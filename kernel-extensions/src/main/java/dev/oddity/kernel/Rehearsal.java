package dev.oddity.kernel;

import com.google.gson.JsonObject;
import dev.oddity.kernel.wire.ConnectionFile;
import dev.oddity.kernel.wire.LoopbackClient;
import dev.oddity.kernel.wire.Wire;
import java.io.IOException;
import java.util.List;

/** A kernel that is its own client, runs cells of the usual kinds and ends: what a {@link StartArchive} is made from. */
final class Rehearsal {

    private static final List<String> CELLS = List.of(
            "1 + 1",
            "var xs = List.of(1, 2);\nfor (int x : xs) System.out.println(x);",
            "double half(double x) { return x / 2; }\nhalf(3)",
            "record Point(double x, double y) {}\nnew Point(1, 2)",
            "Table.create(\"t\", DoubleColumn.create(\"x\", 1, 2))",
            "new org.knowm.xchart.XYChartBuilder().width(200).height(100).build()",
            "int wrong = \"x\";",
            "throw new IllegalStateException(\"on purpose\");");

    private Rehearsal() {}

    /** Takes no arguments; one that is given is passed over, so that a kernel's command fits. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ConnectionFile connection = LoopbackClient.freeConnection();
        Thread client = new Thread(() -> play(connection), "rehearsal");
        client.setDaemon(true);
        client.setUncaughtExceptionHandler(
                (thread, failure) -> Runtime.getRuntime().halt(1));
        client.start();
        KernelProcess.serve(new Wire(connection));
        System.exit(0);
    }

    private static void play(ConnectionFile connection) {
        try (LoopbackClient client = new LoopbackClient(connection)) {
            client.ask("kernel_info_request", new JsonObject());
            for (String cell : CELLS) {
                JsonObject request = new JsonObject();
                request.addProperty("code", cell);
                request.addProperty("stop_on_error", false);
                client.ask("execute_request", request);
            }
            JsonObject begun = new JsonObject();
            begun.addProperty("code", "xs.siz");
            begun.addProperty("cursor_pos", "xs.siz".length());
            client.ask("complete_request", begun);
            client.shutDown();
        }
    }
}
