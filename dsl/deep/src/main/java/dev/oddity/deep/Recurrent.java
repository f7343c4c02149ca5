package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

/**
 * LSTM (Hochreiter &amp; Schmidhuber 1997, with forget gates) or GRU (Cho et al. 2014) over series, rows × steps × features,
 * as PyTorch's {@code nn.LSTM} and {@code nn.GRU} compute them, all layers and steps in one native call. Weights and biases
 * start uniform in ±1/√width; the first states are zeros.
 *
 * @param places of the weights among the learnt, in PyTorch's order
 * @param width of a state
 * @param layers one upon the other
 * @param directions 1, or 2 where a second runs from the last step to the first
 */
record Recurrent(Cell cell, int[] places, int width, int layers, int directions) {

    enum Cell {
        LSTM(4),
        GRU(3);

        private final int gates;

        Cell(int gates) {
            this.gates = gates;
        }
    }

    static Recurrent in(
            Layout layout, String name, Cell cell, int features, int width, int layers, boolean bidirectional) {
        int directions = bidirectional ? 2 : 1;
        double bound = 1 / Math.sqrt(width);
        int gates = Math.multiplyExact(cell.gates, width);
        int[] places = new int[Math.multiplyExact(4 * directions, layers)];
        int at = 0;
        for (int layer = 0; layer < layers; layer++) {
            int in = layer == 0 ? features : Math.multiplyExact(directions, width);
            for (int direction = 0; direction < directions; direction++) {
                String end = "_l" + layer + (direction == 0 ? "" : "_reverse");
                places[at++] = layout.uniform(name + ".weight_ih" + end, bound, gates, in);
                places[at++] = layout.uniform(name + ".weight_hh" + end, bound, gates, width);
                places[at++] = layout.uniform(name + ".bias_ih" + end, bound, gates);
                places[at++] = layout.uniform(name + ".bias_hh" + end, bound, gates);
            }
        }
        return new Recurrent(cell, places, width, layers, directions);
    }

    /** Numbers of a state, of both directions together. */
    int stateWidth() {
        return directions * width;
    }

    /** The last layer's state at each step, rows × steps × state. */
    NDArray states(NDArray series, Pass pass) {
        return run(series, pass).get(0);
    }

    /** The last layer's state when it has seen all steps, rows × state. */
    NDArray lastState(NDArray series, Pass pass) {
        NDList each = run(series, pass).get(1).split((long) layers * directions);
        NDArray forth = each.get(each.size() - directions).squeeze(0);
        return directions == 1 ? forth : forth.concat(each.get(each.size() - 1).squeeze(0), 1);
    }

    /** States of all steps; then the last of each layer and direction, with that axis first. */
    private NDList run(NDArray series, Pass pass) {
        NDList weights = new NDList();
        for (int place : places) {
            weights.add(pass.learnt(place));
        }
        Shape state = new Shape((long) layers * directions, series.getShape().get(0), width);
        NDArray zeros = pass.manager().zeros(state);
        boolean both = directions == 2;
        return switch (cell) {
            case LSTM ->
                series.getNDArrayInternal()
                        .lstm(series, new NDList(zeros, zeros), weights, true, layers, 0, pass.training(), both, true);
            case GRU ->
                series.getNDArrayInternal().gru(series, zeros, weights, true, layers, 0, pass.training(), both, true);
        };
    }
}
