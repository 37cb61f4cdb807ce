package org.ganglion.network.synapse;

/**
 * A signal that reaches all synapses of a projection at once: the spikes of a population, such as one that releases
 * dopamine. A spike emitted at t acts at t + delay, before anything else that happens at that time.
 *
 * <p>Traces of the signal belong to all synapses together, as they are just after each step in which spikes acted. Between
 * events the simulator lets time pass for each synapse, from one event to the next and never in between, so that what is
 * kept has the same bits whenever it is brought up to date.
 */
public interface Modulation {

    /** Name of the population whose spikes are the signal. */
    String population();

    /** From spike to effect, in ms; a multiple of the step. */
    double delayMs();

    /** Number of traces of the signal. */
    int traces();

    /** Writes the traces at the start of the run. */
    void begin(double[] traces, int at);

    /**
     * Writes the traces just after some spikes have acted at once.
     *
     * @param last where those just after the last ones begin in {@code traces}
     * @param at where to write
     * @param sinceLast steps since then, or since the start of the run
     */
    void spikes(double[] traces, int last, int at, long sinceLast, int count);

    /**
     * Time passes without an event: changes what is kept for a synapse.
     *
     * @param at where it begins in {@code kept}
     * @param traces of the signal just after it last acted, from {@code tracesAt} on
     * @param since steps from then, or from the start of the run, to the beginning of this time
     * @param steps that pass, above 0
     */
    void pass(double[] kept, int at, double[] traces, int tracesAt, long since, long steps);
}
