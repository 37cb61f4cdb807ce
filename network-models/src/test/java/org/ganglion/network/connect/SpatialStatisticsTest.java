package org.ganglion.network.connect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.ganglion.network.Statistics;
import org.ganglion.network.space.ExponentialKernel;
import org.ganglion.network.space.GaussianKernel;
import org.ganglion.network.space.GridPositions;
import org.ganglion.network.space.LinearKernel;
import org.ganglion.network.space.Mask;
import org.ganglion.network.space.Points;
import org.ganglion.network.space.RandomPositions;
import org.ganglion.network.spec.Formula;
import org.ganglion.network.wiring.ImpossibleWiring;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.Wiring;
import org.junit.jupiter.api.Test;

/** Rules that depend on space: who connects how often at which distance, against the kernel. */
final class SpatialStatisticsTest {
    private static final int BINS = 40;

    private static final Points SOURCES = RandomPositions.in(1, 1).wrapped().points(1500, 11, 0);
    private static final Points TARGETS = RandomPositions.in(1, 1).wrapped().points(2000, 11, 1);
    private static final Pair TORUS = new Pair(SOURCES, TARGETS, false);

    private record Expression(DoubleUnaryOperator value) implements Formula {
        @Override
        public String variable() {
            return "distance";
        }

        @Override
        public String text() {
            return "";
        }

        @Override
        public double at(double distance) {
            return value.applyAsDouble(distance);
        }
    }

    private static int[] sources(Wiring wiring, int target) {
        int[] out = new int[wiring.inDegree(target)];
        wiring.sources(target, out);
        return out;
    }

    /** Synapses by distance against the sum of the kernel over all pairs that the mask holds. */
    private static void assertFollows(
            String what, Wiring wiring, Pair pair, DoubleUnaryOperator kernel, double longest) {
        long[] counts = new long[BINS];
        double[] expected = new double[BINS];
        for (int target = 0; target < pair.targets(); target++) {
            for (int source : sources(wiring, target)) {
                counts[(int) (pair.distance(source, target) / longest * BINS)]++;
            }
            for (int source = 0; source < pair.sources(); source++) {
                double distance = pair.distance(source, target);
                if (distance < longest) {
                    expected[(int) (distance / longest * BINS)] += kernel.applyAsDouble(distance);
                }
            }
        }
        Statistics.assertFits(what, counts, bin -> expected[bin]);
    }

    @Test
    void probabilitiesFollowTheKernel() {
        for (Formula kernel : List.<Formula>of(
                new ExponentialKernel(0.05, 0.1),
                new GaussianKernel(0.06, 0, 0.12),
                new GaussianKernel(0.05, 0.3, 0.04),
                new LinearKernel(0.05, -0.15),
                new Expression(d -> 0.02 * d * d + 0.01))) {
            Wiring wiring = new PairwiseBernoulli(0.5, true)
                    .with(kernel, Mask.EVERYWHERE)
                    .wire(TORUS, 1, 0);
            assertFollows(kernel.toString(), wiring, TORUS, kernel::at, 0.7072);
            Wiring masked = new PairwiseBernoulli(0.5, true)
                    .with(kernel, Mask.circle(0.25))
                    .wire(TORUS, 2, 0);
            assertFollows(kernel + " in a circle", masked, TORUS, d -> d <= 0.25 ? kernel.at(d) : 0, 0.7072);
        }
    }

