package org.ganglion.simulator;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;

import java.util.function.UnaryOperator;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.NetworkBuilder.Neurons;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.connect.FixedTotalNumber;
import org.ganglion.network.random.Normal;
import org.ganglion.network.random.Redrawn;
import org.ganglion.network.random.Uniform;

/** Published networks at any size, for tests and benchmarks. */
public final class Circuits {
    private Circuits() {}

    /** Brunel 2000 (doi 10.1023/A:1008925309027) with delta synapses: g 5, eta 2, J 0.1 mV, delay 1.5 ms. */
    public static Experiment brunel(int neurons, RunSettings settings) {
        int excitatory = neurons * 4 / 5;
        int inhibitory = neurons - excitatory;
        int fromE = excitatory / 10;
        int fromI = inhibitory / 10;
        double j = 0.1;
        double thresholdRateHz = 1000 * 20 / (j * fromE * 20);
        UnaryOperator<Neurons> model = p -> p.set("E_L", 0)
                .set("V_th", 20)
                .set("V_reset", 0)
                .set("tau_m", 20)
                .set("t_ref", 2)
                .set("C_m", 1)
                .startAt("V_m", 0);
        NetworkBuilder builder = NetworkBuilder.named("brunel")
                .population("E", excitatory, "iaf_psc_delta", model)
                .population("I", inhibitory, "iaf_psc_delta", model);
        for (String target : new String[] {"E", "I"}) {
            builder = builder.project("E", target, new FixedIndegree(fromE, true, true), weight(j), delayMs(1.5))
                    .project("I", target, new FixedIndegree(fromI, true, true), weight(-5 * j), delayMs(1.5))
                    .poisson("background-" + target, target, 2 * thresholdRateHz * fromE, j)
                    .recordSpikes(target);
        }
        return builder.simulate(settings);
    }

    /**
     * Areas on a ring, each a random network of delta neurons with delays from 0.1 ms; excitatory neurons reach the next
     * area and the one before after 5 ms.
     *
     * @param areas at least 3
     * @param excitatory neurons of an area; there are a quarter as many inhibitory ones
     */
    public static Experiment areas(int areas, int excitatory, RunSettings settings) {
        UnaryOperator<Neurons> model = p -> p.set("E_L", 0)
                .set("V_th", 20)
                .set("V_reset", 10)
                .set("tau_m", 20)
                .set("t_ref", 2)
                .set("C_m", 1)
                .startAt("V_m", new Uniform(0, 20));
        NetworkBuilder builder = NetworkBuilder.named("areas");
        for (int a = 0; a < areas; a++) {
            builder = builder.population("E" + a, excitatory, "iaf_psc_delta", model)
                    .population("I" + a, excitatory / 4, "iaf_psc_delta", model);
        }
        for (int a = 0; a < areas; a++) {
            for (String target : new String[] {"E", "I"}) {
                builder = builder.project(
                                "E" + a,
                                target + a,
                                new FixedIndegree(excitatory / 20, true, true),
                                weight(0.5),
                                delayMs(new Uniform(0.1, 1)))
                        .project(
                                "I" + a,
                                target + a,
                                new FixedIndegree(excitatory / 80, true, true),
                                weight(-3),
                                delayMs(0.3))
                        .poisson("background-" + target + a, target + a, 2200, 0.5)
                        .recordSpikes(target + a);
                for (int neighbour : new int[] {(a + 1) % areas, (a + areas - 1) % areas}) {
                    builder = builder.project(
                            "E" + a,
                            target + neighbour,
                            new FixedIndegree(excitatory / 200, true, true),
                            weight(0.5),
                            delayMs(5));
                }
            }
        }
        return builder.simulate(settings);
    }

