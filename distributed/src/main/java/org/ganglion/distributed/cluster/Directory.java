package org.ganglion.distributed.cluster;

import akka.actor.typed.ActorRef;
import com.google.protobuf.MessageLite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.ganglion.distributed.protocol.GroupMessage;
import org.ganglion.distributed.protocol.GroupReport;
import org.ganglion.distributed.wire.Wire;
import org.ganglion.simulator.link.SpikeBatch;

/**
 * Where each group is, as one node knows it: here, or on other nodes. Groups send through it; any thread may use it. A
 * message to a group of which nothing is known is dropped, because it will be asked for.
 */
final class Directory {
    /** One group that is on this node. */
    record Resident(ActorRef<HostedGroupActor.Command> actor, GroupReport report) {}

    /** A group that asked counts as there for so long, whatever reports tell that were made before. */
    private static final long ASKED_MS = 1000;

    /** Where a group was when it asked another one for spikes. */
    private record Asked(Outlet outlet, long atMs) {}

    private final AtomicReferenceArray<Optional<Resident>> here;
    private final AtomicReferenceArray<List<Outlet>> elsewhere;
    private final AtomicReferenceArray<Optional<Asked>> asked;
    private final AtomicInteger groupsHere = new AtomicInteger();

    Directory(int groups) {
        here = new AtomicReferenceArray<>(groups);
        elsewhere = new AtomicReferenceArray<>(groups);
        asked = new AtomicReferenceArray<>(groups);
        for (int g = 0; g < groups; g++) {
            here.set(g, Optional.empty());
            elsewhere.set(g, List.of());
            asked.set(g, Optional.empty());
        }
    }

    int groups() {
        return here.length();
    }

    /** How many groups are on this node. */
    int groupsHere() {
        return groupsHere.get();
    }

    void isHere(int group, ActorRef<HostedGroupActor.Command> actor, GroupReport report) {
        if (here.getAndSet(group, Optional.of(new Resident(actor, report))).isEmpty()) {
            groupsHere.incrementAndGet();
        }
    }

    /** A group's actor has gone; nothing happens if another one has taken its place. */
    void hasGone(int group, ActorRef<HostedGroupActor.Command> actor) {
        Optional<Resident> before = here.getAndUpdate(
                group, r -> r.filter(resident -> !resident.actor().equals(actor)));
        if (before.isPresent() && before.get().actor().equals(actor)) {
            groupsHere.decrementAndGet();
        }
    }

    void isElsewhere(int group, List<Outlet> outlets, long nowMs) {
        elsewhere.set(
                group,
                asked.get(group)
                        .filter(a -> nowMs - a.atMs() < ASKED_MS)
                        .map(a -> with(outlets, a.outlet()))
                        .orElse(List.copyOf(outlets)));
    }

    /** A group on another node asks for spikes: that is where they go, though no report has told yet that it is there. */
    void asks(int group, Outlet outlet, long nowMs) {
        if (group >= 0 && group < asked.length()) {
            asked.set(group, Optional.of(new Asked(outlet, nowMs)));
            elsewhere.updateAndGet(group, outlets -> with(outlets, outlet));
        }
    }

    private static List<Outlet> with(List<Outlet> outlets, Outlet one) {
        return outlets.contains(one)
                ? List.copyOf(outlets)
                : Stream.concat(outlets.stream(), Stream.of(one)).toList();
    }

    List<Resident> residents() {
        List<Resident> residents = new ArrayList<>();
        for (int g = 0; g < here.length(); g++) {
            here.get(g).ifPresent(residents::add);
        }
        return residents;
    }

    /**
     * Takes spikes to all who read them: to each other node once.
     *
     * @param revision changes of stimuli that the sender knows
     */
    void publish(SpikeBatch batch, int[] readers, int revision) {
        Map<Outlet, List<Integer>> away = Map.of();
        for (int reader : readers) {
            Optional<Resident> resident = here.get(reader);
            if (resident.isPresent()) {
                GroupMessage spikes = new GroupMessage.Spikes(reader, revision, batch);
                resident.get().actor().tell(new HostedGroupActor.Take(spikes));
            }
            for (Outlet outlet : elsewhere.get(reader)) {
                away = away.isEmpty() ? new HashMap<>() : away;
                away.computeIfAbsent(outlet, o -> new ArrayList<>()).add(reader);
            }
        }
        away.forEach(
                (outlet, there) -> Wire.pieces(batch).forEach(piece -> outlet.add(Wire.of(piece, there, revision))));
    }

    void send(GroupMessage message) {
        Optional<Resident> resident = here.get(message.to());
        if (resident.isPresent()) {
            resident.get().actor().tell(new HostedGroupActor.Take(message));
        }
        List<Outlet> outlets = elsewhere.get(message.to());
        if (!outlets.isEmpty()) {
            List<MessageLite> pieces = Wire.of(message);
            outlets.forEach(outlet -> pieces.forEach(outlet::add));
        }
    }

    /** Takes a message that came from another node to a group on this one. */
    void deliver(GroupMessage message) {
        if (message.to() >= 0 && message.to() < here.length()) {
            here.get(message.to()).ifPresent(r -> r.actor().tell(new HostedGroupActor.Take(message)));
        }
    }
}
