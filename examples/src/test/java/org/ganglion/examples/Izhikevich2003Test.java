package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganglion.examples.Example.Ran;
import org.ganglion.network.Experiment;
import org.ganglion.network.random.Distribution;
import org.junit.jupiter.api.Test;

/** Rates and rhythms of the numpy networks in src/test/python/izhikevich_reference.py, over 4 s, of eight that it drew. */
class Izhikevich2003Test {
    private static final int WINDOW_MS = 500;

    /** Bounds are four standard deviations from network to network, or more. */
    @Test
    void neuronsFireSeveralTimesASecondInAlphaAndGammaRhythms() throws Exception {
        Ran ran = Example.run(Example.yaml("izhikevich-2003.yaml", "simulation.duration=4s"));

        // 7.39 with a deviation of 0.11, and 6.85 with 0.19.
        assertEquals(7.39, Activity.summary(ran, "E").rateHz(), 0.5);
        assertEquals(6.85, Activity.summary(ran, "I").rateHz(), 0.8);
        Activity network = Activity.of(ran, 0, 4000, 1, "E", "I");
        double alpha = network.relativePower(6, 10, WINDOW_MS);
        double between = network.relativePower(11, 15, WINDOW_MS);
        double gamma = network.relativePower(24, 40, WINDOW_MS);
        double fast = network.relativePower(100, 200, WINDOW_MS);
        String powers = "alpha " + alpha + ", between " + between + ", gamma " + gamma + ", fast " + fast;
        // 64 with a deviation of 11, 14 with 2.3, 28 with 5, and 1.09 with 0.1.
        assertTrue(alpha > 20 && alpha < 110, powers);
        assertTrue(between < alpha / 2, powers);
        assertTrue(gamma > 8 && gamma < 50, powers);
        assertEquals(1.09, fast, 0.4, powers);
    }

    /** Formulas of the paper at the ends of the range from which its random numbers come, and in the middle. */
    @Test
    void parametersOfANeuronFollowFromOneNumber() {
        Experiment experiment = Example.yaml("izhikevich-2003.yaml");

        for (double r : new double[] {0.001, 0.5, 0.999}) {
            assertEquals(-65 + 15 * r * r, value(experiment, "E", "c").quantile(r), 1e-12);
            assertEquals(8 - 6 * r * r, value(experiment, "E", "d").quantile(r), 1e-12);
            assertEquals(0.02 + 0.08 * r, value(experiment, "I", "a").quantile(r), 1e-12);
            assertEquals(0.25 - 0.05 * r, value(experiment, "I", "b").quantile(r), 1e-12);
        }
    }

    @Test
    void groupsDoNotChangeTheSpikes() throws Exception {
        String one = hash(1);

        assertEquals(one, hash(2));
        assertEquals(one, hash(3));
        assertEquals(one, hash(7));
    }

    private static String hash(int groups) throws Exception {
        return Example.run(Example.yaml(
                        "izhikevich-2003.yaml", "simulation.duration=200ms", "simulation.groups=" + groups))
                .summary()
                .spikeHashText();
    }

    private static Distribution value(Experiment experiment, String population, String parameter) {
        return experiment.network().population(population).allParameters().get(parameter);
    }
}
