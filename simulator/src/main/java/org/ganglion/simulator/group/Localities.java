package org.ganglion.simulator.group;

import java.util.List;
import org.ganglion.simulator.Locality;
import org.ganglion.simulator.plan.Layout;
import org.ganglion.simulator.synapse.SynapseTable;

/** Finds out how many synapses, and deliveries over them, stay inside groups, by the rows of all tables. */
final class Localities {
    private Localities() {}

    static Locality of(Layout layout, List<NeuronGroup> groups) {
        long[] spikes = new long[layout.neurons()];
        int[] groupOf = new int[layout.neurons()];
        for (int g = 0; g < groups.size(); g++) {
            for (Slice slice : groups.get(g).slices()) {
                int offset = layout.offset(slice.population());
                for (int i = 0; i < slice.size(); i++) {
                    spikes[offset + slice.neuron(i)] = slice.statistics().count(i);
                    groupOf[offset + slice.neuron(i)] = g;
                }
            }
        }
        double synapses = 0;
        double inside = 0;
        double deliveries = 0;
        double deliveriesInside = 0;
        for (int g = 0; g < groups.size(); g++) {
            for (SynapseTable table : groups.get(g).tables()) {
                for (int row = 0; 2 * row < table.rows().length; row++) {
                    double count = table.synapsesOf(row);
                    int source = table.firstSource() + row;
                    synapses += count;
                    deliveries += count * spikes[source];
                    if (count > 0 && groupOf[source] == g) {
                        inside += count;
                        deliveriesInside += count * spikes[source];
                    }
                }
            }
        }
        return new Locality(share(inside, synapses), share(deliveriesInside, deliveries));
    }

    /** All, where there is nothing to share. */
    private static double share(double part, double whole) {
        return whole == 0 ? 1 : part / whole;
    }
}
