package org.ganglion.io.hdf5;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganglion.network.Circuit;
import org.ganglion.network.Network;

/**
 * What neurons are called in result files: as in the circuit that the network was read from, or else by their population and
 * their index in it.
 */
public final class NodeNames {
    private final List<String> populations = new ArrayList<>();
    private final List<long[]> ids = new ArrayList<>(); // [population][neuron]; empty where ids are indices

    public NodeNames(Network network) {
        network.populations().forEach(p -> {
            Optional<Circuit.Members> members =
                    network.circuit().map(c -> c.members().get(p.name()));
            populations.add(members.map(Circuit.Members::population).orElse(p.name()));
            ids.add(members.map(Circuit.Members::ids).orElse(new long[0]));
        });
    }

    /** Name of a population. */
    public String population(int population) {
        return populations.get(population);
    }

    /** Id of a neuron. */
    public long node(int population, int neuron) {
        long[] own = ids.get(population);
        return own.length == 0 ? neuron : own[neuron];
    }
}