    @Test
    void inDegreesOfAConstantProbabilityInACircleAreBinomial() {
        Points grid = GridPositions.of(70, 70).extent(7, 7).wrapped().points(4900, 1, 0);
        Pair pair = new Pair(grid, grid, true);
        // 49 points of a square lattice within 4 steps (OEIS A000328), less the neuron itself.
        Wiring wiring =
                new PairwiseBernoulli(0.3, false).within(Mask.circle(0.4)).wire(pair, 3, 0);
        long[] counts = new long[49];
        long[] outDegrees = new long[4900];
        for (int target = 0; target < 4900; target++) {
            counts[wiring.inDegree(target)]++;
            for (int source : sources(wiring, target)) {
                outDegrees[source]++;
            }
        }
        Statistics.assertFits("in-degrees", counts, k -> 4900 * Statistics.binomial(k, 48, 0.3));
        long[] ofOut = new long[49];
        Arrays.stream(outDegrees).forEach(d -> ofOut[(int) d]++);
        Statistics.assertFits("out-degrees", ofOut, k -> 4900 * Statistics.binomial(k, 48, 0.3));
    }

    @Test
    void numbersOfSynapsesOfPairsArePoissonWithTheKernelAsMean() {
        GaussianKernel kernel = new GaussianKernel(1.5, 0, 0.1);
        Wiring wiring =
                new PairwisePoisson(1, true).with(kernel, Mask.EVERYWHERE).wire(TORUS, 4, 0);
        assertFollows("by distance", wiring, TORUS, kernel::at, 0.7072);
        long[] times = new long[12];
        double[] expected = new double[12];
        for (int target = 0; target < TORUS.targets(); target++) {
            int[] count = new int[TORUS.sources()];
            for (int source : sources(wiring, target)) {
                count[source]++;
            }
            for (int source = 0; source < count.length; source++) {
                times[Math.min(11, count[source])]++;
                double mean = kernel.at(TORUS.distance(source, target));
                double probability = Math.exp(-mean);
                for (int k = 0; k < 12; k++) {
                    expected[k] += probability;
                    probability *= mean / (k + 1);
                }
            }
        }
        Statistics.assertFits("times", times, k -> expected[k]);
    }

    @Test
    void sourcesAreChosenInProportionToTheKernel() {
        // One target, many projections: each source is drawn with its share of the sum of the kernel.
        Points one = RandomPositions.in(1, 1).points(1, 5, 9);
        Points many = RandomPositions.in(1, 1).points(60, 5, 8);
        Pair pair = new Pair(many, one, false);
        ExponentialKernel kernel = new ExponentialKernel(0.2);
        double all = IntStream.range(0, 60)
                .mapToDouble(s -> kernel.at(pair.distance(s, 0)))
                .sum();
        FixedIndegree rule = new FixedIndegree(10, true, true).with(kernel, Mask.EVERYWHERE);
        long[] counts = new long[60];
        for (int projection = 0; projection < 5000; projection++) {
            for (int source : sources(rule.wire(pair, 6, projection), 0)) {
                counts[source]++;
            }
        }
        Statistics.assertFits("sources", counts, s -> 50_000 * kernel.at(pair.distance(s, 0)) / all);
    }

