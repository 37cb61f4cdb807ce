package org.ganglion.io.analysis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.io.hdf5.NodeNames;
import org.ganglion.io.sonata.source.H5File;
import org.ganglion.io.sonata.source.H5Group;
import org.ganglion.io.sonata.source.H5Spikes;
import org.ganglion.network.Network;

/**
 * Reads the spikes of a run from its HDF5 file, piece by piece, and hands each to the statistics of the population that it is
 * of, in the order of the file.
 */
final class SpikeReader {
    private final NodeNames names;
    private final double dtMs;

    SpikeReader(Network network, double dtMs) {
        this.names = new NodeNames(network);
        this.dtMs = dtMs;
    }

    /** Neurons of one population of the network, and who takes their spikes. */
    record Taker(RecordedNeurons recorded, TrainStatistics statistics) {}

    /**
     * Reads a file.
     *
     * @throws UnreadableRunException if there is none
     * @throws org.ganglion.io.sonata.source.SonataException if it is damaged, or lacks a population
     */
    void read(Path path, List<Taker> takers) {
        if (!Files.exists(path)) {
            throw new UnreadableRunException(
                    path, "is missing, but holds the spikes of the run; put it back, or run the network again");
        }
        Map<String, List<Taker>> byName = new LinkedHashMap<>(); // a circuit's population may be several here
        for (Taker taker : takers) {
            byName.computeIfAbsent(names.population(taker.recorded().population()), n -> new ArrayList<>())
                    .add(taker);
        }
        try (H5File file = H5File.open(path)) {
            H5Group root = file.root().requireGroup("spikes", "spikes of populations");
            byName.forEach((name, own) -> read(root.requireGroup(name, "its spikes"), own));
        }
    }

    private void read(H5Group group, List<Taker> takers) {
        Taker only = takers.getFirst();
        if (takers.size() == 1 && idsAreIndices(only.recorded())) {
            H5Spikes.read(group, (id, tic) -> {
                if (id >= 0 && id <= Integer.MAX_VALUE) {
                    only.statistics().spike((int) id, H5Spikes.step(tic, dtMs));
                }
            });
            return;
        }
        NodeTable nodes = new NodeTable(takers, names);
        H5Spikes.read(group, (id, tic) -> {
            int at = nodes.find(id);
            if (at >= 0) {
                nodes.taker(at).statistics().spike(nodes.neuron(at), H5Spikes.step(tic, dtMs));
            }
        });
    }

    private boolean idsAreIndices(RecordedNeurons recorded) {
        for (int neuron : recorded.neurons()) {
            if (names.node(recorded.population(), neuron) != neuron) {
                return false;
            }
        }
        return true;
    }
}
