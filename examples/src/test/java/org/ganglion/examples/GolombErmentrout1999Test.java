package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganglion.examples.Example.Ran;
import org.ganglion.examples.Example.Spike;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pulse that travels at the speed of the paper's theory. */
class GolombErmentrout1999Test {
    private static final int NEURONS = 2000;
    private static final double NEURONS_PER_MM = 200;
    private static final double REACH_MM = 0.5;
    private static final double DELAY_MS = 1;
    private static final double TAU_M_MS = 20;
    private static final double TAU_SYN_MS = 3;
    private static final double C_PF = 250;
    private static final double THRESHOLD_MV = 15;

    @ParameterizedTest
    @ValueSource(doubles = {10, 15})
    void arrivalGrowsWithDistanceAtTheSpeedOfTheTheory(double weightNa) throws Exception {
        Ran ran = Example.run(Example.yaml("golomb-ermentrout-1999-wave.yaml", "W=" + weightNa + "nA"));

        // Away from the push and from the end of the line.
        List<Spike> inside = ran.spikes().stream()
                .filter(s -> s.neuron() > NEURONS / 4 && s.neuron() < NEURONS * 9 / 10)
                .toList();
        assertEquals(NEURONS * 9 / 10 - NEURONS / 4 - 1, inside.size(), "each neuron fires once");
        Line line = Line.through(inside);
        double theory = speed(weightNa * 1000);
        assertEquals(theory, 1 / line.slope(), 0.1 * theory);
        assertTrue(line.correlation() > 0.99, "arrival is no line of distance: " + line);
    }

    @Test
    void withoutEnoughWeightThePulseDiesOut() throws Exception {
        Ran ran = Example.run(Example.yaml("golomb-ermentrout-1999-wave.yaml", "W=4nA"));

        assertEquals(0, speed(4000), "the theory has no pulse");
        assertTrue(ran.spikes().stream().noneMatch(s -> s.neuron() > NEURONS / 2), "it has come half way");
    }

    /** Arrival in ms as a line of distance in mm, by least squares. */
    private record Line(double slope, double correlation) {
        static Line through(List<Spike> spikes) {
            double n = spikes.size();
            double x = 0;
            double y = 0;
            double xx = 0;
            double xy = 0;
            double yy = 0;
            for (Spike spike : spikes) {
                double mm = spike.neuron() / NEURONS_PER_MM;
                x += mm / n;
                y += spike.timeMs() / n;
                xx += mm * mm / n;
                xy += mm * spike.timeMs() / n;
                yy += spike.timeMs() * spike.timeMs() / n;
            }
            double covariance = xy - x * y;
            return new Line(covariance / (xx - x * x), covariance / Math.sqrt((xx - x * x) * (yy - y * y)));
        }
    }

    /** The larger speed in mm/ms at which the potential reaches the threshold when the pulse is there; 0 where none does. */
    private static double speed(double weightPa) {
        double step = 1e-4;
        for (double c = 2; c > 0; c -= step) {
            double potential = weightPa
                    / (2 * C_PF)
                    * Math.exp(-c * DELAY_MS / REACH_MM)
                    * (c * TAU_SYN_MS / (c * TAU_SYN_MS + REACH_MM))
                    * (TAU_M_MS * REACH_MM / (REACH_MM + c * TAU_M_MS));
            if (potential >= THRESHOLD_MV) {
                return c;
            }
        }
        return 0;
    }
}
