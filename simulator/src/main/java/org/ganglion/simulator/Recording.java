package org.ganglion.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Takes what recorders write down during a run. Each group writes its own part on its own thread, in the order of steps;
 * memory must stay bounded however long the run is.
 */
public interface Recording {

    /**
     * Opens the part of one group, before the run starts.
     *
     * @param group number of the group
     * @param sampled for each state recorder of the network, in the order of {@code Network.recorders()} with others
     *     left out: the neurons of this group that it samples, as indices in their population, ascending
     * @throws IOException if it cannot be written
     */
    Part open(int group, List<int[]> sampled) throws IOException;

    /** What one group records. Arrays are only lent: they are written again after each call. */
    interface Part extends Closeable {
        /**
         * Spikes of recorded neurons emitted in one step (that is, at time {@code (step + 1) * dt}).
         *
         * @param neurons index of each spike's neuron in the whole network: its population's offset plus its index there;
         *     a neuron that emits several spikes at once stands there several times; in no particular order
         * @param count how many entries are used
         */
        void spikes(long step, int[] neurons, int count) throws IOException;

        /**
         * One sample of a state recorder, taken at the end of a step (that is, at time {@code (step + 1) * dt}).
         *
         * @param recorder position among the state recorders
         * @param values {@code [neuron][variable]} in one row, neurons as given to {@link Recording#open}
         */
        void sample(int recorder, long step, float[] values) throws IOException;

        /**
         * Number of spikes in one step of the neurons that a recorder of rates watches, where there are any.
         *
         * @param recorder position among the recorders of rates
         */
        default void count(int recorder, long step, int spikes) throws IOException {}

        /**
         * One sample of a recorder of weights, taken at the end of a step. Where the group has none of its synapses, there
         * are no calls.
         *
         * @param recorder position among the recorders of weights
         * @param targets the group's targets of chosen synapses, as indices in their population, ascending; the same in
         *     each call
         * @param values weights of these synapses, by target and the number of the synapse
         */
        default void weights(int recorder, long step, int[] targets, float[] values) throws IOException {}

        /**
         * Says that nothing more will come of steps below one; called after each step that is recorded.
         *
         * @param step behind the last one that is complete
         */
        default void reached(long step) throws IOException {}

        /**
         * Hands all that is buffered to the operating system, so that the death of this process takes nothing of it.
         *
         * @param durable whether it is forced to the disk as well, so that the death of the machine takes nothing either
         */
        default void flush(boolean durable) throws IOException {}

        /** Hands over what is buffered and takes nothing more; a second call does nothing. */
        @Override
        default void close() throws IOException {}
    }

    /** Records nothing. */
    Recording NONE = (group, sampled) -> new Part() {
        @Override
        public void spikes(long step, int[] neurons, int count) {}

        @Override
        public void sample(int recorder, long step, float[] values) {}
    };
}
