package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganglion.network.Experiment;
import org.ganglion.simulator.PopulationSummary;
import org.ganglion.simulator.RunSummary;
import org.junit.jupiter.api.Test;

class BrunelTest {
    @Test
    void firesAsNestDoes() throws Exception {
        RunSummary summary = Example.run(Example.yaml("brunel.yaml")).summary();

        // NEST 3.9 on the same network: 31.9 spikes per second and neuron over the first second from rest.
        double rateHz = summary.spikes() / (summary.neurons() * summary.modelSeconds());
        assertEquals(12_500, summary.neurons());
        assertEquals(12_500 * 1250L, summary.synapses());
        assertEquals(31.9, rateHz, 0.03 * 31.9);
        for (PopulationSummary population : summary.populations()) {
            assertEquals(rateHz, population.rateHz(), 0.03 * rateHz, population.name());
        }
    }

    @Test
    void firesIrregularlyWithTheResetOfThePaper() throws Exception {
        RunSummary nest = Example.run(Example.yaml("brunel.yaml")).summary();
        RunSummary paper =
                Example.run(Example.yaml("brunel.yaml", "V_reset=10mV")).summary();

        for (int i = 0; i < 2; i++) {
            double regular = nest.populations().get(i).cv();
            double irregular = paper.populations().get(i).cv();
            assertTrue(irregular > 2 * regular, regular + " and " + irregular);
        }
    }

    @Test
    void javaAndYamlGiveTheSameSpikes() throws Exception {
        String[][] variants = {
            {"N=2500", "simulation.duration=200ms"},
            {
                "N=1250",
                "g=4.5",
                "eta=1.5",
                "J=0.2mV",
                "delay=2ms",
                "V_reset=10mV",
                "simulation.duration=200ms",
                "simulation.seed=7"
            }
        };
        for (String[] settings : variants) {
            RunSummary yaml = Example.run(Example.yaml("brunel.yaml", settings)).summary();
            RunSummary java = Example.run(Example.read("Brunel.java", settings)).summary();

            assertTrue(yaml.spikes() > 0);
            assertEquals(yaml.spikeHashText(), java.spikeHashText());
        }
    }

    @Test
    void javaAndYamlDescribeTheSameNeurons() throws Exception {
        Experiment yaml = Example.yaml("brunel.yaml");
        Experiment java = Example.read("Brunel.java");

        assertEquals(yaml.network().populations(), java.network().populations());
        assertEquals(yaml.settings(), java.settings());
    }

    @Test
    void groupsAndThreadsDoNotChangeTheSpikes() throws Exception {
        String hash = hash();

        assertEquals(hash, hash("simulation.groups=1"));
        assertEquals(hash, hash("simulation.groups=7"));
        assertEquals(hash, hash("simulation.groups=7", "simulation.threads=1"));
        assertEquals(hash, hash("simulation.groups=3", "simulation.barrier=true"));
        assertNotEquals(hash, hash("simulation.seed=2"));
    }

    private static String hash(String... settings) throws Exception {
        String[] all = new String[settings.length + 2];
        System.arraycopy(settings, 0, all, 2, settings.length);
        all[0] = "N=2500";
        all[1] = "simulation.duration=100ms";
        return Example.run(Example.yaml("brunel.yaml", all)).summary().spikeHashText();
    }
}
