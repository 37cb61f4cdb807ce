package org.ganglion.network.neuron;

import java.util.List;
import java.util.Optional;

/** The neuron models that can be named in a file. */
public final class NeuronModels {
    public static final List<NeuronModel> ALL = List.of(
            new IafPscDelta(),
            new IafPscExp(),
            new IafPscAlpha(),
            new IafCondExp(),
            new IafCondAlpha(),
            new IafCondExpSfaRr(),
            new AeifCondExp(),
            new AeifCondAlpha(),
            new Izhikevich(),
            new HhPscAlpha(),
            new GifPscExp(),
            new GlifPsc(),
            new IgnoreAndFire(),
            new ParrotNeuron(),
            new IntFire1());

    private NeuronModels() {}

    public static Optional<NeuronModel> find(String name) {
        return ALL.stream().filter(m -> m.name().equals(name)).findFirst();
    }
}
