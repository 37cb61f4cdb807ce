package org.ganglion.distributed.cluster;

import akka.actor.typed.ActorRefResolver;
import akka.actor.typed.ActorSystem;
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import akka.cluster.UniqueAddress;
import akka.cluster.typed.Cluster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;
import java.util.stream.StreamSupport;
import org.ganglion.distributed.wire.proto.Envelope;

/** The other nodes of the cluster, and the ways to them. Read by any thread, changed by one. */
final class Peers {
    static final String INLET = "inlet";

    private static final Set<MemberStatus> TAKING_PART =
            Set.of(MemberStatus.joining(), MemberStatus.weaklyUp(), MemberStatus.up(), MemberStatus.leaving());

    private final ActorSystem<?> system;
    private final Cluster cluster;
    private final String run;
    private final Executor groups;
    private final IntSupplier round;
    private final Map<String, Outlet> outlets = new ConcurrentHashMap<>();

    /**
     * The other nodes.
     *
     * @param groups what the groups of this node run on
     * @param round groups of this node that share a thread
     */
    Peers(ActorSystem<?> system, String run, Executor groups, IntSupplier round) {
        this.system = system;
        this.groups = groups;
        this.round = round;
        this.cluster = Cluster.get(system);
        this.run = run;
    }

    /** What a node is called here: its address and the number of its actor system. */
    static String key(UniqueAddress address) {
        return address.address() + "#" + address.longUid();
    }

    String self() {
        return key(cluster.selfMember().uniqueAddress());
    }

    private List<Member> members() {
        return StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
                .filter(m -> TAKING_PART.contains(m.status()))
                .toList();
    }

    /** Opens ways to new nodes and closes those to nodes that have gone. */
    void refresh() {
        Set<String> present = new HashSet<>();
        for (Member member : members()) {
            String key = key(member.uniqueAddress());
            present.add(key);
            if (!key.equals(self())) {
                outlets.computeIfAbsent(key, k -> open(member));
            }
        }
        outlets.keySet().retainAll(present);
    }

    private Outlet open(Member member) {
        String path = member.address() + "/user/" + INLET;
        return new Outlet(ActorRefResolver.get(system).<Envelope>resolveActorRef(path), run, self(), groups, round);
    }

    Optional<Outlet> outlet(String key) {
        return Optional.ofNullable(outlets.get(key));
    }

    List<Outlet> all() {
        return new ArrayList<>(outlets.values());
    }

    /** Whether the node at an address has said that it leaves. */
    boolean isLeaving(String address) {
        return members().stream()
                .filter(m -> m.status().equals(MemberStatus.leaving()))
                .anyMatch(m -> m.address().toString().equals(address));
    }

    /** How many nodes are in the cluster for good, this one included. */
    int up() {
        return (int) members().stream()
                .filter(m -> m.status().equals(MemberStatus.up()))
                .count();
    }

    /** The node that has been in the cluster longest; its address names the cluster. */
    Optional<Member> oldest() {
        return members().stream()
                .filter(m -> m.status().equals(MemberStatus.up()))
                .min(Comparator.comparing((Member m) -> m, (a, b) -> a.isOlderThan(b) ? -1 : 1));
    }

    boolean selfIsOldest() {
        return oldest().filter(m -> key(m.uniqueAddress()).equals(self())).isPresent();
    }
}
