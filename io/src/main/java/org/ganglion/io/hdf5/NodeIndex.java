package org.ganglion.io.hdf5;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.network.Network;

/**
 * Finds the neurons of a network by the ids that they have in a population of result files, which may be several populations
 * of the network: {@link NodeNames} the other way round.
 */
public final class NodeIndex {
    /** Of a population that the network does not have. */
    public static final NodeIndex NONE = new NodeIndex(List.of());

    private final long[] ids; // ascending
    private final int[] neurons; // [position of id]: number in the network, populations one after another

    private record Node(long id, int neuron) {}

    private NodeIndex(List<Node> nodes) {
        List<Node> sorted =
                nodes.stream().sorted(Comparator.comparingLong(Node::id)).toList();
        this.ids = sorted.stream().mapToLong(Node::id).toArray();
        this.neurons = sorted.stream().mapToInt(Node::neuron).toArray();
    }

    /** By the name of the population in the files. */
    public static Map<String, NodeIndex> of(Network network) {
        NodeNames names = new NodeNames(network);
        Map<String, List<Node>> nodes = new LinkedHashMap<>();
        int first = 0;
        for (int p = 0; p < network.populations().size(); p++) {
            List<Node> own = nodes.computeIfAbsent(names.population(p), n -> new ArrayList<>());
            int size = network.populations().get(p).size();
            for (int i = 0; i < size; i++) {
                own.add(new Node(names.node(p, i), first + i));
            }
            first += size;
        }
        Map<String, NodeIndex> all = new LinkedHashMap<>();
        nodes.forEach((name, own) -> all.put(name, new NodeIndex(own)));
        return all;
    }

    /** Number of a neuron in the network; negative if there is none of this id. */
    public int neuron(long id) {
        int at = Arrays.binarySearch(ids, id);
        return at < 0 ? -1 : neurons[at];
    }
}
