package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ganglion.examples.Example.Ran;
import org.ganglion.examples.Example.Spike;
import org.junit.jupiter.api.Test;

class HelloTest {
    private static final double DT_MS = 0.1;

    @Test
    void thePacemakerFiresAsItsEquationSays() throws Exception {
        Ran ran = Example.run(Example.yaml("hello.yaml"));

        // Neuron and step as in the file and by default: tau_m 10 ms, C_m 250 pF, V_th - E_L 15 mV, t_ref 2 ms.
        double restingMv = 450 * 10.0 / 250;
        double toThresholdMs = 10 * Math.log(restingMv / (restingMv - 15));
        double riseMs = Math.ceil(toThresholdMs / DT_MS) * DT_MS;
        double[] expected = IntStream.range(0, 50)
                .mapToDouble(i -> riseMs + i * (2 + riseMs))
                .toArray();
        assertArrayEquals(expected, ran.timesMs("pacemaker"), 1e-9);
    }

    @Test
    void listenersFireShortlyAfterThePacemaker() throws Exception {
        Ran ran = Example.run(Example.yaml("hello.yaml"));
        double[] ticks = ran.timesMs("pacemaker");

        for (int listener = 0; listener < 4; listener++) {
            int neuron = listener;
            double[] lagsMs = ran.spikes().stream()
                    .filter(s -> s.population().equals("listeners") && s.neuron() == neuron)
                    .mapToDouble(s -> lagMs(s, ticks))
                    .sorted()
                    .toArray();
            assertTrue(lagsMs.length > 25, "listener " + listener + " fired " + lagsMs.length + " times");
            assertTrue(lagsMs[0] > 1.5, "before the delay was over: " + lagsMs[0] + " ms");
            double median = lagsMs[lagsMs.length / 2];
            assertTrue(median < 6, "the push peaks 5.5 ms after the tick, but half fired after " + median + " ms");
        }
    }

    private static double lagMs(Spike spike, double[] ticks) {
        double last = Arrays.stream(ticks).filter(t -> t < spike.timeMs()).max().orElse(Double.NEGATIVE_INFINITY);
        return spike.timeMs() - last;
    }
}
