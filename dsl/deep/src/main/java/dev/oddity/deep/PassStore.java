package dev.oddity.deep;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a block's parameters the values of one pass. */
final class PassStore extends ParameterStore {

    private final Pass pass;
    private final Map<String, Integer> learnt;
    private final Map<String, Integer> measured;

    /**
     * @param learnt places by the parameter's id
     * @param measured likewise
     */
    PassStore(Pass pass, Map<String, Integer> learnt, Map<String, Integer> measured) {
        super(pass.manager(), false);
        this.pass = pass;
        this.learnt = learnt;
        this.measured = measured;
    }

    /** Nothing for a parameter that the block does without. */
    @Override
    public @Nullable NDArray getValue(@Nullable Parameter parameter, Device device, boolean training) {
        if (parameter == null) {
            return null;
        }
        Integer place = learnt.get(parameter.getId());
        return place != null ? pass.learnt(place) : pass.measured(measured.get(parameter.getId()));
    }
}
