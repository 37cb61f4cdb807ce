package org.ganglion.network.neuron;

/**
 * State of a slice of neurons of one population, as arrays. Has one owner, and is not thread-safe.
 *
 * <p>Arrays are padded to a multiple of 64 neurons. Padding neurons may do anything finite; the caller ignores them.
 */
public interface NeuronState {

    /** Starts a step: ends refractory periods that are over. Called once before the calls of {@link #step}. */
    void begin(long step);

    /**
     * Advances neurons {@code first} (inclusive) to {@code end} (exclusive), both multiples of 64, by one step.
     *
     * @param input summed input of this step, in the unit of the receptor: {@code [receptor][neuron - first]}
     * @param fired receives the neurons that fire: bit {@code neuron & 63} of word {@code neuron >>> 6}; whole words are
     *     written
     */
    void step(int first, int end, float[][] input, long[] fired);

    /** Whether a step without input changes nothing and fires nobody, so that it may be left out. */
    default boolean restsWithoutInput() {
        return false;
    }

    /**
     * How many spikes a neuron that has just fired emits at once: above 1 for relays of other spikes, and for models that
     * say so in {@link NeuronModel#mostSpikesAtOnce}. More than they say ends the run with a message.
     */
    default int multiplicity(int neuron) {
        return 1;
    }

    /** Sets the current injected by stimuli from the next step on, in pA. */
    void setCurrent(int neuron, double currentPa);

    /** Likewise for neurons {@code first} (inclusive) to {@code end} (exclusive): {@code [neuron]}. */
    default void setCurrents(int first, int end, double[] currentsPa) {
        for (int neuron = first; neuron < end; neuron++) {
            setCurrent(neuron, currentsPa[neuron]);
        }
    }

    /** Value of a state variable at the end of the last step, by its position in the model's description. */
    float value(int variable, int neuron);

    /** Number of words that {@link #copyState} writes for one neuron. */
    int stateWords();

    /**
     * Writes everything that decides the future of one neuron, as raw bits, including what is left of its refractory
     * period. Independent of slices and groups.
     */
    void copyState(int neuron, int[] target, int offset);

    /**
     * Puts back what {@link #copyState} wrote at the end of step {@code nextStep - 1}, into a state that has not been
     * stepped yet. The next call of {@link #begin} is for {@code nextStep}. Currents of stimuli are not part of it.
     */
    void restoreState(long nextStep, int neuron, int[] source, int offset);
}
