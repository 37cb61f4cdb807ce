package org.ganglion.network;

import java.util.List;

/** What is written down during a run. Recording never changes what is simulated. */
public sealed interface Recorder {

    String name();

    /** Name of the population that is recorded. */
    String population();

    /** Which of its neurons. */
    Selection neurons();

    /** Times of spikes. */
    record Spikes(String name, String population, Selection neurons) implements Recorder {}

    /**
     * State variables at regular times.
     *
     * @param variables names from the model's description
     * @param intervalMs a multiple of the step; samples are taken at the end of the step that reaches a multiple of it
     */
    record State(String name, String population, Selection neurons, List<String> variables, double intervalMs)
            implements Recorder {
        public State {
            variables = List.copyOf(variables);
        }
    }
}
