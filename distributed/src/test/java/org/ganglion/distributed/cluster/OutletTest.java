package org.ganglion.distributed.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ganglion.distributed.wire.proto.Envelope;
import org.ganglion.distributed.wire.proto.Need;
import org.ganglion.distributed.wire.proto.Spikes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When what is said to another node leaves. */
class OutletTest {
    private static final int ROUND = 2;

    private final BlockingQueue<Envelope> arrived = new LinkedBlockingQueue<>();
    private final ArrayDeque<Runnable> afterTheGroups = new ArrayDeque<>();
    private final ActorSystem<Envelope> other = ActorSystem.create(
            Behaviors.receiveMessage(envelope -> {
                arrived.add(envelope);
                return Behaviors.same();
            }),
            "other",
            ConfigFactory.parseResources("ganglion-akka.conf").withFallback(ConfigFactory.load()));
    private final Outlet outlet = new Outlet(other, "run", "node", afterTheGroups::add, () -> ROUND);

    @AfterEach
    void end() {
        other.terminate();
    }

    private static Spikes batch(int sender) {
        return Spikes.newBuilder().setSender(sender).build();
    }

    private Envelope next() throws InterruptedException {
        Envelope envelope = arrived.poll(20, TimeUnit.SECONDS);
        assertNotNull(envelope, "nothing has arrived");
        return envelope;
    }

    @Test
    void whatIsLessThanARoundLeavesWhenTheGroupsHaveHadTheirTurn() throws InterruptedException {
        outlet.add(batch(0));
        outlet.add(Need.getDefaultInstance());
        assertEquals(1, afterTheGroups.size());
        assertTrue(arrived.isEmpty());
        afterTheGroups.remove().run();
        Envelope envelope = next();
        assertEquals(1, envelope.getSpikesCount());
        assertEquals(1, envelope.getNeedsCount());
    }

    @Test
    void aFullRoundWaitsForNobody() throws InterruptedException {
        for (int sender = 0; sender < 2 * ROUND; sender++) {
            outlet.add(batch(sender));
        }
        assertEquals(ROUND, next().getSpikesCount());
        assertEquals(ROUND, next().getSpikesCount());
    }
}
