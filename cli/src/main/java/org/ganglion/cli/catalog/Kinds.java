package org.ganglion.cli.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.network.StimulusModels;
import org.ganglion.network.connect.ConnectionRules;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.catalog.NeuronModels;
import org.ganglion.network.random.Distributions;
import org.ganglion.network.space.SpaceCatalog;
import org.ganglion.network.spec.Catalog;
import org.ganglion.network.spec.Description;
import org.ganglion.network.synapse.SynapseModel;
import org.ganglion.network.synapse.SynapseModels;

/** Everything that a file can name, by kind. */
public final class Kinds {
    public static final String NEURONS = "Neuron model";
    public static final String SYNAPSES = "Synapse model";
    public static final String RULES = "Connection rule";
    public static final String POSITIONS = "Position type";
    public static final String MASKS = "Mask";
    public static final String KERNELS = "Kernel";
    public static final String DISTRIBUTIONS = "Distribution";
    public static final String STIMULI = "Stimulus type";

    private Kinds() {}

    /** The kinds in the order in which one meets them; what each holds in the order of the code. */
    public static Map<String, List<Description>> all() {
        Map<String, List<Description>> kinds = new LinkedHashMap<>();
        kinds.put(
                NEURONS, NeuronModels.ALL.stream().map(NeuronModel::description).toList());
        kinds.put(
                SYNAPSES,
                SynapseModels.ALL.stream().map(SynapseModel::description).toList());
        kinds.put(RULES, ConnectionRules.ALL);
        kinds.put(POSITIONS, SpaceCatalog.POSITIONS);
        kinds.put(MASKS, SpaceCatalog.MASKS);
        kinds.put(KERNELS, descriptions(SpaceCatalog.KERNELS));
        kinds.put(DISTRIBUTIONS, descriptions(Distributions.CATALOG));
        kinds.put(STIMULI, StimulusModels.ALL);
        return kinds;
    }

    private static List<Description> descriptions(Catalog<?> catalog) {
        return catalog.entries().stream().map(Catalog.Entry::description).toList();
    }
}
