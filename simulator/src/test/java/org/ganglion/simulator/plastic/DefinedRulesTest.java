package org.ganglion.simulator.plastic;

import static org.ganglion.simulator.plastic.OneSource.DELAYS;
import static org.ganglion.simulator.plastic.OneSource.DT_MS;
import static org.ganglion.simulator.plastic.OneSource.spikes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.ganglion.network.synapse.Plasticity;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.simulator.plastic.OneSource.Spikes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule against its definition, with bursts, ties, several spikes at once and long silences. */
class DefinedRulesTest {
    private static final double WEIGHT = 40;
    private static final List<Long> NONE = List.of();

    private static Spikes pairs(int seed, int silence) {
        Random random = new Random(seed);
        return new Spikes(spikes(random, 150, 60, silence), spikes(random, 200, 50, silence / 2), NONE);
    }

    private static void assertFollows(
            Synapse synapse, Spikes spikes, double relative, Function<DefinedRules, List<Double>> defined) {
        Plasticity rule = synapse.plasticity(DT_MS).orElseThrow();
        PlasticSynapses synapses =
                OneSource.build(rule, WEIGHT, HistorySynapses.LONG_HISTORY, HistorySynapses.LONG_SIGNAL);
        List<List<Double>> carried = OneSource.carried(synapses, spikes);
        for (int r = 0; r < DELAYS.length; r++) {
            List<Double> expected = defined.apply(new DefinedRules(spikes, DELAYS[r]));
            assertTrue(expected.stream().distinct().count() > 10, "little changes: " + expected);
            for (int i = 0; i < expected.size(); i++) {
                double allowed = OneSource.UNIT / 2 + relative * expected.get(i);
                assertEquals(expected.get(i), carried.get(r).get(i), allowed, "delay " + r + ", spike " + i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000})
    void pairsOfNearestSpikes(int silence) {
        Synapse synapse = Synapse.of("stdp_nn_symm_synapse")
                .set("lambda", 0.05)
                .set("alpha", 1.1)
                .set("mu_plus", 0.4)
                .set("mu_minus", 0.7);
        for (int seed = 0; seed < 5; seed++) {
            assertFollows(synapse, pairs(seed, silence), 1e-10, d -> d.nearest(WEIGHT, 100, 0.05, 1.1, 0.4, 0.7));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000})
    void powersOfTheWeight(int silence) {
        Synapse synapse = Synapse.of("stdp_pl_synapse_hom").set("alpha", 0.1).set("mu", 0.3);
        for (int seed = 0; seed < 5; seed++) {
            assertFollows(synapse, pairs(seed, silence), 1e-10, d -> d.power(WEIGHT, 0.1, 0.1, 0.3));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000})
    void triplets(int silence) {
        Synapse synapse = Synapse.of("stdp_triplet_synapse")
                .set("Aplus", 0.1)
                .set("Aplus_triplet", 0.05)
                .set("Aminus", 0.2)
                .set("Aminus_triplet", 0.02);
        for (int seed = 0; seed < 5; seed++) {
            assertFollows(synapse, pairs(seed, silence), 1e-10, d -> d.triplet(WEIGHT, 100, 0.1, 0.05, 0.2, 0.02));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000})
    void balanceOfInhibition(int silence) {
        Synapse synapse = Synapse.of("vogels_sprekeler_synapse")
                .set("eta", 0.5)
                .set("alpha", 6)
                .set("Wmax", 60);
        for (int seed = 0; seed < 5; seed++) {
            assertFollows(synapse, pairs(seed, silence), 1e-10, d -> d.balance(WEIGHT, 60, 0.5, 6));
        }
    }

    /** Time constants that are the same, or nearly, or reversed, are where the closed form needs care. */
    @ParameterizedTest
    @CsvSource({"3, 800", "50, 50", "50, 50.000001", "50, 49", "90, 20"})
    void resourcesThatRecoverThroughAnInactiveState(double tauPscMs, double tauRecMs) {
        Synapse synapse = Synapse.of("tsodyks_synapse")
                .set("U", 0.2)
                .set("tau_psc", tauPscMs)
                .set("tau_rec", tauRecMs)
                .set("tau_fac", 150);
        assertFollows(synapse, pairs(7, 5_000), 2e-5, d -> d.tsodyks(WEIGHT, 0.2, tauPscMs, tauRecMs, 150));
    }

    @Test
    void resourcesThatRecoverAtOnce() {
        Synapse synapse = Synapse.of("tsodyks2_synapse")
                .set("U", 0.2)
                .set("u", 0.3)
                .set("tau_rec", 300)
                .set("tau_fac", 150);
        assertFollows(synapse, pairs(8, 50_000), 1e-10, d -> d.tsodyks2(WEIGHT, 0.2, 300, 150, 0.3));
    }

    /** Without and with a baseline of dopamine, and with bounds that the weight reaches and leaves again. */
    @ParameterizedTest
    @CsvSource({"0, 0, 200", "0.02, 0, 200", "0.03, 39.5, 40.5", "0.15, 35, 45", "-0.02, 0, 60"})
    void dopamine(double base, double least, double most) {
        double tauCMs = 100;
        Synapse synapse = Synapse.of("stdp_dopamine_synapse")
                .set("volume_transmitter", "dopa")
                .set("A_plus", 0.07)
                .set("A_minus", 0.09)
                .set("b", base)
                .set("Wmin", least)
                .set("Wmax", most)
                .set("tau_c", tauCMs);
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            List<Long> signal = spikes(random, 300, 60, 3_000);
            Spikes spikes = new Spikes(spikes(random, 150, 90, 4_000), spikes(random, 300, 50, seed * 1000), signal);
            assertFollows(
                    synapse,
                    spikes,
                    1e-6,
                    d -> d.dopamine(signal, OneSource.SIGNAL_DELAY, WEIGHT, least, most, base, tauCMs));
        }
    }
}
