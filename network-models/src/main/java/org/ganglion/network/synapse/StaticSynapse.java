package org.ganglion.network.synapse;

import java.util.Optional;
import org.ganglion.network.spec.Description;

/** A synapse whose weight never changes. */
public record StaticSynapse() implements SynapseModel {
    private static final Description DESCRIPTION =
            Description.of("static_synapse", "A synapse whose weight and delay never change.");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Optional<Plasticity> plasticity(SynapseValues values, double dtMs) {
        return Optional.empty();
    }

    @Override
    public boolean plastic() {
        return false;
    }
}
