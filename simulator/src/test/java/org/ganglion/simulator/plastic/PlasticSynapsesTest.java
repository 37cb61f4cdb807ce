package org.ganglion.simulator.plastic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ganglion.network.synapse.Plasticity;
import org.ganglion.network.synapse.Synapse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Synapses from one source onto one neuron at two delays, against sums over all pairs of spikes. */
class PlasticSynapsesTest {
    private static final double DT_MS = 0.1;
    private static final double WEIGHT = 40;
    private static final double LARGEST = 100;
    private static final double UNIT = 0x1p-20;
    private static final int NEVER = Integer.MAX_VALUE;
    private static final int[] DELAYS = {3, 17};

    private static Synapse synapse(double mu) {
        return Synapse.of("stdp_synapse")
                .set("alpha", 1.05)
                .set("tau_minus", 33.7)
                .set("mu_plus", mu)
                .set("mu_minus", mu);
    }

    /** Two runs of one synapse each. */
    private static PlasticSynapses build(double mu, int longHistory) {
        Plasticity rule = synapse(mu).plasticity(DT_MS).orElseThrow();
        int header = PlasticSynapses.headerWords(rule);
        int[] words = new int[2 * (header + 1)];
        PlasticBuilder builder = new PlasticBuilder(rule, DELAYS[1], UNIT, longHistory);
        builder.begin(words.length, 2);
        for (int r = 0; r < 2; r++) {
            int at = r * (header + 1);
            words[at] = 1 | (r == 0 ? DELAYS[1] - DELAYS[0] : 0) << 24;
            words[at + 1] = DELAYS[r];
            builder.header(at);
        }
        builder.target(5);
        for (int r = 0; r < 2; r++) {
            words[r * (header + 1) + header] = 5;
            builder.synapse(r * (header + 1) + header, WEIGHT);
        }
        return builder.build(words);
    }

    /** Spikes as steps, never falling; some steps twice. */
    private static List<Long> spikes(Random random, int count, int meanInterval, int silence) {
        List<Long> steps = new ArrayList<>();
        long step = 0;
        for (int i = 0; i < count; i++) {
            step += random.nextInt(5) == 0 ? 0 : random.nextInt(2 * meanInterval);
            step += i == count / 2 ? silence : 0;
            steps.add(step);
        }
        return steps;
    }

    /** Weights carried by the presynaptic spikes, run after run, as they are delivered. */
    private static List<List<Double>> carried(PlasticSynapses synapses, List<Long> pre, List<Long> post) {
        List<List<Double>> result = List.of(new ArrayList<>(), new ArrayList<>());
        long end = pre.getLast() + DELAYS[1];
        int nextPost = 0;
        int[] nextPre = new int[2];
        for (long step = 0; step <= end; step++) {
            for (int r = 0; r < 2; r++) {
                while (nextPre[r] < pre.size() && pre.get(nextPre[r]) + DELAYS[r] == step) {
                    int[] sums = new int[6];
                    synapses.deliver(r == 0 ? 0 : synapses.next(0), step, sums);
                    result.get(r).add(synapses.weights(0)[r]);
                    assertEquals(synapses.weights(0)[r], sums[5] * UNIT, UNIT / 2, "delivered");
                    nextPre[r]++;
                }
            }
            while (nextPost < post.size() && post.get(nextPost) == step) {
                synapses.postSpike(0, step);
                nextPost++;
            }
        }
        return result;
    }

    /** The definition, with every trace as a sum over all earlier spikes. */
    private static List<Double> defined(double mu, int delay, List<Long> pre, List<Long> post) {
        List<Double> result = new ArrayList<>();
        double w = WEIGHT / LARGEST;
        int next = 0;
        for (int i = 0; i < pre.size(); i++) {
            for (; next < post.size() && post.get(next) + delay <= pre.get(i); next++) {
                double trace = 0;
                for (int j = 0; j < i; j++) {
                    trace += Math.exp(-(post.get(next) + delay - pre.get(j)) * DT_MS / 20);
                }
                w = Math.min(1, w + 0.01 * Math.pow(1 - w, mu) * trace);
            }
            double trace = 0;
            for (long p : post) {
                trace += p + delay < pre.get(i) ? Math.exp(-(pre.get(i) - delay - p) * DT_MS / 33.7) : 0;
            }
            w = Math.max(0, w - 1.05 * 0.01 * Math.pow(w, mu) * trace);
            result.add(w * LARGEST);
        }
        return result;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.4, 1})
    void weightsFollowFromAllPairsOfSpikes(double mu) {
        for (int silence : new int[] {0, 100_000}) {
            Random random = new Random(3);
            List<Long> pre = spikes(random, 150, 60, silence);
            List<Long> post = spikes(random, 200, 50, silence / 2);
            List<List<Double>> carried = carried(build(mu, NEVER), pre, post);
            for (int r = 0; r < 2; r++) {
                List<Double> expected = defined(mu, DELAYS[r], pre, post);
                for (int i = 0; i < expected.size(); i++) {
                    assertEquals(expected.get(i), carried.get(r).get(i), 1e-9, "run " + r + ", spike " + i);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.4, 1})
    void bitsDoNotDependOnWhenSynapsesAreBroughtUpToDate(double mu) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<Long> pre = spikes(random, 60, 300, seed % 2 * 50_000);
            List<Long> post = spikes(random, 800, 1 + random.nextInt(40), 0);
            List<List<Double>> late = carried(build(mu, NEVER), pre, post);
            for (int longHistory : new int[] {1, 2, 7, 64}) {
                assertEquals(late, carried(build(mu, longHistory), pre, post), "histories of " + longHistory);
            }
        }
    }

    @Test
    void historiesStayShortWhileNobodyElseFires() {
        PlasticSynapses synapses = build(0.4, PlasticSynapses.LONG_HISTORY);
        for (long step = 0; step < 1_000_000; step += 20) {
            synapses.postSpike(0, step);
            assertTrue(synapses.historySize(0) <= PlasticSynapses.LONG_HISTORY, "at " + step);
        }
    }

    @Test
    void stateCanBePutBackAtAnyTime() {
        Random random = new Random(9);
        List<Long> pre = spikes(random, 100, 100, 0);
        List<Long> post = spikes(random, 300, 30, 0);
        List<List<Double>> whole = carried(build(0.4, 8), pre, post);
        PlasticSynapses first = build(0.4, 8);
        // Up to the middle, with all that is due by then delivered.
        long middle = pre.get(50);
        List<Long> preBefore = pre.stream().filter(p -> p + DELAYS[1] <= middle).toList();
        List<Long> postBefore =
                post.stream().filter(p -> p <= preBefore.getLast()).toList();
        List<List<Double>> before = carried(first, preBefore, postBefore);
        PlasticSynapses second = build(0.4, 8);
        assertTrue(second.restoreSynapses(0, first.copySynapses(0)));
        second.restoreHistory(0, first.copyHistory(0));
        assertArrayEquals(first.copySynapses(0), second.copySynapses(0));
        assertArrayEquals(first.copyHistory(0), second.copyHistory(0));
        assertFalse(second.restoreSynapses(0, new int[3]));
        List<List<Double>> after = carried(
                second, pre.subList(preBefore.size(), pre.size()), post.subList(postBefore.size(), post.size()));
        for (int r = 0; r < 2; r++) {
            List<Double> both = new ArrayList<>(before.get(r));
            both.addAll(after.get(r));
            assertEquals(whole.get(r), both);
        }
    }
}
