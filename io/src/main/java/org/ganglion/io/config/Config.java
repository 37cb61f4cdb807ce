package org.ganglion.io.config;

import java.util.List;
import org.ganglion.network.Experiment;

/**
 * What a model file says, checked.
 *
 * @param notes what its author should know of how it was taken, a line each
 */
public record Config(Experiment experiment, String description, OutputSettings output, List<String> notes) {
    public Config {
        notes = List.copyOf(notes);
    }

    /** A model file of which there is nothing to say. */
    public Config(Experiment experiment, String description, OutputSettings output) {
        this(experiment, description, output, List.of());
    }

    /** The same of what was run in the end, where it was changed meanwhile. */
    public Config with(Experiment run) {
        return new Config(run, description, output, notes);
    }
}
