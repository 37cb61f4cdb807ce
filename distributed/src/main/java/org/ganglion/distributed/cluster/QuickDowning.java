package org.ganglion.distributed.cluster;

import akka.actor.AbstractActorWithTimers;
import akka.actor.ActorSystem;
import akka.actor.Address;
import akka.actor.Props;
import akka.cluster.Cluster;
import akka.cluster.ClusterEvent;
import akka.cluster.DowningProvider;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import scala.Option;
import scala.concurrent.duration.FiniteDuration;

/**
 * Every node gives up on every other that has been out of reach for a moment, and the run goes on on both sides of a cut.
 *
 * <p>Strategies that stop a minority protect state that must exist once. Here two copies of a group send the same batches
 * and write the same checkpoints, so that a wrong suspicion costs work and nothing else; and two nodes can lose either. A
 * node that itself gets too little of its processor is the more patient the later its own clock ticks ({@link Patience}).
 */
public final class QuickDowning extends DowningProvider {
    private static final Duration TICK = Duration.ofMillis(100);

    /** Called by Akka. */
    public QuickDowning(ActorSystem system) {
        super();
    }

    @Override
    public FiniteDuration downRemovalMargin() {
        return FiniteDuration.Zero();
    }

    @Override
    public Option<Props> downingActorProps() {
        return Option.apply(Props.create(Watcher.class, Watcher::new));
    }

    private static final class Watcher extends AbstractActorWithTimers {
        private final Cluster cluster = Cluster.get(getContext().getSystem());
        private final Map<Address, Long> suspectedSince = new HashMap<>();
        private final Patience patience = new Patience(TICK.toMillis(), now());

        private record Tick() {}

        private static long now() {
            return System.nanoTime() / 1_000_000;
        }

        @Override
        public void preStart() {
            cluster.subscribe(
                    getSelf(),
                    ClusterEvent.initialStateAsEvents(),
                    ClusterEvent.ReachabilityEvent.class,
                    ClusterEvent.MemberRemoved.class);
            getTimers().startTimerWithFixedDelay("tick", new Tick(), TICK);
        }

        @Override
        public void postStop() {
            cluster.unsubscribe(getSelf());
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .match(
                            ClusterEvent.UnreachableMember.class,
                            e -> suspectedSince.put(e.member().address(), now()))
                    .match(
                            ClusterEvent.ReachableMember.class,
                            e -> suspectedSince.remove(e.member().address()))
                    .match(
                            ClusterEvent.MemberRemoved.class,
                            e -> suspectedSince.remove(e.member().address()))
                    .match(Tick.class, t -> tick())
                    .build();
        }

        private void tick() {
            long now = now();
            long longEnough = patience.tick(now);
            suspectedSince.forEach((address, since) -> {
                if (now - since >= longEnough) {
                    cluster.down(address);
                }
            });
        }
    }
}
