package org.ganglion.distributed.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ganglion.simulator.plan.Affinity;

/**
 * Deals groups that are nowhere to nodes: each node is filled up to its share, one after the other, with what is wired most
 * densely with what it has. So neighbours stay together, and few links cross.
 */
final class Deal {
    private final Affinity affinity;
    private final List<List<Integer>> held; // [node]
    private final TreeSet<Integer> left = new TreeSet<>();

    private Deal(Affinity affinity, List<List<Integer>> held, Iterable<Integer> homeless) {
        this.affinity = affinity;
        this.held = held.stream().<List<Integer>>map(ArrayList::new).toList();
        homeless.forEach(left::add);
    }

    /**
     * Deals all groups.
     *
     * @param held {@code [node]}: groups that are there already
     * @param shares {@code [node]}: how many it should have, whole numbers; what is left over goes to who lacks most
     * @return node of each homeless group
     */
    static Map<Integer, Integer> of(
            Affinity affinity, List<List<Integer>> held, int[] shares, Iterable<Integer> homeless) {
        return new Deal(affinity, held, homeless).deal(shares);
    }

    /**
     * Groups that nodes have beyond what they should have: those that are wired most loosely there.
     *
     * @param held {@code [node]}: groups that are there
     * @param shares {@code [node]}: how many it should have
     */
    static Set<Integer> surplus(Affinity affinity, List<List<Integer>> held, int[] shares) {
        Set<Integer> surplus = new HashSet<>();
        for (int node = 0; node < shares.length; node++) {
            List<Integer> kept = new ArrayList<>(held.get(node));
            while (kept.size() > shares[node]) {
                Integer loosest = kept.stream()
                        .min(Comparator.comparingDouble(g -> affinity.toSet(g, kept)))
                        .orElseThrow();
                kept.remove(loosest);
                surplus.add(loosest);
            }
        }
        return surplus;
    }

    private Map<Integer, Integer> deal(int[] shares) {
        Map<Integer, Integer> nodeOf = new HashMap<>();
        while (!left.isEmpty()) {
            int node = next(shares);
            do {
                int group = held.get(node).isEmpty() ? seed() : nearest(held.get(node));
                left.remove(group);
                held.get(node).add(group);
                nodeOf.put(group, node);
            } while (!left.isEmpty() && held.get(node).size() < shares[node]);
        }
        return nodeOf;
    }

    /** Whoever lacks something and has begun to be filled; then whoever lacks most. */
    private int next(int[] shares) {
        int best = 0;
        for (int node = 1; node < shares.length; node++) {
            if (lacks(node, shares) > lacks(best, shares)) {
                best = node;
            }
        }
        return best;
    }

    private double lacks(int node, int[] shares) {
        int lack = shares[node] - held.get(node).size();
        return lack > 0 && !held.get(node).isEmpty() ? lack + 1e6 : lack;
    }

    /** The first group of an empty node: one that borders on what others have, so that what is left stays in one piece. */
    private int seed() {
        return nearest(held.stream().flatMap(List::stream).toList());
    }

    private int nearest(List<Integer> set) {
        int best = left.first();
        for (int group : left) {
            if (affinity.toSet(group, set) > affinity.toSet(best, set) + 1e-12) {
                best = group;
            }
        }
        return best;
    }
}
