package org.ganglion.distributed.cluster;

import akka.actor.ActorRef;
import akka.actor.Address;
import akka.cluster.sharding.ShardCoordinator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ganglion.distributed.protocol.Word;
import org.ganglion.simulator.plan.Affinity;
import scala.collection.immutable.IndexedSeq;
import scala.concurrent.Future;

/**
 * Which node gets which group: as many as its threads and memory allow, and those together that are wired most densely.
 * Groups move only when a node has too few.
 *
 * <p>All groups that are nowhere are dealt at once ({@link Deal}), and the answers given as sharding asks for them one by
 * one, before it has taken note of the answers before.
 */
final class Placement extends ShardCoordinator.AbstractShardAllocationStrategy {
    private final Affinity affinity;
    private final int groups;
    private final Function<Address, Shares.Offer> offers;
    private final Supplier<List<Word.Silenced>> silenced;
    private final Address self;
    private final Map<Integer, ActorRef> dealt = new HashMap<>(); // not yet asked for
    private final Map<Integer, ActorRef> given = new HashMap<>(); // asked for, and perhaps not yet taken note of
    private Set<ActorRef> among = Set.of();

    /**
     * @param offers what nodes have, by address
     * @param silenced groups that are done without, as far as is known
     * @param self where this is
     */
    Placement(
            Affinity affinity,
            int groups,
            Function<Address, Shares.Offer> offers,
            Supplier<List<Word.Silenced>> silenced,
            Address self) {
        this.affinity = affinity;
        this.groups = groups;
        this.offers = offers;
        this.silenced = silenced;
        this.self = self;
    }

    /** A node, as sharding sees it, and what it has. */
    private record Region(ActorRef ref, List<Integer> held) {}

    @Override
    public Future<ActorRef> allocateShard(ActorRef requester, String shard, Map<ActorRef, IndexedSeq<String>> current) {
        return Future.successful(place(Integer.parseInt(shard), regions(current)));
    }

    private synchronized ActorRef place(int group, List<Region> regions) {
        Set<ActorRef> there = Set.copyOf(regions.stream().map(Region::ref).toList());
        if (!dealt.containsKey(group) || !among.equals(there)) {
            among = there;
            given.remove(group);
            deal(group, regions);
        }
        ActorRef ref = dealt.remove(group);
        if (ref == null) {
            throw new IllegalStateException("group " + group + " is on a node already");
        }
        given.put(group, ref);
        return ref;
    }

    /** Groups that are to be on some node. */
    private Set<Integer> wanted() {
        Set<Integer> wanted = new HashSet<>(IntStream.range(0, groups).boxed().toList());
        silenced.get().forEach(s -> wanted.remove(s.group()));
        return wanted;
    }

    /** @param asked a group that was asked for, and is dealt even if it is done without by now */
    private void deal(int asked, List<Region> regions) {
        Set<Integer> homeless = wanted();
        homeless.add(asked);
        regions.forEach(r -> homeless.removeAll(r.held()));
        given.keySet().retainAll(homeless);
        given.values().retainAll(among);
        homeless.removeAll(given.keySet());
        for (Region region : regions) {
            given.forEach((group, ref) -> {
                if (ref.equals(region.ref())) {
                    region.held().add(group);
                }
            });
        }
        dealt.clear();
        Deal.of(affinity, held(regions), due(regions), homeless)
                .forEach((group, node) -> dealt.put(group, regions.get(node).ref()));
    }

    @Override
    public Future<Set<String>> rebalance(Map<ActorRef, IndexedSeq<String>> current, Set<String> inProgress) {
        List<Region> regions = regions(current);
        boolean settled = inProgress.isEmpty()
                && regions.stream()
                        .flatMap(r -> r.held().stream())
                        .collect(Collectors.toSet())
                        .containsAll(wanted());
        return Future.successful(
                settled
                        ? Deal.surplus(affinity, held(regions), due(regions)).stream()
                                .map(String::valueOf)
                                .collect(Collectors.toSet())
                        : Set.of());
    }

    private int[] due(List<Region> regions) {
        double[] shares = Shares.of(
                wanted().size(),
                regions.stream().map(Region::ref).map(this::offer).toList());
        return Shares.whole(
                shares, regions.stream().mapToInt(r -> r.held().size()).toArray());
    }

    private static List<List<Integer>> held(List<Region> regions) {
        return regions.stream().map(Region::held).toList();
    }

    private Shares.Offer offer(ActorRef region) {
        Address address = region.path().address();
        return offers.apply(address.hasLocalScope() ? self : address);
    }

    /** Nodes and the groups on them; those that are done without may still be there, and are not counted. */
    private List<Region> regions(Map<ActorRef, IndexedSeq<String>> current) {
        Set<Integer> wanted = wanted();
        List<Region> regions = new ArrayList<>();
        current.forEach((ref, shards) -> {
            List<Integer> held = new ArrayList<>();
            shards.foreach(s -> held.add(Integer.valueOf(s)));
            held.retainAll(wanted);
            regions.add(new Region(ref, held));
        });
        regions.sort(Comparator.comparing(r -> r.ref().path().toString()));
        return regions;
    }
}
