package org.ganglion.distributed.cluster;

import akka.actor.ActorRef;
import akka.actor.Address;
import akka.cluster.Cluster;
import akka.cluster.sharding.ShardCoordinator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.ganglion.simulator.plan.Affinity;
import scala.concurrent.Future;

/**
 * Which node gets which group: as many as its threads allow, and those together that are wired most densely. Groups move
 * only when a node has clearly too few.
 */
final class Placement extends ShardCoordinator.AbstractShardAllocationStrategy {
    private final Affinity affinity;
    private final int groups;
    private final ToDoubleFunction<Address> weights;
    private final Cluster cluster;

    /** @param weights of nodes: their threads */
    Placement(Affinity affinity, int groups, ToDoubleFunction<Address> weights, Cluster cluster) {
        this.affinity = affinity;
        this.groups = groups;
        this.weights = weights;
        this.cluster = cluster;
    }

    @Override
    public Future<ActorRef> allocateShard(
            ActorRef requester, String shard, Map<ActorRef, scala.collection.immutable.IndexedSeq<String>> current) {
        Map<ActorRef, List<Integer>> held = held(current);
        int group = Integer.parseInt(shard);
        double all = held.keySet().stream().mapToDouble(this::weight).sum();
        ActorRef best = requester;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (Map.Entry<ActorRef, List<Integer>> region : sorted(held)) {
            double share = groups * weight(region.getKey()) / all;
            double score = score(group, region.getValue(), share);
            if (score > bestScore) {
                bestScore = score;
                best = region.getKey();
            }
        }
        return Future.successful(best);
    }

    /** A node with less than its share comes first, as rebalancing expects; then the densest wiring, then the emptier node. */
    private double score(int group, List<Integer> held, double share) {
        int room = held.size() + 1 <= share + 1e-9 ? 2 : held.size() + 1 <= Math.ceil(share - 1e-9) ? 1 : 0;
        return 4 * room + affinity.toSet(group, held) - 0.1 * held.size() / share;
    }

    @Override
    public Future<Set<String>> rebalance(
            Map<ActorRef, scala.collection.immutable.IndexedSeq<String>> current, Set<String> inProgress) {
        Map<ActorRef, List<Integer>> held = held(current);
        Set<String> moves = new HashSet<>();
        double all = held.keySet().stream().mapToDouble(this::weight).sum();
        double wanted = 0;
        for (Map.Entry<ActorRef, List<Integer>> region : held.entrySet()) {
            double share = groups * weight(region.getKey()) / all;
            wanted += Math.max(0, Math.floor(share - region.getValue().size() + 1e-9));
        }
        boolean settled = inProgress.isEmpty()
                && held.values().stream().mapToInt(List::size).sum() == groups;
        while (settled && moves.size() < wanted) {
            List<Integer> fullest = sorted(held).stream()
                    .max(Comparator.comparingDouble(r -> r.getValue().size() - groups * weight(r.getKey()) / all))
                    .orElseThrow()
                    .getValue();
            Integer loosest = fullest.stream()
                    .min(Comparator.comparingDouble(g -> affinity.toSet(g, fullest)))
                    .orElseThrow();
            fullest.remove(loosest);
            moves.add(loosest.toString());
        }
        return Future.successful(moves);
    }

    private static Map<ActorRef, List<Integer>> held(
            Map<ActorRef, scala.collection.immutable.IndexedSeq<String>> current) {
        Map<ActorRef, List<Integer>> held = new HashMap<>();
        current.forEach((region, shards) -> {
            List<Integer> list = new ArrayList<>();
            shards.foreach(s -> list.add(Integer.valueOf(s)));
            held.put(region, list);
        });
        return held;
    }

    private static List<Map.Entry<ActorRef, List<Integer>>> sorted(Map<ActorRef, List<Integer>> held) {
        return held.entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey().path().toString()))
                .toList();
    }

    private double weight(ActorRef region) {
        Address address = region.path().address();
        return weights.applyAsDouble(address.hasLocalScope() ? cluster.selfAddress() : address);
    }
}
