package dev.oddity.deep;

import java.util.List;

/** A sequence of layers of any kind. */
record Chain(List<Layer> layers) implements Sequence {}
