package org.ganglion.simulator.plastic;

/**
 * The plastic synapses of one projection onto some neurons: rows of runs of equal delay, as in static stores, with what is
 * kept for each synapse beside it.
 *
 * <p>A synapse is brought up to date when a presynaptic spike is delivered over it. What postsynaptic spikes do until then
 * is found in a history of each neuron ({@link HistorySynapses}, for every rule) or, where they add to the weight whatever
 * it is, in sums of what they add ({@link SummedSynapses}). Which of the two it is depends on the description of the
 * projection alone.
 */
public sealed interface PlasticSynapses permits HistorySynapses, SummedSynapses {
    /** Words of a run's header. */
    int HEADER_WORDS = 3;

    /** The step before the first: where the time since the last presynaptic spike is counted from if there was none. */
    long START = -1;

    /** Neurons that these synapses end at. */
    int neurons();

    /** Steps from a run to the next one of its row; 0 at the last. */
    int gap(int run);

    /** Where the next run of a row begins. */
    int next(int run);

    /** Number of synapses in a run. */
    int size(int run);

    /** Bytes of all that is kept. */
    long bytes();

    /** Begins a step, before anything is delivered in it. Steps follow each other. */
    void beginStep(long step);

    /** Delivers a spike over a run at a step: brings its synapses up to date, and adds what it carries to the sums. */
    void deliver(int run, long step, int[] sums);

    /** Likewise, to sums of 64 bits. */
    void deliver(int run, long step, long[] sums);

    /** Takes note of a spike of one of the neurons, after all that is delivered in this step. */
    void postSpike(int neuron, long step);

    /** Whether there is a signal. */
    boolean hasSignal();

    /** From a spike of the signal to its effect, in steps. */
    int signalDelay();

    /** Takes note of a spike of the signal, emitted in a step; those that act before the next step are left out. */
    void announceSignal(long emitted, long nextStep);

    /** Weights of the synapses onto a neuron, by number, with all that has reached them so far as it has been taken in. */
    double[] weights(int neuron);

    /**
     * What the last presynaptic spikes carried over the synapses onto a neuron, by number, if nothing is random about it
     * and nothing has reached the synapses since.
     */
    double[] carried(int neuron);

    /** What continues the synapses onto a neuron, by number: what is kept for each, and for its run. */
    int[] copySynapses(int neuron);

    /** Weights of the synapses onto a neuron, by number, from what {@link #copySynapses} gave. */
    static double[] weights(PlasticSpec spec, int[] copy) {
        int words = PlasticRuns.wordsPerSynapse(spec);
        boolean told = spec.summed().isPresent();
        double[] weights = new double[copy.length / (words + (told ? 2 : 0))];
        double[] kept = new double[spec.stride()];
        for (int k = 0; k < weights.length; k++) {
            for (int i = 0; i < kept.length; i++) {
                kept[i] = Words.getDouble(copy, k * words + 2 * i);
            }
            weights[k] = told
                    ? Words.getDouble(copy, words * weights.length + 2 * k)
                    : spec.rule().weight(kept, spec.own());
        }
        return weights;
    }

    /**
     * Puts back what {@link #copySynapses} gave.
     *
     * @return whether there are as many words as there must be
     */
    boolean restoreSynapses(int neuron, int[] copy);

    /** Whether something is kept of the neurons' spikes. */
    boolean hasHistory();

    /** What is kept of a neuron's spikes. */
    int[] copyHistory(int neuron);

    /** Puts back what {@link #copyHistory} gave. */
    void restoreHistory(int neuron, int[] copy);

    /** What the signal did that some synapses have not seen yet, or whose traces they may still read. */
    int[] copySignal();

    /** Puts back what {@link #copySignal} gave. */
    void restoreSignal(int[] copy);
}
