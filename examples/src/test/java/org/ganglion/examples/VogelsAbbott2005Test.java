package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganglion.examples.Example.Ran;
import org.ganglion.simulator.PopulationSummary;
import org.junit.jupiter.api.Test;

/** Rates and intervals of the numpy networks in src/test/python/vogels_abbott_reference.py, which draws its own synapses. */
class VogelsAbbott2005Test {

    @Test
    void currentsKeepTheNetworkActiveAsynchronouslyAndIrregularly() throws Exception {
        Ran ran = Example.run(Example.yaml("vogels-abbott-2005-cuba.yaml", "simulation.warm-up=200ms"));

        // Over eight networks that the script drew: 5.6 Hz, with a standard deviation of 0.3 Hz from network to
        // network.
        for (PopulationSummary population : ran.summary().populations()) {
            assertEquals(5.6, population.rateHz(), 0.9, population.toString());
            assertEquals(0.6, population.cv(), 0.1, population.toString());
        }
        Activity network = Activity.of(ran, 200, 2200, 5, "E", "I");
        assertTrue(network.variation() < 0.5, "the rate of the network swings by " + network.variation());
        Activity end = Activity.of(ran, 2000, 2200, 200, "E");
        assertTrue(end.mean() > 0, "the network has fallen silent");
    }

    @Test
    void conductancesKeepTheNetworkActiveOnceItHasBeenKicked() throws Exception {
        Ran ran = Example.run(Example.yaml("vogels-abbott-2005-coba.yaml", "simulation.warm-up=200ms"));

        // Over eight networks that the script drew: 19 Hz and a CV of 1.7, with deviations of 1.5 Hz and 0.03.
        for (PopulationSummary population : ran.summary().populations()) {
            assertEquals(19, population.rateHz(), 4, population.toString());
            assertEquals(1.7, population.cv(), 0.2, population.toString());
        }
        Activity network = Activity.of(ran, 200, 1200, 5, "E", "I");
        assertTrue(network.variation() < 0.5, "the rate of the network swings by " + network.variation());
        Activity end = Activity.of(ran, 1100, 1200, 100, "E");
        assertTrue(end.mean() > 0, "the network has fallen silent");
    }

    @Test
    void withoutTheKickTheNetworkStaysSilent() throws Exception {
        Ran ran = Example.run(Example.yaml("vogels-abbott-2005-coba.yaml", "stimuli.kick.rate=0Hz"));

        assertEquals(0, ran.spikes().size());
    }
}
