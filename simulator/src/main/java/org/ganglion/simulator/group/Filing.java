package org.ganglion.simulator.group;

import java.util.List;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.link.InLink;
import org.ganglion.simulator.link.SpikeBatch;
import org.ganglion.simulator.synapse.SynapseTable;

/** Files the spikes that a group hears of in the calendars of its synapses, and tells its plastic ones of signals. */
final class Filing {
    private final int group;
    private final List<SynapseTable> tables;
    private final List<PlasticPart> plastic;
    private long restoredAt;

    Filing(int group, List<SynapseTable> tables, List<PlasticPart> plastic) {
        this.group = group;
        this.tables = tables;
        this.plastic = plastic;
    }

    /**
     * Files the spikes of a batch, from where the link stands.
     *
     * @param time the next step of the group
     */
    void file(SpikeBatch batch, InLink link, long time) {
        long from = Math.max(batch.firstStep(), link.promise());
        if (from + link.delay() < time && from >= restoredAt) {
            throw new SimulationException("group " + group + " has passed step " + (from + link.delay())
                    + ", when spikes of group " + link.sender() + " are due; this is a defect of Ganglion");
        }
        int next = (int) (from - batch.firstStep());
        for (; next < batch.ends().length && batch.firstStep() + next < restoredAt; next++) {
            fileAgain(batch.neurons(), batch.begin(next), batch.ends()[next], batch.firstStep() + next);
        }
        if (next < batch.ends().length) {
            fileFrom(next, batch);
        }
    }

    private void fileFrom(int first, SpikeBatch batch) {
        for (int t = 0; t < tables.size(); t++) {
            tables.get(t).file(batch.neurons(), batch.ends(), first, batch.firstStep());
        }
        for (int p = 0; p < plastic.size(); p++) {
            for (int i = first; i < batch.ends().length; i++) {
                long step = batch.firstStep() + i;
                plastic.get(p).signal(batch.neurons(), batch.begin(i), batch.ends()[i], step, step);
            }
        }
    }

    /** Files spikes of one step. */
    void file(int[] neurons, int begin, int end, long step) {
        for (int t = 0; t < tables.size(); t++) {
            tables.get(t).file(neurons, begin, end, step);
        }
        for (int p = 0; p < plastic.size(); p++) {
            plastic.get(p).signal(neurons, begin, end, step, step);
        }
    }

    private void fileAgain(int[] neurons, int begin, int end, long step) {
        for (int t = 0; t < tables.size(); t++) {
            tables.get(t).fileAgain(neurons, begin, end, step, restoredAt);
        }
        for (int p = 0; p < plastic.size(); p++) {
            plastic.get(p).signal(neurons, begin, end, step, restoredAt);
        }
    }

    /** Continues from a step: files what of earlier spikes is due at it or later. */
    void restore(long step, List<SpikeBatch> past) {
        restoredAt = step;
        for (SpikeBatch batch : past) {
            for (int i = 0; i < batch.ends().length; i++) {
                fileAgain(batch.neurons(), batch.begin(i), batch.ends()[i], batch.firstStep() + i);
            }
        }
    }
}
