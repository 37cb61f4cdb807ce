package org.ganglion.io.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ganglion.io.source.OwnModels;
import org.ganglion.io.yaml.Position;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.catalog.NeuronModels;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.synapse.SynapseModel;
import org.ganglion.network.synapse.SynapseModels;

/**
 * The models that a file can name: Ganglion's, and those that it brings along.
 *
 * @param complete false where those that it brings along could not be read, so that a name that is not known may be one of
 *     them
 */
record KnownModels(List<NeuronModel> neurons, List<SynapseModel> synapses, boolean complete) {
    static final KnownModels BUILT_IN = new KnownModels(NeuronModels.ALL, SynapseModels.ALL, true);
    static final KnownModels INCOMPLETE = new KnownModels(NeuronModels.ALL, SynapseModels.ALL, false);

    /** With models of the user. */
    static KnownModels with(OwnModels own) {
        return new KnownModels(
                Stream.concat(NeuronModels.ALL.stream(), own.neurons().stream()).toList(),
                Stream.concat(SynapseModels.ALL.stream(), own.synapses().stream())
                        .toList(),
                own.problems().isEmpty());
    }

    Optional<NeuronModel> neuron(String name) {
        return neurons.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    Optional<SynapseModel> synapse(String name) {
        return synapses.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    /** Reports a neuron model that is not known. */
    void reportNeuron(Findings findings, Position at, String path, String name) {
        report(
                findings,
                at,
                path,
                "neuron model",
                name,
                neurons.stream().map(NeuronModel::name).toList());
    }

    /** Reports a synapse model that is not known. */
    void reportSynapse(Findings findings, Position at, String path, String name) {
        report(findings, at, path, "synapse model", name, synapseNames());
    }

    private void report(Findings findings, Position at, String path, String what, String name, List<String> allowed) {
        if (complete) {
            findings.report(at, path, Suggestion.unknown(what, name, allowed));
        } else {
            findings.suspect(path);
        }
    }

    List<String> synapseNames() {
        return synapses.stream().map(SynapseModel::name).toList();
    }
}
