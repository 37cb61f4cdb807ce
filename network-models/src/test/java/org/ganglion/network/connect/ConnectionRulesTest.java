package org.ganglion.network.connect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ganglion.network.space.Points;
import org.ganglion.network.spec.Values;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.Partners;
import org.ganglion.network.wiring.PartnersVector;
import org.ganglion.network.wiring.Wiring;
import org.junit.jupiter.api.Test;

final class ConnectionRulesTest {

    private static int[] sources(Wiring wiring, int target) {
        int[] out = new int[wiring.inDegree(target)];
        wiring.sources(target, out);
        return out;
    }

    private static int[][] all(Wiring wiring, Pair pair) {
        return IntStream.range(0, pair.targets())
                .mapToObj(t -> sources(wiring, t))
                .toArray(int[][]::new);
    }

    private static boolean possible(ConnectionRule rule, Pair pair) {
        List<String> problems = new ArrayList<>();
        rule.check(pair, (name, message) -> problems.add(name + ": " + message));
        return problems.isEmpty();
    }

    private static ConnectionRule rule(int kind, int number, boolean autapses, boolean multapses) {
        return switch (kind) {
            case 0 -> new AllToAll(autapses);
            case 1 -> new OneToOne();
            case 2 -> new FixedIndegree(number, autapses, multapses);
            case 3 -> new FixedOutdegree(number, autapses, multapses);
            case 4 -> new FixedTotalNumber(number * 17L, autapses, multapses);
            case 5 -> new PairwiseBernoulli(Math.min(1, number / 40.0), autapses);
            case 6 -> new PairwisePoisson(number / 20.0, autapses);
            default -> new SymmetricPairwiseBernoulli(Math.min(1, number / 40.0));
        };
    }

    private static boolean repeats(ConnectionRule rule) {
        return switch (rule) {
            case FixedIndegree r -> r.multapses();
            case FixedOutdegree r -> r.multapses();
            case FixedTotalNumber r -> r.multapses();
            case PairwisePoisson r -> true;
            default -> false;
        };
    }

    @Property(tries = 2000)
    void everyRuleKeepsItsPromises(
            @ForAll @IntRange(min = 0, max = 7) int kind,
            @ForAll @IntRange(min = 0, max = 60) int number,
            @ForAll boolean autapses,
            @ForAll boolean multapses,
            @ForAll @IntRange(min = 1, max = 70) int sources,
            @ForAll @IntRange(min = 1, max = 70) int others,
            @ForAll boolean same,
            @ForAll long seed) {
        Pair pair = new Pair(sources, same || kind == 1 ? sources : others, same, Points.NONE, Points.NONE, 7);
        ConnectionRule rule = rule(kind, number, autapses, multapses);
        if (!possible(rule, pair)) {
            return;
        }
        Wiring wiring = rule.wire(pair, seed, 3);
        int[][] drawn = all(wiring, pair);
        int[] outDegrees = new int[sources];
        long total = 0;
        int largest = 0;
        for (int target = 0; target < drawn.length; target++) {
            Set<Integer> different = new HashSet<>();
            for (int source : drawn[target]) {
                assertTrue(source >= 0 && source < sources, "source " + source);
                assertFalse(same && (!autapses || kind == 7) && kind != 1 && source == target, "autapse");
                assertTrue(different.add(source) || repeats(rule), "multapse");
                outDegrees[source]++;
            }
            total += drawn[target].length;
            largest = Math.max(largest, drawn[target].length);
        }
        assertEquals(total, wiring.synapses());
        assertEquals(largest, wiring.maxInDegree());
        assertDegrees(rule, pair, drawn, outDegrees, total);
        assertArrayEquals(drawn, all(rule.wire(pair, seed, 3), pair), "asked again");
    }

    private static void assertDegrees(ConnectionRule rule, Pair pair, int[][] drawn, int[] outDegrees, long total) {
        double p =
                switch (rule) {
                    case PairwiseBernoulli b -> b.kernel().at(0);
                    case SymmetricPairwiseBernoulli b -> b.p();
                    case PairwisePoisson b -> b.kernel().at(0) > 0 ? 0.5 : 0;
                    default -> 1;
                };
        boolean exact = p == 0 || p == 1;
        if (exact) {
            assertEquals(rule.expectedSynapses(pair), total);
        }
        if (rule instanceof FixedIndegree r) {
            assertTrue(Arrays.stream(drawn).allMatch(d -> d.length == r.indegree()));
        }
        if (rule instanceof FixedOutdegree r) {
            assertTrue(Arrays.stream(outDegrees).allMatch(d -> d == r.outdegree()));
        }
    }

