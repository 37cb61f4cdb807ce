package org.ganglion.simulator.group;

import java.util.List;

/** Finds the smallest delay from each group, once the synapses are known. */
final class LinkDelays {
    private LinkDelays() {}

    static int[] of(List<SynapseTable> tables, int groups, int self, NeuronGroup.GroupOfNeuron groupOf) {
        int[] delays = new int[groups];
        for (SynapseTable table : tables) {
            for (int i = 0; i < table.rows().length; i += 2) {
                if (table.rows()[i] >= 0) {
                    int sender = groupOf.of(table.firstSource() + i / 2);
                    int delay = table.rows()[i + 1];
                    delays[sender] = delays[sender] == 0 ? delay : Math.min(delays[sender], delay);
                }
            }
        }
        delays[self] = 0;
        return delays;
    }
}
