package org.ganglion.distributed.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.distributed.checkpoint.PartName;
import org.ganglion.distributed.protocol.GroupHost;
import org.ganglion.distributed.protocol.GroupMessage;
import org.ganglion.distributed.protocol.GroupReport;
import org.ganglion.distributed.protocol.HostedGroup;
import org.ganglion.distributed.protocol.Restoring;
import org.ganglion.distributed.protocol.Word;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.group.NeuronGroup;
import org.ganglion.simulator.link.SpikeBatch;

/** One incarnation of a group on a virtual node: the real protocol object, built after a while. */
final class VirtualGroup implements GroupHost {
    private final VirtualCluster cluster;
    private final VirtualNode node;
    private final int number;
    private long incarnation;
    private Optional<HostedGroup> hosted = Optional.empty();
    private Ledger.Part recording;

    VirtualGroup(VirtualCluster cluster, VirtualNode node, int number) {
        this.cluster = cluster;
        this.node = node;
        this.number = number;
        this.recording = cluster.ledger().new Part(number);
        begin();
    }

    private void begin() {
        incarnation = cluster.unique();
        hosted = Optional.empty();
        recording = cluster.ledger().new Part(number);
        long mine = incarnation;
        cluster.after(cluster.random().nextInt(150), () -> {
            if (node.alive && node.groups().get(number) == this && incarnation == mine) {
                build();
            }
        });
    }

    private void build() throws IOException {
        int tooFar = cluster.mutant() == Mutant.HORIZON_TOO_FAR ? 1 : 0;
        NeuronGroup group = TestCircuit.build(cluster.plan(), number, (g, sampled) -> recording, tooFar);
        Restoring.Restored restored = new Restoring(node.checkpoints(), cluster.plan(), cluster.leg()).restore(group);
        recording.changed(restored.changes());
        HostedGroup built =
                new HostedGroup(group, this, incarnation, restored, cluster.plan(), node.word(), cluster.now());
        hosted = Optional.of(built);
        built.catchUp(cluster.now());
    }

    void work() throws IOException {
        if (hosted.isPresent()) {
            hosted.get().tick(cluster.now());
            hosted.get().advance(1 + cluster.random().nextInt(12));
        }
    }

    void heed(Word word) {
        hosted.ifPresent(h -> h.heed(Mutations.heard(cluster.mutant(), word)));
    }

    void take(GroupMessage message) {
        hosted.ifPresent(h -> h.take(Mutations.received(cluster.mutant(), message, h.revision())));
    }

    GroupReport report() {
        return hosted.map(h -> Mutations.told(cluster.mutant(), h.report(cluster.now(), 0)))
                .orElseGet(() -> GroupReport.building(number, incarnation));
    }

    @Override
    public void changed(List<LiveChange> changes) {
        recording.changed(changes);
    }

    @Override
    public void publish(SpikeBatch batch, int[] readers, int revision) {
        for (int reader : readers) {
            send(new GroupMessage.Spikes(reader, revision, batch));
        }
    }

    @Override
    public void send(GroupMessage message) {
        if (message instanceof GroupMessage.Need && cluster.mutant() == Mutant.NO_RE_REQUEST) {
            return;
        }
        for (int host : new ArrayList<>(node.hostsOf(message.to()))) {
            cluster.sendTo(node, host, to -> to.take(message));
        }
    }

    @Override
    public void save(GroupState snapshot) {
        GroupState state = Mutations.saved(cluster.mutant(), snapshot);
        recording.reachDisk();
        long mine = incarnation;
        cluster.after(cluster.diskMs(), () -> {
            boolean stillHere = node.alive && node.groups().get(number) == this && incarnation == mine;
            // A write may end though its node was killed, and its group may have been restarted meanwhile.
            if (stillHere || cluster.random().nextBoolean()) {
                Optional<PartName> part = node.checkpoints().save(number, mine, state);
                if (stillHere) {
                    hosted.ifPresent(h -> part.ifPresent(h::saved));
                }
            }
        });
    }

    @Override
    public void beginAnew(String why) {
        cluster.trace("group " + number + " on n" + node.number() + " begins anew: " + why);
        cluster.beginsAnew();
        begin();
    }

    @Override
    public long latestCheckpoint() {
        return cluster.latest(node.checkpoints());
    }
}