    private static final String[] POPULATIONS = {"L23E", "L23I", "L4E", "L4I", "L5E", "L5I", "L6E", "L6I"};
    private static final int[] SIZES = {20683, 5834, 21915, 5479, 4850, 1065, 14395, 2948};
    private static final int[] EXTERNAL = {1600, 1500, 2100, 1900, 2000, 1900, 2900, 2100};
    private static final double[] V_MEAN = {-68.28, -63.16, -63.33, -63.45, -63.11, -61.66, -66.72, -61.43};
    private static final double[] V_STD = {5.36, 4.57, 4.74, 4.94, 4.94, 4.55, 5.46, 4.48};
    private static final double[][] PROBABILITY = {
        {0.1009, 0.1689, 0.0437, 0.0818, 0.0323, 0., 0.0076, 0.},
        {0.1346, 0.1371, 0.0316, 0.0515, 0.0755, 0., 0.0042, 0.},
        {0.0077, 0.0059, 0.0497, 0.135, 0.0067, 0.0003, 0.0453, 0.},
        {0.0691, 0.0029, 0.0794, 0.1597, 0.0033, 0., 0.1057, 0.},
        {0.1004, 0.0622, 0.0505, 0.0057, 0.0831, 0.3726, 0.0204, 0.},
        {0.0548, 0.0269, 0.0257, 0.0022, 0.06, 0.3158, 0.0086, 0.},
        {0.0156, 0.0066, 0.0211, 0.0166, 0.0572, 0.0197, 0.0396, 0.2252},
        {0.0364, 0.001, 0.0034, 0.0005, 0.0277, 0.008, 0.0658, 0.1443}
    };

    /** Potjans & Diesmann 2014 (doi 10.1093/cercor/bhs358); {@code scale} scales neurons and in-degrees alike. */
    public static Experiment corticalMicrocircuit(double scale, RunSettings settings) {
        double j = 87.8;
        double scaledJ = j / Math.sqrt(scale);
        double[] rates = {0.903, 2.965, 4.414, 5.876, 7.569, 8.633, 1.105, 7.829};
        NetworkBuilder builder = NetworkBuilder.named("pd14");
        for (int t = 0; t < 8; t++) {
            int target = t;
            double meanInput = EXTERNAL[t] * 8.0 * j;
            for (int s = 0; s < 8; s++) {
                double w = s % 2 == 0 ? (t == 0 && s == 2 ? 2 * j : j) : -4 * j;
                meanInput += w * synapses(t, s) / SIZES[t] * rates[s];
            }
            double dc = 0.5e-3 * (1 - Math.sqrt(scale)) * meanInput;
            builder = builder.population(
                    POPULATIONS[t], (int) Math.round(SIZES[t] * scale), "iaf_psc_exp", p -> p.set("E_L", -65)
                            .set("C_m", 250)
                            .set("tau_m", 10)
                            .set("t_ref", 2)
                            .set("V_th", -50)
                            .set("V_reset", -65)
                            .set("tau_syn_ex", 0.5)
                            .set("tau_syn_in", 0.5)
                            .set("I_e", dc)
                            .startAt("V_m", new Normal(V_MEAN[target], V_STD[target])));
        }
        for (int t = 0; t < 8; t++) {
            for (int s = 0; s < 8; s++) {
                long n = Math.round(synapses(t, s) * scale * scale);
                if (n == 0) {
                    continue;
                }
                double w = s % 2 == 0 ? (t == 0 && s == 2 ? 2 * scaledJ : scaledJ) : -4 * scaledJ;
                double delay = s % 2 == 0 ? 1.5 : 0.75;
                builder = builder.project(
                        POPULATIONS[s],
                        POPULATIONS[t],
                        new FixedTotalNumber(n, true, true),
                        weight(new Normal(w, Math.abs(w) * 0.1)),
                        delayMs(new Redrawn(new Normal(delay, delay / 2), 0.05, Double.POSITIVE_INFINITY)));
            }
            builder = builder.poisson(
                            "background-" + POPULATIONS[t], POPULATIONS[t], EXTERNAL[t] * 8.0 * scale, scaledJ)
                    .recordSpikes(POPULATIONS[t]);
        }
        return builder.simulate(settings);
    }

    private static double synapses(int target, int source) {
        double pairs = (double) SIZES[source] * SIZES[target];
        return Math.round(Math.log1p(-PROBABILITY[target][source]) / Math.log1p(-1 / pairs));
    }
}
