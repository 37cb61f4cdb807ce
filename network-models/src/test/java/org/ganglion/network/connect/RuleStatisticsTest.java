package org.ganglion.network.connect;

import org.ganglion.network.Statistics;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.Wiring;
import org.junit.jupiter.api.Test;

final class RuleStatisticsTest {
    private static final Pair PAIR = new Pair(300, 20_000, false);
    private static final Pair SQUARE = new Pair(600, 600, true);

    /** Out-degrees, and how often each position of the source list held each source. */
    private static long[] outDegrees(Wiring wiring, Pair pair) {
        long[] counts = new long[pair.sources()];
        int[] out = new int[wiring.maxInDegree()];
        for (int target = 0; target < pair.targets(); target++) {
            wiring.sources(target, out);
            for (int i = 0; i < wiring.inDegree(target); i++) {
                counts[out[i]]++;
            }
        }
        return counts;
    }

    private static long[] inDegreeCounts(Wiring wiring, Pair pair) {
        long[] counts = new long[wiring.maxInDegree() + 1];
        for (int target = 0; target < pair.targets(); target++) {
            counts[wiring.inDegree(target)]++;
        }
        return counts;
    }

    @Test
    void sourcesDrawnWithRepeatsAreUniform() {
        Statistics.assertUniform(
                "fixed_indegree", outDegrees(new FixedIndegree(51, true, true).wire(PAIR, 1, 0), PAIR));
        Statistics.assertUniform(
                "fixed_total_number", outDegrees(new FixedTotalNumber(1_000_000, true, true).wire(PAIR, 1, 0), PAIR));
        Statistics.assertUniform(
                "without autapses", outDegrees(new FixedIndegree(800, false, true).wire(SQUARE, 2, 0), SQUARE));
    }

    @Test
    void pairsOfSuccessiveSourcesAreUniform() {
        Wiring wiring = new FixedIndegree(100, true, true).wire(new Pair(20, 20_000, false), 3, 0);
        long[] within = new long[400];
        long[] between = new long[400];
        int[] out = new int[100];
        int before = 0;
        for (int target = 0; target < 20_000; target++) {
            wiring.sources(target, out);
            for (int i = 1; i < out.length; i++) {
                within[20 * out[i - 1] + out[i]]++;
            }
            between[20 * before + out[0]]++;
            before = out[0];
        }
        Statistics.assertUniform("successive synapses", within);
        Statistics.assertUniform("first synapses of successive targets", between);
    }

    @Test
    void everySetOfDifferentSourcesIsEquallyLikely() {
        // All subsets of two, three and four of six: draws from few, by bits, and by what is left.
        for (int size = 1; size <= 5; size++) {
            Pair pair = new Pair(6, 100_000, false);
            Wiring wiring = new FixedIndegree(size, true, false).wire(pair, 4, size);
            long[] byMask = new long[64];
            int[] out = new int[size];
            for (int target = 0; target < pair.targets(); target++) {
                wiring.sources(target, out);
                int mask = 0;
                for (int source : out) {
                    mask |= 1 << source;
                }
                byMask[mask]++;
            }
            double sets = Math.rint(Math.exp(Statistics.logChoose(6, size)));
            int bits = size;
            Statistics.assertFits(
                    size + " of 6", byMask, mask -> Integer.bitCount(mask) == bits ? pair.targets() / sets : 0);
        }
    }

    @Test
    void pairsAreEquallyLikelyWhenFewOfManyAreDrawn() {
        // 20 of 6400 goes through the hash table; each pair of tenths of the range is equally likely.
        Wiring wiring = new FixedIndegree(20, true, false).wire(new Pair(6400, 20_000, false), 5, 0);
        long[] counts = new long[6400];
        int[] out = new int[20];
        for (int target = 0; target < 20_000; target++) {
            wiring.sources(target, out);
            for (int source : out) {
                counts[source]++;
            }
        }
        // Without repeats the counts are a shade more even than independent draws: 1 - 20 / 6400 in variance.
        Statistics.assertUniform("sparse", counts);
    }

