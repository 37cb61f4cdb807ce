package org.ganglion.simulator.group;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.connect.AllToAll;
import org.ganglion.network.random.Uniform;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.simulator.SpikeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Synapses that transmit some spikes, onto relays that repeat each. */
class BernoulliSynapseTest {
    private static final int TARGETS = 12;
    private static final int SPIKES = 8_000;

    /** One relay that fires every 0.5 ms, {@code atOnce} spikes each time, and the spikes of those that hear some of them. */
    private static long[] heard(Synapse synapse, int atOnce, int groups, long seed) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < SPIKES; i++) {
            for (int k = 0; k < atOnce; k++) {
                times.add(1 + 0.5 * i);
            }
        }
        Experiment experiment = NetworkBuilder.named("unreliable")
                .population("source", 1, "parrot_neuron")
                .population("target", TARGETS, "parrot_neuron")
                .stimulate(new Stimulus.SpikeTrain("times", "source", Selection.ALL, times, 1, 0))
                .project(
                        "synapses",
                        "source",
                        "target",
                        new AllToAll(true),
                        weight(1),
                        delayMs(new Uniform(0.1, 0.4)),
                        synapse)
                .recordSpikes("target")
                .simulate(RunSettings.DEFAULT.withSeed(seed).withDurationMs(10 + 0.5 * SPIKES));
        SpikeList list = new SpikeList();
        ShuffledDriver.summary(experiment, groups, list);
        return list.spikes();
    }

    private static Synapse transmitting(double p) {
        return Synapse.of("bernoulli_synapse").set("p_transmit", p);
    }

    /** How many of the spikes that were emitted at once each target heard: {@code [emission][target]}. */
    private static int[][] counts(long[] spikes) {
        int[][] counts = new int[SPIKES][TARGETS];
        for (long spike : spikes) {
            int step = (int) (spike >>> 32);
            int target = (int) spike - 1; // the source is neuron 0 of the network
            counts[(step - 10) / 5][target]++;
        }
        return counts;
    }

    private static double binomial(int n, int k, double p) {
        double ways = 1;
        for (int i = 0; i < k; i++) {
            ways = ways * (n - i) / (i + 1);
        }
        return ways * Math.pow(p, k) * Math.pow(1 - p, n - k);
    }

    /** That counts come from a binomial distribution, by a chi-square test at one in a thousand; rare ones are put together. */
    private static void assertBinomial(int[] counts, int n, double p) {
        double statistic = 0;
        double expectedSum = 0;
        double observedSum = 0;
        int cells = 0;
        for (int k = 0; k <= n; k++) {
            int value = k;
            expectedSum += counts.length * binomial(n, k, p);
            observedSum +=
                    java.util.Arrays.stream(counts).filter(c -> c == value).count();
            double left = 0;
            for (int j = k + 1; j <= n; j++) {
                left += counts.length * binomial(n, j, p);
            }
            if ((expectedSum >= 5 && left >= 5) || k == n) {
                statistic += (observedSum - expectedSum) * (observedSum - expectedSum) / expectedSum;
                expectedSum = 0;
                observedSum = 0;
                cells++;
            }
        }
        int degrees = cells - 1;
        // Wilson and Hilferty's approximation of the quantile.
        double root = 1 - 2.0 / (9 * degrees) + 3.0902 * Math.sqrt(2.0 / (9 * degrees));
        double critical = degrees * root * root * root;
        assertTrue(statistic < critical, "chi-square " + statistic + " of at most " + critical + ", " + degrees);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 0.5, 0.9})
    void theTargetsThatHearASpikeAreBinomiallyMany(double p) throws Exception {
        int[][] counts = counts(heard(transmitting(p), 1, 1, 3));
        int[] together = new int[SPIKES];
        for (int i = 0; i < SPIKES; i++) {
            for (int count : counts[i]) {
                assertTrue(count <= 1);
                together[i] += count;
            }
        }
        assertBinomial(together, TARGETS, p);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void soAreThoseOfSuccessiveSpikesThatOneTargetHears(int apart) throws Exception {
        int[][] counts = counts(heard(transmitting(0.4), 1, 1, 4));
        int[] windows = new int[SPIKES / 8 / apart * apart * TARGETS];
        // Eight spikes, each so many after the one before.
        for (int target = 0; target < TARGETS; target++) {
            for (int w = 0; w < windows.length / TARGETS; w++) {
                for (int i = 0; i < 8; i++) {
                    windows[target * (windows.length / TARGETS) + w] +=
                            counts[w / apart * 8 * apart + w % apart + i * apart][target];
                }
            }
        }
        assertBinomial(windows, 8, 0.4);
    }

    @Test
    void spikesAtOnceAreTransmittedOneByOne() throws Exception {
        int[][] counts = counts(heard(transmitting(0.35), 4, 1, 5));
        int[] all = new int[SPIKES * TARGETS];
        for (int i = 0; i < all.length; i++) {
            all[i] = counts[i / TARGETS][i % TARGETS];
        }
        assertBinomial(all, 4, 0.35);
    }

    @Test
    void whatIsHeardDependsOnTheSeedAloneAndNotOnGroups() throws Exception {
        Synapse synapse = Synapse.of("bernoulli_synapse").set("p_transmit", new Uniform(0, 1));
        long[] one = heard(synapse, 2, 1, 6);
        for (int groups : new int[] {2, 3, 7}) {
            assertArrayEquals(one, heard(synapse, 2, groups, 6), groups + " groups");
        }
        assertTrue(!java.util.Arrays.equals(one, heard(synapse, 2, 1, 7)));
    }

    @Test
    void allOrNothingIsExact() throws Exception {
        assertEquals(0, heard(transmitting(0), 1, 1, 8).length);
        assertEquals(SPIKES * TARGETS, heard(transmitting(1), 1, 1, 8).length);
    }
}
