package org.ganglion.network;

import java.util.List;

/**
 * What is written down during a run. Recording never changes what is simulated, and begins when the warm-up has ended.
 * Where a recorder has a start and a stop, it takes what happens after the start and until the stop.
 */
public sealed interface Recorder {

    String name();

    /** Name of the population that is recorded. */
    String population();

    /** Which of its neurons. */
    Selection neurons();

    /** Time after which it records, in ms. */
    double startMs();

    /** Time of the last that it records, in ms; may be infinite. */
    double stopMs();

    /** Times of spikes. */
    record Spikes(String name, String population, Selection neurons, double startMs, double stopMs)
            implements Recorder {
        /** From the end of the warm-up to the end of the run. */
        public Spikes(String name, String population, Selection neurons) {
            this(name, population, neurons, 0, Double.POSITIVE_INFINITY);
        }
    }

    /**
     * State variables at regular times.
     *
     * @param variables names from the model's description
     * @param intervalMs a multiple of the step; samples are taken at the end of the step that reaches a multiple of it
     * @param offsetMs time by which all samples are later
     */
    record State(
            String name,
            String population,
            Selection neurons,
            List<String> variables,
            double intervalMs,
            double offsetMs,
            double startMs,
            double stopMs)
            implements Recorder {
        public State {
            variables = List.copyOf(variables);
        }

        /** Without offset, from the end of the warm-up to the end of the run. */
        public State(String name, String population, Selection neurons, List<String> variables, double intervalMs) {
            this(name, population, neurons, variables, intervalMs, 0, 0, Double.POSITIVE_INFINITY);
        }
    }

    /**
     * The rate of chosen neurons together: spikes per neuron and second in bins of the same length. The first bin begins at
     * the start, or at the end of the warm-up where that is later; the last one ends at the stop or before.
     *
     * @param binMs a multiple of the step
     */
    record Rates(String name, String population, Selection neurons, double binMs, double startMs, double stopMs)
            implements Recorder {
        /** From the end of the warm-up to the end of the run. */
        public Rates(String name, String population, Selection neurons, double binMs) {
            this(name, population, neurons, binMs, 0, Double.POSITIVE_INFINITY);
        }
    }
}
