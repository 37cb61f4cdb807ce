package org.ganglion.distributed.cluster;

import akka.actor.typed.ActorRef;
import com.google.protobuf.MessageLite;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;
import org.ganglion.distributed.wire.proto.Envelope;
import org.ganglion.distributed.wire.proto.Gone;
import org.ganglion.distributed.wire.proto.Need;
import org.ganglion.distributed.wire.proto.NodeReport;
import org.ganglion.distributed.wire.proto.Reached;
import org.ganglion.distributed.wire.proto.Spikes;
import org.ganglion.distributed.wire.proto.Word;

/**
 * The way to one other node. What is given to it leaves together, in one envelope, when the groups that can go on have had a
 * turn, and the other node keeps up. Any thread may use it.
 */
final class Outlet {
    /** Envelopes on their way at most: some ten a millisecond are, so that these cover a few milliseconds there and back. */
    private static final int CREDIT = 64;

    /** The receiver owns up to so many envelopes before it says so, if nothing else goes its way. */
    private static final int OWN_UP = CREDIT / 8;

    /** An envelope is closed when it has become so large. */
    private static final int ENVELOPE_BYTES = 128 << 10;

    /** If more waits, the oldest is dropped: it will be asked for again. */
    private static final int MOST_BYTES = 32 << 20;

    /** Without a sign of the other node for so long, credit is renewed: what was on its way may be lost. */
    private static final long RENEW_MS = 500;

    private final ActorRef<Envelope> inlet;
    private final String run;
    private final String node;
    private final Executor groups;
    private final IntSupplier round;
    private boolean leaving;
    private final ArrayDeque<MessageLite> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private int waitingBatches;
    private long sent;
    private long acknowledged;
    private long acknowledgedAt;
    private long sentBytes;
    private long received;
    private long ownedUp;

    /**
     * A way to a node.
     *
     * @param inlet of the other node
     * @param node name of this node
     * @param groups runs what it is given after the groups that wait for their turn: to send an envelope wakes a thread,
     *     which costs as much as some steps of a small group
     * @param round batches that leave at once, since no more come before a thread has gone through its groups
     */
    Outlet(ActorRef<Envelope> inlet, String run, String node, Executor groups, IntSupplier round) {
        this.inlet = inlet;
        this.run = run;
        this.node = node;
        this.groups = groups;
        this.round = round;
    }

    /** Takes a message of a kind that an envelope can hold. */
    synchronized void add(MessageLite message) {
        waiting.add(message);
        count(message, 1);
        while (waitingBytes > MOST_BYTES) {
            count(waiting.remove(), -1);
        }
        if (message instanceof Spikes && waitingBatches >= round.getAsInt()) {
            flush();
        } else if (!leaving) {
            leaving = true;
            groups.execute(this::leave);
        }
    }

    private void count(MessageLite message, int sign) {
        waitingBytes += (long) sign * message.getSerializedSize();
        waitingBatches += message instanceof Spikes ? sign : 0;
    }

    private synchronized void leave() {
        leaving = false;
        flush();
    }

    /** An envelope of the other node has come. */
    synchronized void received(long number, long acknowledgedByOther, long nowMs) {
        received = Math.max(received, number);
        if (acknowledgedByOther > acknowledged && acknowledgedByOther <= sent) {
            acknowledged = acknowledgedByOther;
            acknowledgedAt = nowMs;
        }
        flush();
        if (received - ownedUp >= OWN_UP) {
            send(Envelope.newBuilder());
        }
    }

    /** Time goes on. */
    synchronized void tick(long nowMs) {
        if (sent == acknowledged) {
            acknowledgedAt = nowMs;
        } else if (nowMs - acknowledgedAt > RENEW_MS) {
            acknowledged = sent;
            acknowledgedAt = nowMs;
        }
        flush();
    }

    /** What went this way so far, in words. */
    synchronized String traffic() {
        return "sent " + sent + " envelopes with " + sentBytes + " bytes to "
                + inlet.path().address();
    }

    private void flush() {
        while (!waiting.isEmpty() && sent - acknowledged < CREDIT) {
            Envelope.Builder envelope = Envelope.newBuilder();
            int bytes = 0;
            while (!waiting.isEmpty() && bytes < ENVELOPE_BYTES) {
                MessageLite message = waiting.remove();
                count(message, -1);
                bytes += message.getSerializedSize();
                put(message, envelope);
            }
            sentBytes += bytes;
            send(envelope);
        }
    }

    private static void put(MessageLite message, Envelope.Builder envelope) {
        switch (message) {
            case Spikes spikes -> envelope.addSpikes(spikes);
            case Reached reached -> envelope.addReached(reached);
            case Need need -> envelope.addNeeds(need);
            case Gone gone -> envelope.addGone(gone);
            case NodeReport report -> envelope.addReports(report);
            case Word word -> envelope.addWords(word);
            default -> throw new IllegalArgumentException("no envelope holds a " + message.getClass());
        }
    }

    private void send(Envelope.Builder envelope) {
        ownedUp = received;
        inlet.tell(envelope.setRun(run)
                .setNode(node)
                .setNumber(++sent)
                .setReceived(received)
                .build());
    }
}
