package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Pairs of encoders that learn which run of a row belongs to which rest; trained on the contrastive loss that is the score. */
record IclNetwork(Layout layout, SubVectors runs, List<Pair> pairs, int width, double temperature) implements Network {

    /** Up to so many columns a run has {@value #SHORT}; up to {@link #MANY}, {@value #LONG}; beyond, all but {@value #LEFT}. */
    private static final int FEW = 40;

    private static final int MANY = 160;
    private static final int SHORT = 2;
    private static final int LONG = 10;
    private static final int LEFT = 150;

    /**
     * The two encoders and the order of columns they see.
     *
     * @param rest F
     * @param run G
     * @param order place of the numbers whose ranks are the order, among the measured; none for the order they come in
     */
    record Pair(Layer rest, Layer run, OptionalInt order) {

        NDArray ordered(NDArray rows, Pass pass) {
            return order.isEmpty()
                    ? rows
                    : rows.get(
                            new NDIndex(":, {}", pass.measured(order.getAsInt()).argSort()));
        }
    }

    static IclNetwork of(Parameters parameters, int columns) {
        SubVectors runs = new SubVectors(columns, length(parameters, columns));
        Layout layout = new Layout();
        Subnetworks networks = new Subnetworks(parameters, layout);
        networks.refuseIdle(List.of("restEncoder", "windowEncoder"), "activation");
        int width = parameters.integer("width");
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < parameters.integer("permutations"); i++) {
            String name = "pair." + i;
            OptionalInt order =
                    i == 0 ? OptionalInt.empty() : OptionalInt.of(layout.drawn(name + ".order", 1, columns));
            pairs.add(pair(networks, name, runs, width, Activation.named(parameters.text("activation")), order));
        }
        return new IclNetwork(layout, runs, pairs, width, parameters.real("temperature"));
    }

    private static int length(Parameters parameters, int columns) {
        int asked = parameters.integer("window");
        int length = asked > 0 ? asked : columns <= FEW ? SHORT : columns <= MANY ? LONG : columns - LEFT;
        if (length >= columns) {
            throw new IllegalArgumentException("icl()" + (asked > 0 ? ".window(" + asked + ")" : "") + ": rows of "
                    + columns + (columns == 1 ? " column" : " columns") + " have nothing beside a window of " + length
                    + "; it learns which window belongs to which rest of a row: "
                    + (columns > 1
                            ? "take window(" + (columns - 1) + (columns > 2 ? ") or a smaller one" : ")")
                            : "take a model of single columns, such as autoencoder()"));
        }
        return length;
    }

    private static Pair pair(
            Subnetworks networks, String name, SubVectors runs, int width, Activation activation, OptionalInt order) {
        Layout layout = networks.layout();
        Layer rest = encoder(
                networks,
                "restEncoder",
                name + ".rest",
                runs.rest(),
                width,
                () -> Linear.in(layout, name + ".rest.0", runs.rest(), width)
                        .then(Activation.TANH)
                        .then(BatchNorm.in(layout, name + ".rest.0.norm", runs.count()))
                        .then(Linear.in(layout, name + ".rest.1", width, 2 * width))
                        .then(activation)
                        .then(BatchNorm.in(layout, name + ".rest.1.norm", runs.count()))
                        .then(Linear.in(layout, name + ".rest.2", 2 * width, width))
                        .then(activation));
        Layer run = encoder(
                networks,
                "windowEncoder",
                name + ".run",
                runs.length(),
                width,
                () -> Linear.in(layout, name + ".run.0", runs.length(), width / 4)
                        .then(activation)
                        .then(BatchNorm.in(layout, name + ".run.0.norm", runs.count()))
                        .then(Linear.in(layout, name + ".run.1", width / 4, width / 2))
                        .then(activation)
                        .then(Linear.in(layout, name + ".run.2", width / 2, width))
                        .then(activation));
        return new Pair(rest, run, order);
    }

    /** Rows × runs × in → rows × runs × width; a network that was given sees every run as a row. */
    private static Layer encoder(
            Subnetworks networks, String role, String place, int in, int width, Supplier<Layer> usual) {
        if (!networks.given(role)) {
            return usual.get();
        }
        Layer flat = networks.to(role, place, new long[] {in}, new long[] {width}, usual);
        return (runs, pass) -> {
            Shape shape = runs.getShape();
            NDArray codes = flat.forward(runs.reshape(new Shape(-1, in)), pass);
            return codes.reshape(new Shape(shape.get(0), shape.get(1), width));
        };
    }

    @Override
    public int block() {
        long widest = Math.max(8L * width, layout.widest());
        return EncoderDecoder.block(runs.count() * (runs.columns() + widest + runs.count()));
    }

    @Override
    public List<Objective> objectives() {
        return List.of(new Objective(
                "loss",
                0,
                1,
                (batch, pass) ->
                        score(new Score.ModelScore(), batch.rows(), pass).mean()));
    }

    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        return mean(
                pairs.stream()
                        .map(pair -> losses(pair, rows, pass).mean(new int[] {1}))
                        .toList(),
                pass);
    }

    /** −ln of the share of each run's likeness to its own rest, rows × runs. */
    private NDArray losses(Pair pair, NDArray rows, Pass pass) {
        NDArray ordered = pair.ordered(rows, pass);
        return contrast(
                pair.rest().forward(runs.outside(ordered, pass), pass),
                pair.run().forward(runs.inside(ordered, pass), pass),
                temperature,
                pass);
    }

    /**
     * −ln ( exp(cos(fⱼ, gⱼ)/τ) / Σₗ exp(cos(fⱼ, gₗ)/τ) ), rows × runs.
     *
     * @param rests f, rows × runs × width
     * @param inside g, likewise
     */
    static NDArray contrast(NDArray rests, NDArray inside, double temperature, Pass pass) {
        NDArray likeness = UnitVectors.of(rests, pass)
                .matMul(UnitVectors.of(inside, pass).transpose(0, 2, 1))
                .div(pass.number(temperature));
        NDArray own = pass.manager().eye(Math.toIntExact(rests.getShape().get(1)));
        return likeness.logSoftmax(2).mul(own).sum(new int[] {2}).neg();
    }

    private static NDArray mean(List<NDArray> of, Pass pass) {
        NDArray sum = of.get(0);
        for (NDArray next : of.subList(1, of.size())) {
            sum = sum.add(next);
        }
        return of.size() == 1 ? sum : sum.div(pass.number(of.size()));
    }
}
