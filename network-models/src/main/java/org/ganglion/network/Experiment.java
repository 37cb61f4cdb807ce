package org.ganglion.network;

/**
 * A network and how it is run: everything that decides the spikes.
 *
 * <p>Where a neuron model prescribes the step, the settings have that one, whatever they were given.
 */
public record Experiment(Network network, RunSettings settings) {
    public Experiment {
        double ownStepMs = network.populations().stream()
                .mapToDouble(p -> p.model().ownStepMs())
                .filter(step -> step > 0)
                .min()
                .orElse(settings.dtMs());
        settings = settings.withDtMs(ownStepMs);
    }
}
