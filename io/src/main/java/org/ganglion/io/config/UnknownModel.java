package org.ganglion.io.config;

import java.util.List;
import java.util.Map;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;

/** Stands for a model whose name is wrong, so that the rest of the network can still be checked. */
final class UnknownModel implements NeuronModel {
    static final NeuronModel INSTANCE = new UnknownModel();

    private static final Description NOTHING = Description.of("unknown", "");

    private UnknownModel() {}

    @Override
    public Description description() {
        return NOTHING;
    }

    @Override
    public List<Receptor> receptors(Map<String, Distribution> parameters) {
        return List.of();
    }

    @Override
    public NeuronState create(Columns columns, double dtMs) {
        throw new UnsupportedOperationException("a model of this name does not exist");
    }
}
