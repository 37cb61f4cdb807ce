package org.ganglion.network;

import java.util.List;

/**
 * What is written down during a run. Recording never changes what is simulated, and begins when the warm-up has ended.
 * Where a recorder has a start and a stop, it takes what happens after the start and until the stop.
 */
public sealed interface Recorder {

    String name();

    /** Time after which it records, in ms. */
    double startMs();

    /** Time of the last that it records, in ms; may be infinite. */
    double stopMs();

    /** Records neurons of one population. */
    sealed interface OfNeurons extends Recorder {

        /** Name of the population that is recorded. */
        String population();

        /** Which of its neurons. */
        Selection neurons();
    }

    /** Times of spikes. */
    record Spikes(String name, String population, Selection neurons, double startMs, double stopMs)
            implements OfNeurons {
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
            implements OfNeurons {
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
            implements OfNeurons {
        /** From the end of the warm-up to the end of the run. */
        public Rates(String name, String population, Selection neurons, double binMs) {
            this(name, population, neurons, binMs, 0, Double.POSITIVE_INFINITY);
        }
    }

    /**
     * Weights of synapses, at regular times and at the end of the run.
     *
     * <p>The weight of a synapse at a time is the one that the last spike to arrive by then left, as it is with
     * {@code GetStatus} in NEST: spikes of the target since then count when the next one arrives. A synapse whose source has
     * been silent for more than some 60 spikes of its target may already have taken in the older ones of these.
     *
     * @param projection name of the projection
     * @param sources which of its sources
     * @param targets which of its targets; synapses between the two are recorded
     * @param intervalMs a multiple of the step, samples are taken at the end of the step that reaches a multiple of it;
     *     infinite where there is only the end of the run
     */
    record Weights(
            String name,
            String projection,
            Selection sources,
            Selection targets,
            double intervalMs,
            double startMs,
            double stopMs)
            implements Recorder {
        /** All synapses of a projection, from the end of the warm-up to the end of the run. */
        public Weights(String name, String projection, double intervalMs) {
            this(name, projection, Selection.ALL, Selection.ALL, intervalMs, 0, Double.POSITIVE_INFINITY);
        }

        /** Whether there are samples before the end of the run. */
        public boolean samples() {
            return intervalMs != Double.POSITIVE_INFINITY;
        }
    }
}
