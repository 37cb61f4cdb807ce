package org.ganglion.simulator;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;

import java.util.function.DoubleUnaryOperator;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.connect.FixedOutdegree;
import org.ganglion.network.connect.PairwiseBernoulli;
import org.ganglion.network.connect.PairwisePoisson;
import org.ganglion.network.connect.SymmetricPairwiseBernoulli;
import org.ganglion.network.random.Normal;
import org.ganglion.network.space.ExponentialKernel;
import org.ganglion.network.space.GaussianKernel;
import org.ganglion.network.space.GridPositions;
import org.ganglion.network.space.Mask;
import org.ganglion.network.space.RandomPositions;
import org.ganglion.network.spec.Formula;
import org.ganglion.network.wiring.SynapseList;

/** A sheet of neurons with every rule that depends on space, and a list of synapses, for tests. */
public final class SpatialCircuit {
    private SpatialCircuit() {}

    /** A function of distance by itself. */
    public record OfDistance(String text, DoubleUnaryOperator value) implements Formula {
        @Override
        public String variable() {
            return "distance";
        }

        @Override
        public double at(double distance) {
            return value.applyAsDouble(distance);
        }
    }

    /** Weights and delays by distance, some of both signs, some listed; delays from 1 to some 30 steps. */
    public static Experiment of(RunSettings settings) {
        OfDistance falling = new OfDistance("falling", d -> 40 * StrictMath.exp(-d / 0.2));
        OfDistance hat = new OfDistance("hat", d -> 30 - 120 * d);
        OfDistance slow = new OfDistance("slow", d -> 0.3 + 4 * d);
        return NetworkBuilder.named("spatial")
                .population("E", 400, "iaf_psc_exp", p -> p.at(
                                GridPositions.of(20, 20).wrapped())
                        .startAt("V_m", new Normal(-60, 5)))
                .population("I", 130, "iaf_psc_exp", p -> p.at(
                                RandomPositions.in(1, 1).wrapped())
                        .set("tau_syn_in", 5)
                        .startAt("V_m", new Normal(-60, 5)))
                .population("D", 70, "iaf_psc_delta")
                .project(
                        "E",
                        "E",
                        new PairwiseBernoulli(0.3, false).with(new GaussianKernel(0.5, 0, 0.1), Mask.circle(0.3)),
                        weight(falling),
                        delayMs(slow))
                .project(
                        "E",
                        "I",
                        new FixedIndegree(30, true, true).within(Mask.circle(0.3)),
                        weight(hat),
                        delayMs(slow))
                .project(
                        "I",
                        "E",
                        new PairwisePoisson(1, true).with(new ExponentialKernel(0.5, 0.2), Mask.EVERYWHERE),
                        weight(new Normal(-30, 3)),
                        delayMs(slow))
                .project(
                        "I",
                        "I",
                        new FixedOutdegree(10, true, false).within(Mask.annulus(0.1, 0.4)),
                        weight(-20),
                        delayMs(0.5))
                .project("D", "D", new SymmetricPairwiseBernoulli(0.1), weight(0.2), delayMs(1))
                .project("E", "D", list(400, 70, settings.seed()))
                .poisson("noise", "E", 8000, 40)
                .poisson("noise-I", "I", 8000, 35)
                .poisson("noise-D", "D", 6000, 0.2)
                .recordSpikes("E")
                .recordSpikes("I")
                .recordSpikes("D")
                .simulate(settings);
    }

    /** Some synapses with weights of either sign and delays off the grid of steps. */
    private static SynapseList list(int sources, int targets, long seed) {
        int n = 900;
        int[] from = new int[n];
        int[] to = new int[n];
        double[] weights = new double[n];
        double[] delaysMs = new double[n];
        for (int i = 0; i < n; i++) {
            from[i] = (int) ((i * 7919L + seed) % sources);
            to[i] = (int) (i * 104729L % targets);
            weights[i] = 0.5 * StrictMath.sin(i);
            delaysMs[i] = 0.2 + i % 37 * 0.033;
        }
        return SynapseList.of(from, to, weights, delaysMs);
    }
}
