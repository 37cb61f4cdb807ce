package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.ganglion.network.Experiment;
import org.ganglion.network.Projection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.connect.FixedTotalNumber;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.wiring.SynapticValue;
import org.ganglion.simulator.PopulationSummary;
import org.ganglion.simulator.RunSummary;
import org.junit.jupiter.api.Test;

class MicrocircuitTest {
    /** Rates of the full network in Hz, as github.com/INM-6/microcircuit-PD14-model gives them. */
    private static final Map<String, Double> RATES_HZ = Map.of(
            "L23E", 0.903, "L23I", 2.965, "L4E", 4.414, "L4I", 5.876, "L5E", 7.569, "L5I", 8.633, "L6E", 1.105, "L6I",
            7.829);

    /** Rates at scale 0.1 in Hz, as src/test/python/pd14_reference.py prints them. */
    private static final Map<String, Double> RATES_OF_A_TENTH_HZ = Map.of(
            "L23E", 0.468, "L23I", 2.152, "L4E", 3.981, "L4I", 5.003, "L5E", 6.871, "L5I", 7.730, "L6E", 0.833, "L6I",
            7.040);

    @Test
    void isThePublishedNetworkAtFullScale() {
        Experiment full = Example.yaml("pd14.yaml", "scale=1");

        assertEquals(77_169, full.network().neurons());
        assertEquals(298_880_968L, synapses(full));
        assertEquals(55, full.network().projections().size());
        for (Projection projection : full.network().projections()) {
            Distribution weight = drawn(projection.weight());
            double weightPa = weight.quantile(0.5);
            double delayMs = drawn(projection.delayMs()).quantile(0.5);
            boolean excitatory = projection.source().endsWith("E");
            boolean doubled = projection.name().equals("L4E-L23E");
            assertEquals(excitatory ? (doubled ? 2 : 1) * 87.8 : -4 * 87.8, weightPa, 1e-9, projection.name());
            assertEquals(0.1 * Math.abs(weightPa), weight.spread(), 1e-9, projection.name());
            assertEquals(excitatory ? 1.5 : 0.75, delayMs, 0.03, projection.name());
            assertEquals(projection.source() + "-" + projection.target(), projection.name());
        }
        assertEquals(1600 * 8.0, rateHz(full, "background-L23E"), 1e-9);
        assertEquals(2100 * 8.0, rateHz(full, "background-L6I"), 1e-9);
        full.network()
                .populations()
                .forEach(p -> assertEquals(0, p.allParameters().get("I_e").quantile(0.5), 1e-9, p.name()));
    }

    private static Distribution drawn(SynapticValue value) {
        return ((SynapticValue.Drawn) value).distribution();
    }

    @Test
    void scalesNeuronsAndInDegreesAlike() {
        Experiment tenth = Example.yaml("pd14.yaml");

        assertEquals(7_717, (double) tenth.network().neurons(), 4);
        assertEquals(2_988_810, (double) synapses(tenth), 55 / 2.0);
        assertEquals(160 * 8.0, rateHz(tenth, "background-L23E"), 1e-9);
        assertEquals(
                missingPaOfL23E(),
                tenth.network().population("L23E").allParameters().get("I_e").quantile(0.5),
                1e-3);
    }

    /** The mean current that L23E loses at scale 0.1, from the published probabilities, rates and in-degrees. */
    private static double missingPaOfL23E() {
        String[] sources = {"L23E", "L23I", "L4E", "L4I", "L5E", "L6E"};
        int[] sizes = {20683, 5834, 21915, 5479, 4850, 14395};
        double[] probabilities = {0.1009, 0.1689, 0.0437, 0.0818, 0.0323, 0.0076};
        double[] strengths = {1, -4, 2, -4, 1, 1};
        double spikesPerSecond = 1600 * 8.0;
        for (int i = 0; i < sources.length; i++) {
            double pairs = 20683.0 * sizes[i];
            double inDegree = Math.log1p(-probabilities[i]) / Math.log1p(-1 / pairs) / 20683;
            spikesPerSecond += strengths[i] * inDegree * RATES_HZ.getOrDefault(sources[i], Double.NaN);
        }
        double tauSynSeconds = 0.5e-3;
        return (1 - Math.sqrt(0.1)) * 87.8 * tauSynSeconds * spikesPerSecond;
    }

    @Test
    void aTenthOfItFiresAsItsReferenceDoes() throws Exception {
        RunSummary summary = Example.run(Example.yaml("pd14.yaml", "simulation.duration=4500ms"))
                .summary();

        for (PopulationSummary population : summary.populations()) {
            double expected = RATES_OF_A_TENTH_HZ.getOrDefault(population.name(), Double.NaN);
            assertEquals(expected, population.rateHz(), 0.1 * expected, population.name());
            assertTrue(population.cv() > 0.5 && population.cv() < 1, population.toString());
        }
    }

    private static long synapses(Experiment experiment) {
        return experiment.network().projections().stream()
                .mapToLong(p -> ((FixedTotalNumber) p.rule()).n())
                .sum();
    }

    private static double rateHz(Experiment experiment, String stimulus) {
        return experiment.network().stimuli().stream()
                .filter(s -> s.name().equals(stimulus))
                .mapToDouble(s -> ((Stimulus.Poisson) s).rateHz())
                .sum();
    }
}
