package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.ganglion.examples.Example.Ran;
import org.junit.jupiter.api.Test;

/** A packet of spikes runs through the chain or dies out, by its strength and its sharpness; figures 2 and 4 of the paper. */
class Diesmann1999Test {
    private static final int GROUPS = 10;
    private static final int NEURONS = 100;
    private static final double SENT_MS = 100;
    private static final double WINDOW_MS = 10;

    /** The most spikes of one group within 10 ms, after the packet was sent, and how they are spread. */
    private record Packet(int spikes, double deviationMs, double meanMs) {
        static Packet of(Ran ran, int group) {
            double[] times = Arrays.stream(ran.timesMs("g" + group))
                    .filter(t -> t > SENT_MS)
                    .toArray();
            Packet most = new Packet(0, Double.NaN, Double.NaN);
            for (double first : times) {
                double[] inside = Arrays.stream(times)
                        .filter(t -> t >= first && t < first + WINDOW_MS)
                        .toArray();
                double mean = Arrays.stream(inside).average().orElseThrow();
                double variance = Arrays.stream(inside)
                        .map(t -> (t - mean) * (t - mean))
                        .average()
                        .orElseThrow();
                if (inside.length > most.spikes) {
                    most = new Packet(inside.length, Math.sqrt(variance), mean);
                }
            }
            return most;
        }
    }

    private static Ran run(String... settings) throws Exception {
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "simulation.duration=200ms";
        return Example.run(Example.yaml("diesmann-1999-synfire.yaml", all));
    }

    /** The paper's neurons fire twice a second by noise alone. */
    @Test
    void noiseAloneLetsNeuronsFireAFewTimesASecond() throws Exception {
        Ran ran = Example.run(Example.yaml("diesmann-1999-synfire.yaml", "simulation.duration=100ms"));

        double rateHz = 0;
        for (int group = 1; group <= GROUPS; group++) {
            rateHz += Activity.summary(ran, "g" + group).rateHz() / GROUPS;
        }
        // Some 200 spikes are expected, so a seventh of that is two deviations.
        assertTrue(rateHz > 1 && rateHz < 4, "neurons fire at " + rateHz + " Hz");
    }

    /** Towards the fixed point of the paper: all neurons of a group, within less than a millisecond. */
    @Test
    void aStrongAndSharpPacketRunsThroughAndStaysSharp() throws Exception {
        Ran ran = run();

        for (int group = 5; group <= GROUPS; group++) {
            Packet packet = Packet.of(ran, group);
            assertTrue(packet.spikes() >= 0.9 * NEURONS, "group " + group + ": " + packet);
            // Noise adds some 2 spikes in 10 ms anywhere, which alone make a deviation of 0.4 ms.
            assertTrue(packet.deviationMs() < 1.6, "group " + group + ": " + packet);
        }
        // From group to group it takes the delay and a fraction of the time in which a synapse acts.
        double hopMs = (Packet.of(ran, 10).meanMs() - Packet.of(ran, 5).meanMs()) / 5;
        assertEquals(5.5, hopMs, 0.5);
    }

    @Test
    void aWeakPacketDiesOut() throws Exception {
        assertDiesOut(run("a=40"));
    }

    @Test
    void aBroadPacketDiesOut() throws Exception {
        assertDiesOut(run("sigma=6ms"));
    }

    /** Noise alone puts 3 spikes of a group into 10 ms and at some time up to 10. */
    private static void assertDiesOut(Ran ran) {
        assertTrue(Packet.of(ran, 1).spikes() > 30, "the packet has not come: " + Packet.of(ran, 1));
        for (int group = 8; group <= GROUPS; group++) {
            assertTrue(Packet.of(ran, group).spikes() <= 12, "group " + group + ": " + Packet.of(ran, group));
        }
    }
}
