package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ganglion.examples.Example.Ran;
import org.junit.jupiter.api.Test;

/**
 * What the paper shows: bursts that come by themselves, are synchronous to some milliseconds and involve virtually the
 * entire network. Rates are those of the numpy networks in src/test/python/tsodyks_reference.py.
 */
class TsodyksUzielMarkram2000Test {
    private static final double FROM_MS = 1000;
    private static final double TO_MS = 10_000;
    private static final double BIN_MS = 5;
    private static final int NEURONS = 500;

    private static Ran run(String... settings) throws Exception {
        return Example.run(Example.yaml("tsodyks-uziel-markram-2000.yaml", settings));
    }

    /** Middles of the bins of 5 ms in which a fifth as many spikes come as there are neurons, and more than before and after. */
    private static List<Double> burstsMs(Activity network) {
        double[] counts = network.counts();
        List<Double> bursts = new ArrayList<>();
        for (int i = 1; i < counts.length - 1; i++) {
            if (counts[i] >= NEURONS / 5.0 && counts[i] >= counts[i - 1] && counts[i] > counts[i + 1]) {
                bursts.add(FROM_MS + (i + 0.5) * BIN_MS);
            }
        }
        return bursts;
    }

    private static long firing(Ran ran, double fromMs, double toMs) {
        return ran.spikes().stream()
                .filter(s -> s.timeMs() >= fromMs && s.timeMs() < toMs)
                .map(s -> s.population() + s.neuron())
                .distinct()
                .count();
    }

    @Test
    void theWholeNetworkFiresInSynchronousBurstsThatComeByThemselves() throws Exception {
        Ran ran = run();
        Activity network = Activity.of(ran, FROM_MS, TO_MS, BIN_MS, "E", "I");
        List<Double> bursts = burstsMs(network);

        // The numpy networks have 7, 7 and 11 in 9 s; every second or so, as synapses onto excitatory neurons need
        // 0.8 s on average to recover.
        assertTrue(bursts.size() >= 4 && bursts.size() <= 14, bursts.toString());
        for (double burst : bursts) {
            long inside = firing(ran, burst - 20, burst + 20);
            assertTrue(inside > 0.9 * NEURONS, inside + " neurons take part in the burst at " + burst + " ms");
            // By chance as many fire in a window of this length as the rates say, 10 Hz on average or less.
            long before = firing(ran, burst - 200, burst - 160);
            assertTrue(before < 0.5 * NEURONS, before + " neurons fire before the burst at " + burst + " ms");
        }
        // A burst is some milliseconds long: of its spikes within 20 ms of the middle, most lie in the central 15 ms.
        double middle = bursts.getFirst();
        double narrow =
                Activity.of(ran, middle - 7.5, middle + 7.5, 15, "E", "I").mean();
        double wide = Activity.of(ran, middle - 20, middle + 20, 40, "E", "I").mean();
        assertTrue(narrow > 0.6 * wide, narrow + " of " + wide);
    }

    /** The numpy networks: 7.0 to 7.5 Hz and 20.6 to 22.1 Hz. */
    @Test
    void betweenBurstsNeuronsFireAtTheirOwnLowRates() throws Exception {
        Ran ran = run();

        assertEquals(7.3, Activity.summary(ran, "E").rateHz(), 1.5);
        assertEquals(21.5, Activity.summary(ran, "I").rateHz(), 4);
    }

    /** Bursts need synapses between excitatory neurons that are rested. */
    @Test
    void withoutExcitationBetweenExcitatoryNeuronsThereAreNoBursts() throws Exception {
        Ran ran = run("projections.E-E.p=0", "simulation.duration=4s");

        Activity network = Activity.of(ran, FROM_MS, 5000, BIN_MS, "E", "I");
        assertTrue(network.mean() > 0, "the network is silent");
        assertEquals(List.of(), burstsMs(network));
    }

    @Test
    void groupsDoNotChangeTheSpikes() throws Exception {
        String one = hash(1);

        assertEquals(one, hash(2));
        assertEquals(one, hash(7));
    }

    private static String hash(int groups) throws Exception {
        return run("simulation.warm-up=0ms", "simulation.duration=300ms", "simulation.groups=" + groups)
                .summary()
                .spikeHashText();
    }
}