    /** Two of four, one after another: the probability of each set is the sum over both orders. */
    @Test
    void differentSourcesAreChosenOneAfterAnother() {
        double[] x = {0, 0.1, 0.3, 0.6};
        Points many =
                org.ganglion.network.space.ListedPositions.of(x, new double[4]).points(4, 1, 0);
        Points one = org.ganglion.network.space.ListedPositions.of(new double[1], new double[1])
                .points(1, 1, 1);
        Pair pair = new Pair(many, one, false);
        ExponentialKernel kernel = new ExponentialKernel(0.3);
        double[] weights = Arrays.stream(x).map(kernel::at).toArray();
        double all = Arrays.stream(weights).sum();
        FixedIndegree rule = new FixedIndegree(2, true, false).with(kernel, Mask.EVERYWHERE);
        long[] counts = new long[16];
        double[] expected = new double[16];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                expected[1 << i | 1 << j] += i == j ? 0 : 40_000 * weights[i] / all * weights[j] / (all - weights[i]);
            }
        }
        for (int projection = 0; projection < 40_000; projection++) {
            int[] drawn = sources(rule.wire(pair, 7, projection), 0);
            counts[1 << drawn[0] | 1 << drawn[1]]++;
        }
        Statistics.assertFits("sets", counts, set -> expected[set]);
    }

    /** Half of the sources are possible, down to the smallest weights that can be drawn in proportion to. */
    @Test
    void sourcesOfNoWeightAreNotAmongDifferentOnes() {
        Points many = GridPositions.of(20, 1).extent(20, 1).points(20, 1, 0);
        Points one = RandomPositions.in(1, 1).points(1, 5, 9);
        Pair pair = new Pair(many, one, false);
        double middle = IntStream.range(0, 20)
                .mapToDouble(s -> pair.distance(s, 0))
                .sorted()
                .skip(10)
                .findFirst()
                .orElseThrow();
        FixedIndegree ten = new FixedIndegree(10, true, false);
        FixedIndegree eleven = new FixedIndegree(11, true, false);
        for (double weight : new double[] {1, 1e-306}) {
            for (double none : new double[] {0, Double.MIN_VALUE, 1e-309}) {
                Formula kernel = new Expression(distance -> distance < middle ? weight : none);
                for (int projection = 0; projection < 20; projection++) {
                    for (int source : sources(ten.with(kernel, Mask.EVERYWHERE).wire(pair, 6, projection), 0)) {
                        assertTrue(pair.distance(source, 0) < middle, source + " with " + weight + " and " + none);
                    }
                }
                ImpossibleWiring thrown =
                        assertThrows(ImpossibleWiring.class, () -> eleven.with(kernel, Mask.EVERYWHERE)
                                .wire(pair, 6, 0));
                assertTrue(thrown.reason().contains(" has only 10 within reach; "), thrown.reason());
            }
        }
    }

    @Test
    void targetsOfAFixedOutdegreeLieInTheMaskAroundTheSource() {
        Mask right = Mask.box(0.05, -0.1, 0.3, 0.1);
        Wiring wiring = new FixedOutdegree(12, true, true).within(right).wire(TORUS, 8, 0);
        long[] outDegrees = new long[TORUS.sources()];
        long[] across = new long[25];
        for (int target = 0; target < TORUS.targets(); target++) {
            for (int source : sources(wiring, target)) {
                outDegrees[source]++;
                double dx = TARGETS.at(0, target) - SOURCES.at(0, source);
                double dy = TARGETS.at(1, target) - SOURCES.at(1, source);
                dx -= Math.floor(dx);
                dy -= Math.rint(dy);
                assertTrue(dx >= 0.05 && dx <= 0.3 && Math.abs(dy) <= 0.1, dx + ", " + dy);
                across[(int) ((dx - 0.05) * 100)]++;
            }
        }
        assertTrue(Arrays.stream(outDegrees).allMatch(d -> d == 12));
        double[] expected = new double[25];
        for (int source = 0; source < TORUS.sources(); source++) {
            int inside = 0;
            int[] bins = new int[25];
            for (int target = 0; target < TORUS.targets(); target++) {
                double dx = TARGETS.at(0, target) - SOURCES.at(0, source);
                double dy = TARGETS.at(1, target) - SOURCES.at(1, source);
                dx -= Math.floor(dx);
                dy -= Math.rint(dy);
                if (dx >= 0.05 && dx <= 0.3 && Math.abs(dy) <= 0.1) {
                    inside++;
                    bins[(int) ((dx - 0.05) * 100)]++;
                }
            }
            for (int b = 0; b < 25; b++) {
                expected[b] += 12.0 * bins[b] / inside;
            }
        }
        Statistics.assertFits("across the box", across, b -> expected[b]);
    }

    /** Where the mask is not symmetric: around the source for throws on pairs, around the target for in-degrees. */
    @Test
    void masksLieAroundTheNeuronThatChooses() {
        Points grid = GridPositions.of(20, 20).extent(20, 20).points(400, 1, 0);
        Pair pair = new Pair(grid, grid, true);
        Mask oneToTheRight = Mask.box(0.5, -0.5, 1.5, 0.5);
        Wiring throwing = new PairwiseBernoulli(1, true).within(oneToTheRight).wire(pair, 1, 0);
        Wiring choosing = new FixedIndegree(1, true, true)
                .within(Mask.box(-1.5, -0.5, -0.5, 0.5))
                .wire(
                        new Pair(
                                grid,
                                GridPositions.of(19, 20)
                                        .extent(19, 20)
                                        .center(0.5, 0)
                                        .points(380, 1, 0),
                                false),
                        1,
                        0);
        // Numbers run down the columns, so that the neighbour on the left is 20 before.
        for (int target = 20; target < 400; target++) {
            assertArrayEquals(new int[] {target - 20}, sources(throwing, target));
            assertArrayEquals(new int[] {target - 20}, sources(choosing, target - 20));
        }
        assertEquals(0, throwing.inDegree(5));
    }

    @Test
    void pairsOfASymmetricRuleAreConnectedBothWaysAndAsOftenAsTheyShould() {
        Wiring within = new SymmetricPairwiseBernoulli(0.1).wire(new Pair(2000, 2000, true), 9, 0);
        boolean[][] there = new boolean[2000][2000];
        long[] degrees = new long[2000];
        for (int target = 0; target < 2000; target++) {
            for (int source : sources(within, target)) {
                assertTrue(!there[source][target], "multapse");
                there[source][target] = true;
            }
            degrees[within.inDegree(target)]++;
        }
        for (int i = 0; i < 2000; i++) {
            for (int j = 0; j <= i; j++) {
                assertTrue(there[i][j] == there[j][i] && !(i == j && there[i][j]), i + ", " + j);
            }
        }
        Statistics.assertFits("degrees", degrees, k -> 2000 * Statistics.binomial(k, 1999, 0.1));
    }

    @Test
    void projectionsThereAndBackOfASymmetricRuleMirrorEachOther() {
        Pair there = new Pair(300, 5000, false, Points.NONE, Points.NONE, 7);
        Pair back = new Pair(5000, 300, false, Points.NONE, Points.NONE, 4);
        SymmetricPairwiseBernoulli rule = new SymmetricPairwiseBernoulli(0.02);
        Wiring forth = rule.wire(there, 10, 4);
        Wiring home = rule.wire(back, 10, 7);
        boolean[][] connected = new boolean[300][5000];
        long[] degrees = new long[60];
        for (int target = 0; target < 5000; target++) {
            for (int source : sources(forth, target)) {
                connected[source][target] = true;
            }
            degrees[forth.inDegree(target)]++;
        }
        long synapses = 0;
        for (int target = 0; target < 300; target++) {
            for (int source : sources(home, target)) {
                assertTrue(connected[target][source]);
                synapses++;
            }
        }
        assertEquals(forth.synapses(), synapses);
        Statistics.assertFits("in-degrees", degrees, k -> 5000 * Statistics.binomial(k, 300, 0.02));
    }

    @Test
    void inDegreesOfPairwisePoissonArePoissonAndSourcesUniform() {
        for (double mean : new double[] {0.01, 0.2, 3}) {
            Pair pair = new Pair(200, 20_000, false);
            Wiring wiring = new PairwisePoisson(mean, true).wire(pair, 12, 0);
            double all = 200 * mean;
            long[] degrees = new long[wiring.maxInDegree() + 1];
            long[] outDegrees = new long[200];
            for (int target = 0; target < 20_000; target++) {
                degrees[wiring.inDegree(target)]++;
                for (int source : sources(wiring, target)) {
                    outDegrees[source]++;
                }
            }
            Statistics.assertFits(
                    "mean " + mean,
                    degrees,
                    k -> 20_000 * Math.exp(k * Math.log(all) - all - Statistics.logGamma(k + 1.0)));
            Statistics.assertUniform("sources, mean " + mean, outDegrees);
        }
    }
}
