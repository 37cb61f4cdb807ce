package org.ganglion.distributed.cluster;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ganglion.distributed.cluster.Shares.Offer;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.simulator.plan.Affinity;
import org.ganglion.simulator.plan.NetworkPlan;
import org.junit.jupiter.api.Test;

/** Which node gets how many groups, and which. */
class DealTest {
    private static final int AREAS = 8;

    /** Eight areas on a ring, each wired the more densely with another the nearer that is. */
    private static final Affinity RING = ring();

    private static Affinity ring() {
        NetworkBuilder network = NetworkBuilder.named("ring");
        for (int a = 0; a < AREAS; a++) {
            network.population("area" + a, 32, "iaf_psc_delta");
        }
        for (int a = 0; a < AREAS; a++) {
            for (int b = 0; b < AREAS; b++) {
                int apart = Math.min(Math.floorMod(a - b, AREAS), Math.floorMod(b - a, AREAS));
                network.project(
                        "area" + a,
                        "area" + b,
                        new FixedIndegree(20 >> apart, true, true),
                        weight(0),
                        delayMs(apart == 0 ? 0.1 : 5 * apart));
            }
        }
        return Affinity.of(NetworkPlan.of(network.simulate(RunSettings.DEFAULT.withDurationMs(1)), AREAS));
    }

    private static List<Set<Integer>> dealt(List<List<Integer>> held, int... shares) {
        List<Integer> homeless =
                new ArrayList<>(IntStream.range(0, AREAS).boxed().toList());
        held.forEach(homeless::removeAll);
        Map<Integer, Integer> nodeOf = Deal.of(RING, held, shares, homeless);
        List<Set<Integer>> nodes = held.stream().<Set<Integer>>map(TreeSet::new).toList();
        nodeOf.forEach((group, node) -> nodes.get(node).add(group));
        return nodes;
    }

    @Test
    void neighboursOnTheRingComeToOneNode() {
        assertEquals(List.of(Set.of(0, 1, 2, 3), Set.of(4, 5, 6, 7)), dealt(List.of(List.of(), List.of()), 4, 4));
    }

    @Test
    void threeNodesGetThreeArcsOfTheRing() {
        List<Set<Integer>> nodes = dealt(List.of(List.of(), List.of(), List.of()), 3, 3, 2);
        assertEquals(List.of(3, 3, 2), nodes.stream().map(Set::size).toList());
        for (Set<Integer> arc : nodes) {
            long ends = arc.stream().filter(a -> !arc.contains((a + 1) % AREAS)).count();
            assertEquals(1, ends, () -> nodes + " are in one piece");
        }
    }

    @Test
    void groupsOfADeadNodeGoToTheirNeighbours() {
        assertEquals(
                List.of(Set.of(0, 1, 2, 3), Set.of(4, 5, 6, 7)), dealt(List.of(List.of(0, 1, 2), List.of(6, 7)), 4, 4));
    }

    @Test
    void whatIsLeftOverGoesToWhoLacksMost() {
        List<Set<Integer>> nodes = dealt(List.of(List.of(0, 1, 2, 3, 4), List.of(5)), 3, 3);
        assertEquals(List.of(5, 3), nodes.stream().map(Set::size).toList());
    }

    @Test
    void sharesFollowThreads() {
        assertArrayEquals(new double[] {2, 6}, Shares.of(8, List.of(new Offer(1, 100), new Offer(3, 100))), 1e-12);
    }

    /** 12 groups on 1 + 1 + 4 threads are 2, 2, 8; the last has room for 3, so that the others get 4.5 each. */
    @Test
    void aNodeWithLittleMemoryGetsNoMoreThanItHasRoomFor() {
        assertArrayEquals(
                new double[] {4.5, 4.5, 3},
                Shares.of(12, List.of(new Offer(1, 100), new Offer(1, 100), new Offer(4, 3))),
                1e-12);
    }

    /** 12 groups on 1 + 2 + 3 threads are 2, 4, 6; without room for 6 the last has 3, and 9 are 3 and 6 for the others; that is too many for the second, too. */
    @Test
    void roomMayRunOutOnOneNodeAfterTheOther() {
        assertArrayEquals(
                new double[] {4, 5, 3},
                Shares.of(12, List.of(new Offer(1, 100), new Offer(2, 5), new Offer(3, 3))),
                1e-12);
    }

    @Test
    void whatFitsNowhereIsDealtByMemory() {
        assertArrayEquals(new double[] {9, 3}, Shares.of(12, List.of(new Offer(1, 3), new Offer(8, 1))), 1e-12);
    }

    @Test
    void sharesAreRoundedToTheSameSum() {
        assertArrayEquals(new int[] {3, 3, 2}, Shares.whole(Shares.of(8, sameOffers(3)), new int[3]));
        assertArrayEquals(new int[] {1, 1, 1, 0, 0}, Shares.whole(Shares.of(3, sameOffers(5)), new int[5]));
        assertArrayEquals(new int[] {2, 6}, Shares.whole(new double[] {2.2, 5.8}, new int[2]));
    }

    @Test
    void theOddGroupsStayWhereTheyAre() {
        assertArrayEquals(
                new int[] {1, 2, 1, 2, 2}, Shares.whole(Shares.of(8, sameOffers(5)), new int[] {0, 2, 1, 2, 2}));
    }

    /** A node that came late gets its share once, from whatever order of nodes; nothing moves a second time. */
    @Test
    void groupsMoveOnceWhenANodeComes() {
        Random random = new Random(1);
        for (int trial = 0; trial < 2000; trial++) {
            int nodes = 2 + random.nextInt(5);
            double[] shares = Shares.of(
                    AREAS,
                    IntStream.range(0, nodes)
                            .mapToObj(n -> new Offer(1 + random.nextInt(4), 1 + random.nextInt(10)))
                            .toList());
            List<List<Integer>> held = IntStream.range(0, nodes)
                    .<List<Integer>>mapToObj(n -> new ArrayList<>())
                    .toList();
            for (int g = 0; g < AREAS; g++) {
                held.get(random.nextInt(nodes)).add(g);
            }
            Set<Integer> surplus = Deal.surplus(RING, held, Shares.whole(shares, sizes(held)));
            held.forEach(h -> h.removeAll(surplus));
            Deal.of(RING, held, Shares.whole(shares, sizes(held)), surplus)
                    .forEach((group, node) -> held.get(node).add(group));
            assertEquals(Set.of(), Deal.surplus(RING, held, Shares.whole(shares, sizes(held))), held::toString);
            for (int n = 0; n < nodes; n++) {
                assertEquals(shares[n], held.get(n).size(), 1, held::toString);
            }
        }
    }

    private static int[] sizes(List<List<Integer>> held) {
        return held.stream().mapToInt(List::size).toArray();
    }

    private static List<Offer> sameOffers(int nodes) {
        return IntStream.range(0, nodes).mapToObj(n -> new Offer(1, 100)).toList();
    }

    @Test
    void aNodeOffersAtLeastAThread() {
        assertThrows(IllegalArgumentException.class, () -> new Offer(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Offer(1, 0));
    }
}
