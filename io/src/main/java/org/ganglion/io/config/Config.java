package org.ganglion.io.config;

import java.util.List;
import java.util.Optional;
import org.ganglion.io.sweep.Sweep;
import org.ganglion.network.Experiment;

/**
 * What a model file says, checked.
 *
 * @param notes what its author should know of how it was taken, a line each
 * @param sweep the trials to be made of it, where it is not to be run once
 */
public record Config(
        Experiment experiment, String description, OutputSettings output, List<String> notes, Optional<Sweep> sweep) {
    public Config {
        notes = List.copyOf(notes);
    }

    /** A model file of which there is nothing to say. */
    public Config(Experiment experiment, String description, OutputSettings output) {
        this(experiment, description, output, List.of());
    }

    /** A model file that is run once. */
    public Config(Experiment experiment, String description, OutputSettings output, List<String> notes) {
        this(experiment, description, output, notes, Optional.empty());
    }

    /** The same of what was run in the end, where it was changed meanwhile. */
    public Config with(Experiment run) {
        return new Config(run, description, output, notes, sweep);
    }

    /** The same with trials to be made of it, or none. */
    public Config withSweep(Optional<Sweep> trials) {
        return new Config(experiment, description, output, notes, trials);
    }
}
