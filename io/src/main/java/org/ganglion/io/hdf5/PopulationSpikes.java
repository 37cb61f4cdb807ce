package org.ganglion.io.hdf5;

import java.io.IOException;

/** Takes the spikes of one population of a file, step by step. */
interface PopulationSpikes {

    /**
     * A spike in the current step.
     *
     * @param neuron index in the network
     * @param node id in the file
     */
    void add(int neuron, long node);

    /** Ends the current step. */
    void endStep(double timeMs) throws IOException;

    /** Writes spikes in the order in which they come, those of a step by node. */
    record ByTime(DatasetWriter times, DatasetWriter nodes, IdBuffer step) implements PopulationSpikes {
        @Override
        public void add(int neuron, long node) {
            step.add(node);
        }

        @Override
        public void endStep(double timeMs) throws IOException {
            step.sorted();
            for (int i = 0; i < step.size(); i++) {
                times.put(timeMs);
                nodes.put(step.get(i));
            }
            step.clear();
        }
    }

    /**
     * Writes the times of each node together; the ids of nodes are in the file already.
     *
     * @param rowOf by neuron of the network: its place in the order of nodes
     */
    record ById(ScatteredWriter times, int[] rowOf, IdBuffer step) implements PopulationSpikes {
        @Override
        public void add(int neuron, long node) {
            step.add(rowOf[neuron]);
        }

        @Override
        public void endStep(double timeMs) throws IOException {
            for (int i = 0; i < step.size(); i++) {
                times.put((int) step.get(i), timeMs);
            }
            step.clear();
        }
    }
}
