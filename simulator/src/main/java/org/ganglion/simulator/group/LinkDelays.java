package org.ganglion.simulator.group;

import java.util.List;
import org.ganglion.simulator.plan.Layout;
import org.ganglion.simulator.synapse.SynapseTable;

/** Finds the smallest delay from each group, of synapses and of signals, once the synapses are known. */
final class LinkDelays {
    private LinkDelays() {}

    static int[] of(
            List<SynapseTable> tables,
            List<PlasticPart> plastic,
            int groups,
            int self,
            NeuronGroup.GroupOfNeuron groupOf) {
        int[] delays = new int[groups];
        for (SynapseTable table : tables) {
            for (int i = 0; i < table.rows().length; i += 2) {
                if (table.rows()[i] >= 0) {
                    include(delays, groupOf.of(table.firstSource() + i / 2), table.rows()[i + 1]);
                }
            }
        }
        for (PlasticPart part : plastic) {
            if (part.signal() >= 0) {
                Layout layout = part.slice().layout();
                for (int sender = 0; sender < groups; sender++) {
                    if (layout.sliceSize(part.signal(), sender) > 0) {
                        include(delays, sender, part.synapses().signalDelay());
                    }
                }
            }
        }
        delays[self] = 0;
        return delays;
    }

    private static void include(int[] delays, int sender, int delay) {
        delays[sender] = delays[sender] == 0 ? delay : Math.min(delays[sender], delay);
    }
}
