package org.ganglion.network.synapse;

import java.util.List;
import java.util.Optional;
import org.ganglion.network.spec.Description;

/**
 * A synapse that transmits each spike with some probability, with NEST's parameters.
 *
 * <p>{@code p_transmit} may be drawn for each synapse. Several spikes at once are transmitted, or not, one by one.
 */
public record BernoulliSynapse() implements SynapseModel {
    private static final Description DESCRIPTION = new Description(
            "bernoulli_synapse",
            "A synapse that transmits each spike with some probability.",
            "a spike carries the weight with probability p_transmit, and otherwise nothing",
            List.of(Tsodyks.share("p_transmit", 1, "probability that a spike is transmitted")),
            List.of(),
            "Lefort, Tomm, Sarria & Petersen 2009, doi 10.1016/j.neuron.2008.12.020");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<String> drawn() {
        return List.of("p_transmit");
    }

    @Override
    public boolean plastic() {
        return true;
    }

    @Override
    public boolean ontoCounting() {
        return true;
    }

    @Override
    public Optional<Plasticity> plasticity(SynapseValues values, double dtMs) {
        return Optional.of(new BernoulliRule(values.distribution("p_transmit")));
    }
}
