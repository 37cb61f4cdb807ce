package org.ganglion.io.analysis;

import java.util.Arrays;
import java.util.List;
import org.ganglion.io.hdf5.NodeNames;

/** Finds neurons by the ids that they have in a file. */
final class NodeTable {
    private final List<SpikeReader.Taker> takers;
    private final long[] ids; // ascending
    private final int[] takerOf; // [position of id]
    private final int[] neuronOf; // likewise

    private record Node(long id, int taker, int neuron) {}

    NodeTable(List<SpikeReader.Taker> takers, NodeNames names) {
        this.takers = takers;
        int size = takers.stream()
                .mapToInt(taker -> taker.recorded().neurons().length)
                .sum();
        Node[] nodes = new Node[size];
        int at = 0;
        for (int t = 0; t < takers.size(); t++) {
            RecordedNeurons recorded = takers.get(t).recorded();
            for (int neuron : recorded.neurons()) {
                nodes[at++] = new Node(names.node(recorded.population(), neuron), t, neuron);
            }
        }
        Arrays.sort(nodes, java.util.Comparator.comparingLong(Node::id));
        this.ids = Arrays.stream(nodes).mapToLong(Node::id).toArray();
        this.takerOf = Arrays.stream(nodes).mapToInt(Node::taker).toArray();
        this.neuronOf = Arrays.stream(nodes).mapToInt(Node::neuron).toArray();
    }

    /** Position of an id; negative if there is none. */
    int find(long id) {
        return Arrays.binarySearch(ids, id);
    }

    SpikeReader.Taker taker(int position) {
        return takers.get(takerOf[position]);
    }

    int neuron(int position) {
        return neuronOf[position];
    }
}