    @Test
    void inDegreesOfATotalNumberAreBinomial() {
        for (long n : new long[] {5_000, 100_000, 2_000_000}) {
            Wiring wiring = new FixedTotalNumber(n, true, true).wire(PAIR, 6, n);
            Statistics.assertFits(
                    n + " synapses",
                    inDegreeCounts(wiring, PAIR),
                    k -> PAIR.targets() * Statistics.binomial(k, n, 1.0 / PAIR.targets()));
        }
    }

    @Test
    void inDegreesOfATotalNumberWithoutRepeatsAreHypergeometric() {
        long n = 2_000_000;
        Wiring wiring = new FixedTotalNumber(n, true, false).wire(PAIR, 7, 0);
        double cells = (double) PAIR.sources() * PAIR.targets();
        Statistics.assertFits(
                "hypergeometric",
                inDegreeCounts(wiring, PAIR),
                k -> PAIR.targets()
                        * Math.exp(Statistics.logChoose(PAIR.sources(), k)
                                + Statistics.logChoose(cells - PAIR.sources(), n - k)
                                - Statistics.logChoose(cells, n)));
    }

    @Test
    void theTreeFavoursNoTarget() {
        // 37 targets do not halve evenly; summed over projections every target must get its share.
        Pair pair = new Pair(100, 37, false);
        for (boolean multapses : new boolean[] {true, false}) {
            double[] sums = new double[37];
            double covariance = 0;
            int projections = 20_000;
            for (int projection = 0; projection < projections; projection++) {
                Wiring wiring = new FixedTotalNumber(370, true, multapses).wire(pair, 8, projection);
                for (int target = 0; target < 37; target++) {
                    sums[target] += wiring.inDegree(target);
                }
                covariance += (wiring.inDegree(0) - 10) * (wiring.inDegree(36) - 10);
            }
            double shrink = multapses ? 1 : (3700.0 - 370) / 3699;
            double variance = 370 * (1 / 37.0) * (36 / 37.0) * shrink;
            for (int target = 0; target < 37; target++) {
                Statistics.assertNear(
                        "target " + target, 10, sums[target] / projections, Math.sqrt(variance / projections));
            }
            // Of a fixed total, in-degrees of two targets have covariance -variance / 36.
            Statistics.assertNear(
                    "covariance", -variance / 36, covariance / projections, variance / Math.sqrt(projections));
        }
    }

    @Test
    void inDegreesAndPairsOfBernoulliAreBinomial() {
        for (double p : new double[] {0.004, 0.1, 0.7}) {
            Wiring wiring = new PairwiseBernoulli(p, true).wire(PAIR, 9, 0);
            Statistics.assertFits(
                    "in-degrees, p " + p,
                    inDegreeCounts(wiring, PAIR),
                    k -> PAIR.targets() * Statistics.binomial(k, PAIR.sources(), p));
            long[] out = outDegrees(wiring, PAIR);
            double squares = 0;
            for (long degree : out) {
                squares += (degree - p * PAIR.targets()) * (degree - p * PAIR.targets());
            }
            double variance = p * (1 - p) * PAIR.targets();
            Statistics.assertNear(
                    "out-degrees, p " + p, 1, squares / out.length / variance, Math.sqrt(2.0 / out.length));
        }
    }

    @Test
    void inDegreesOfAFixedOutdegreeAreBinomial() {
        Pair pair = new Pair(2000, 20_000, false);
        Wiring wiring = new FixedOutdegree(150, true, true).wire(pair, 10, 0);
        Statistics.assertFits(
                "with repeats",
                inDegreeCounts(wiring, pair),
                k -> pair.targets() * Statistics.binomial(k, 2000 * 150, 1.0 / pair.targets()));
        Wiring different = new FixedOutdegree(150, true, false).wire(pair, 11, 0);
        Statistics.assertFits(
                "without repeats",
                inDegreeCounts(different, pair),
                k -> pair.targets() * Statistics.binomial(k, 2000, 150.0 / pair.targets()));
    }
}
