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

    private final AtomicReferenceArray<Optional<Resident>> here;
    private final AtomicReferenceArray<List<Outlet>> elsewhere;
    private final AtomicInteger groupsHere = new AtomicInteger();

    Directory(int groups) {
        here = new AtomicReferenceArray<>(groups);
        elsewhere = new AtomicReferenceArray<>(groups);
        for (int g = 0; g < groups; g++) {
            here.set(g, Optional.empty());
            elsewhere.set(g, List.of());
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

    void isElsewhere(int group, List<Outlet> outlets) {
        elsewhere.set(group, List.copyOf(outlets));
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
