package org.ganglion.simulator.plastic;

import static org.ganglion.simulator.plastic.OneSource.DELAYS;
import static org.ganglion.simulator.plastic.OneSource.DT_MS;
import static org.ganglion.simulator.plastic.OneSource.NEVER;
import static org.ganglion.simulator.plastic.OneSource.UNIT;
import static org.ganglion.simulator.plastic.OneSource.spikes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.simulator.plastic.OneSource.Spikes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Additive synapses: sums in place of single spikes. */
class SummedSynapsesTest {
    private static final double LARGEST = 100;
    private static final double WEIGHT = 40;

    private static Synapse additive(double muMinus, double tauPlus, double tauMinus) {
        return Synapse.of("stdp_synapse")
                .set("lambda", 0.05)
                .set("alpha", 1.2)
                .set("mu_plus", 0)
                .set("mu_minus", muMinus)
                .set("tau_plus", tauPlus)
                .set("tau_minus", tauMinus);
    }

    /** The rule by its definition, from the relative weight at the start; one value for each presynaptic spike. */
    private static double[] defined(double muMinus, double tauPlus, double tauMinus, int delay, Spikes spikes) {
        double[] result = new double[spikes.pre().size()];
        double x = WEIGHT / LARGEST;
        int next = 0;
        for (int i = 0; i < result.length; i++) {
            long pre = spikes.pre().get(i);
            for (; next < spikes.post().size() && spikes.post().get(next) + delay <= pre; next++) {
                double trace = 0;
                for (int j = 0; j < i; j++) {
                    trace += Math.exp(
                            -(spikes.post().get(next) + delay - spikes.pre().get(j)) * DT_MS / tauPlus);
                }
                x = Math.min(1, x + 0.05 * trace);
            }
            double trace = 0;
            for (long post : spikes.post()) {
                trace += post + delay < pre ? Math.exp(-(pre - delay - post) * DT_MS / tauMinus) : 0;
            }
            x = Math.max(0, x - 1.2 * 0.05 * Math.pow(x, muMinus) * trace);
            result[i] = x * LARGEST;
        }
        return result;
    }

    @ParameterizedTest
    @CsvSource({"0, 20, 33.7, 0", "1, 20, 33.7, 400", "0, 0.1, 0.1, 50", "1, 1, 0.7, 900", "0, 3, 100, 3000"})
    void weightsFollowFromAllPairsOfSpikes(double muMinus, double tauPlus, double tauMinus, int silence) {
        for (int seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            Spikes spikes = new Spikes(
                    spikes(random, 150, 40, silence), spikes(random, 220, 30, silence / (1 + seed % 3)), List.of());
            PlasticSynapses synapses = OneSource.build(
                    additive(muMinus, tauPlus, tauMinus).plasticity(DT_MS).orElseThrow(), WEIGHT, NEVER, NEVER);
            assertInstanceOf(SummedSynapses.class, synapses);
            List<List<Double>> carried = OneSource.carried(synapses, spikes);
            for (int r = 0; r < DELAYS.length; r++) {
                double[] expected = defined(muMinus, tauPlus, tauMinus, DELAYS[r], spikes);
                for (int i = 0; i < expected.length; i++) {
                    assertEquals(expected[i], carried.get(r).get(i), UNIT, "delay " + r + ", spike " + i);
                }
            }
        }
    }