    @Test
    void manyThreadsGetTheSameAnswersAsOne() {
        Pair pair = new Pair(500, 400, false);
        for (int kind = 0; kind < 7; kind++) {
            if (kind == 1) {
                continue;
            }
            Wiring wiring = rule(kind, 30, true, kind == 2).wire(pair, 5, 1);
            int[][] alone = all(wiring, pair);
            IntStream.range(0, 4 * pair.targets())
                    .parallel()
                    .map(i -> i % pair.targets())
                    .forEach(t -> assertArrayEquals(alone[t], sources(wiring, t)));
        }
    }

    @Test
    void otherSeedsAndProjectionsDrawOtherSynapses() {
        Pair pair = new Pair(500, 400, false);
        for (int kind = 2; kind < 7; kind++) {
            for (boolean multapses : new boolean[] {true, false}) {
                ConnectionRule rule = rule(kind, 30, true, multapses);
                int[][] first = all(rule.wire(pair, 5, 1), pair);
                assertFalse(Arrays.deepEquals(first, all(rule.wire(pair, 6, 1), pair)), rule + ", seed");
                assertFalse(Arrays.deepEquals(first, all(rule.wire(pair, 5, 2), pair)), rule + ", projection");
            }
        }
    }

    @Test
    void vectorAndPlainLoopDrawTheSamePartners() {
        for (int count = 0; count <= 69; count++) {
            for (int candidates : new int[] {1, 2, 1000, 20_000, Integer.MAX_VALUE - 1}) {
                for (int leftOut : new int[] {0, candidates / 2, candidates, Partners.NOBODY}) {
                    int[] plain = new int[count + 3];
                    int[] vector = new int[count + 3];
                    Partners.repeating(99 + 2 * count, 1 << count, count, candidates, leftOut, plain);
                    PartnersVector.repeating(99 + 2 * count, 1 << count, count, candidates, leftOut, vector);
                    assertArrayEquals(plain, vector, count + " of " + candidates + " without " + leftOut);
                }
            }
        }
    }

    @Test
    void differentPartnersAreFoundByEachMethod() {
        // Few of many (hash table), some (bits), more than half, all.
        for (int[] c :
                new int[][] {{3, 1 << 20}, {1, 1000}, {100, 2_000_000_000}, {100, 250}, {200, 250}, {250, 250}}) {
            for (int neuron = 0; neuron < 50; neuron++) {
                int[] out = new int[c[0]];
                Partners.different(12345677, neuron, c[0], c[1], neuron, out);
                assertEquals(c[0], Arrays.stream(out).distinct().count(), "repeats");
                assertTrue(Arrays.stream(out).allMatch(s -> s >= 0 && s <= c[1]), "range");
                int self = neuron;
                assertTrue(Arrays.stream(out).noneMatch(s -> s == self), "self");
            }
        }
    }

    @Test
    void rulesAreMadeByNameWithDefaultsAndGiveTheirValuesBack() {
        Map<String, Map<String, Double>> given = Map.of(
                "all_to_all", Map.of(),
                "one_to_one", Map.of(),
                "fixed_indegree", Map.of("indegree", 7.0),
                "fixed_outdegree", Map.of("outdegree", 8.0, "allow_multapses", 0.0),
                "fixed_total_number", Map.of("N", 3e9, "allow_autapses", 0.0),
                "pairwise_bernoulli", Map.of("p", 0.25),
                "pairwise_poisson", Map.of("pairwise_avg_num_conns", 1.25),
                "symmetric_pairwise_bernoulli", Map.of("p", 0.25));
        assertEquals(given.keySet(), Set.copyOf(ConnectionRules.CATALOG.names()));
        given.forEach((name, numbers) -> {
            var entry = ConnectionRules.CATALOG.find(name).orElseThrow();
            Values values = Values.of(entry.description(), numbers);
            ConnectionRule rule = entry.maker().apply(values);
            assertEquals(name, rule.name());
            assertEquals(values.byName(), rule.values());
        });
    }
}
