package org.ganglion.network.neuron.catalog;

import java.util.List;
import java.util.Optional;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.aeif.AeifCondAlpha;
import org.ganglion.network.neuron.aeif.AeifCondExp;
import org.ganglion.network.neuron.conductance.IafCondAlpha;
import org.ganglion.network.neuron.conductance.IafCondExp;
import org.ganglion.network.neuron.conductance.IafCondExpSfaRr;
import org.ganglion.network.neuron.gif.GifPscExp;
import org.ganglion.network.neuron.glif.GlifPsc;
import org.ganglion.network.neuron.hh.HhPscAlpha;
import org.ganglion.network.neuron.psc.IafPscAlpha;
import org.ganglion.network.neuron.psc.IafPscDelta;
import org.ganglion.network.neuron.psc.IafPscExp;
import org.ganglion.network.neuron.simple.IgnoreAndFire;
import org.ganglion.network.neuron.simple.IntFire1;
import org.ganglion.network.neuron.simple.Izhikevich;
import org.ganglion.network.neuron.simple.ParrotNeuron;

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