    /** Enough synapses that runs are silent for any time. Some fire 2,000 times a second, and so lose digits. */
    @ParameterizedTest
    @CsvSource({"0, 20, 3, 1.2", "1, 5, 1, 0", "0, 0.1, 20, 3", "0, 2, 1, 1.2"})
    void weightsAreThoseOfSynapsesThatTakeSpikesOneByOne(
            double muMinus, double tauPlus, double tauMinus, double alpha) {
        Synapse synapse =
                additive(muMinus, tauPlus, tauMinus).set("lambda", 0.02).set("alpha", alpha);
        ManySources summed = new ManySources(synapse, WEIGHT, true);
        ManySources single = new ManySources(synapse, WEIGHT, false);
        assertInstanceOf(SummedSynapses.class, summed.synapses());
        assertInstanceOf(HistorySynapses.class, single.synapses());
        Set<Long> distinct = new HashSet<>();
        for (int step = 0; step < 20_000; step++) {
            long[] expected = single.step(step);
            long[] sums = summed.step(step);
            for (int i = 0; i < sums.length; i++) {
                assertEquals(expected[i], sums[i], 1e-8 * LARGEST / ManySources.UNIT, "neuron " + i + " at " + step);
                distinct.add(sums[i]);
            }
        }
        assertTrue(distinct.size() > 500, "little changes: " + distinct.size());
        boolean toBound = alpha == 0 || alpha == 3;
        assertTrue(!toBound || atBounds(single.synapses()) > 0, "no weight at its bound");
    }

    private static int atBounds(PlasticSynapses synapses) {
        int count = 0;
        for (int n = 0; n < synapses.neurons(); n++) {
            for (double weight : synapses.weights(n)) {
                count += weight == 0 || weight == LARGEST ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void negativeWeightsAreTheSameWithTheOtherSign() {
        Synapse synapse = additive(0, 20, 10);
        ManySources positive = new ManySources(synapse, WEIGHT, true);
        ManySources negative = new ManySources(synapse.set("Wmax", -LARGEST), -WEIGHT, true);
        for (int step = 0; step < 3000; step++) {
            long[] expected = positive.step(step);
            long[] sums = negative.step(step);
            for (int i = 0; i < sums.length; i++) {
                assertEquals(-expected[i], sums[i], "neuron " + i + " at " + step);
            }
        }
    }

    @Test
    void whatIsCopiedTellsWeightsAsTheyAre() {
        Synapse synapse = additive(0, 1, 1);
        ManySources many = new ManySources(synapse, WEIGHT, true);
        for (int step = 0; step < 2000; step++) {
            many.step(step);
        }
        for (int n = 0; n < many.synapses().neurons(); n++) {
            int[] copy = many.synapses().copySynapses(n);
            assertArrayEquals(many.synapses().weights(n), PlasticSynapses.weights(many.spec(), copy));
        }
    }

    /** Otherwise a population that never rests would fill the memory. */
    @Test
    void spikesAreForgottenThatAllDelaysKnow() {
        PlasticSynapses synapses =
                OneSource.build(additive(0, 20, 20).plasticity(DT_MS).orElseThrow(), WEIGHT, NEVER, NEVER);
        for (long step = 0; step < 50_000; step++) {
            synapses.beginStep(step);
            synapses.postSpike(0, step);
        }
        assertTrue(synapses.bytes() < 5_000, synapses.bytes() + " bytes");
    }

    @Test
    void rulesThatSumsCannotFollowTakeSpikesOneByOne() {
        Synapse additive = additive(0, 20, 20);
        assertTrue(isSummed(additive, 1, 64));
        assertFalse(isSummed(additive, 1, 65), "many delays");
        assertFalse(isSummed(additive.set("mu_plus", 0.1), 1, 1));
        assertFalse(isSummed(additive.set("mu_minus", 0.5), 1, 1));
        assertFalse(isSummed(additive.set("lambda", 1.1), 1, 1), "sums would lose digits");
        assertFalse(isSummed(additive.set("tau_plus", 0.09), 1, 1), "an epoch would be few steps");
        assertFalse(isSummed(additive.set("tau_plus", 0.1), 1000, 1000), "many epochs in a delay");
        assertFalse(isSummed(Synapse.of("stdp_pl_synapse_hom"), 1, 1));
    }

    private static boolean isSummed(Synapse synapse, int minDelay, int maxDelay) {
        return new PlasticSpec(
                        "s", synapse.plasticity(DT_MS).orElseThrow(), 0, 0, 1, minDelay, maxDelay, UNIT, 1e3, false, 0)
                .summed()
                .isPresent();
    }
}
