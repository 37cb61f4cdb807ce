package org.ganglion.network;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ganglion.network.connect.OneToOne;
import org.ganglion.network.random.Clipped;
import org.ganglion.network.random.Normal;
import org.ganglion.network.spec.InvalidNetworkException;
import org.junit.jupiter.api.Test;

/** A drawn delay that rounds to no step at all would be lost. */
class DelayCheckTest {
    private static void simulate(double shortestMs) {
        NetworkBuilder.named("delays")
                .population("a", 1, "parrot_neuron")
                .project("a", "a", new OneToOne(), weight(1), delayMs(new Clipped(new Normal(1, 1), shortestMs, 5)))
                .simulate(RunSettings.DEFAULT);
    }

    @Test
    void delaysJustBelowHalfAStepAreRefused() {
        assertThrows(InvalidNetworkException.class, () -> simulate(0.05 * (1 - 1e-10)));
        assertDoesNotThrow(() -> simulate(0.05));
    }
}
