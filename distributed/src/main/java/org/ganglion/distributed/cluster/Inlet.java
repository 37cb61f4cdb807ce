package org.ganglion.distributed.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import org.ganglion.distributed.wire.Wire;
import org.ganglion.distributed.wire.proto.Envelope;

/** Where envelopes of other nodes arrive. Those of another run are dropped. */
final class Inlet {
    private final String run;
    private final Peers peers;
    private final Directory directory;
    private final NodeLog log;
    private final ActorRef<NodeActor.Command> node;

    private Inlet(String run, Peers peers, Directory directory, NodeLog log, ActorRef<NodeActor.Command> node) {
        this.run = run;
        this.peers = peers;
        this.directory = directory;
        this.log = log;
        this.node = node;
    }

    static Behavior<Envelope> create(
            String run, Peers peers, Directory directory, NodeLog log, ActorRef<NodeActor.Command> node) {
        Inlet inlet = new Inlet(run, peers, directory, log, node);
        return Behaviors.receiveMessage(envelope -> {
            inlet.take(envelope);
            return Behaviors.same();
        });
    }

    private void take(Envelope envelope) {
        if (!envelope.getRun().equals(run)) {
            return;
        }
        long now = NodeActor.now();
        peers.outlet(envelope.getNode()).ifPresent(outlet -> {
            outlet.received(envelope.getNumber(), envelope.getReceived(), now);
            envelope.getNeedsList().forEach(need -> directory.asks(need.getBy(), outlet, now));
        });
        try {
            Wire.messages(envelope).forEach(directory::deliver);
        } catch (IllegalArgumentException e) {
            log.say("an envelope of " + envelope.getNode() + " makes no sense: " + e.getMessage());
        }
        if (envelope.getReportsCount() > 0 || envelope.getWordsCount() > 0) {
            node.tell(new NodeActor.Heard(
                    envelope.getNode(),
                    envelope.getReportsList().stream().map(Wire::report).toList(),
                    envelope.getWordsList().stream().map(Wire::word).toList()));
        }
    }
}
