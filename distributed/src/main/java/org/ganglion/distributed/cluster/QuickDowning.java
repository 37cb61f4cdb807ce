package org.ganglion.distributed.cluster;

import akka.actor.AbstractActor;
import akka.actor.ActorSystem;
import akka.actor.Address;
import akka.actor.Cancellable;
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
 * and write the same checkpoints, so that a wrong suspicion costs work and nothing else; and two nodes can lose either.
 */
public final class QuickDowning extends DowningProvider {
    private static final Duration PATIENCE = Duration.ofMillis(500);

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

    private static final class Watcher extends AbstractActor {
        private final Cluster cluster = Cluster.get(getContext().getSystem());
        private final Map<Address, Cancellable> suspected = new HashMap<>();

        private record GiveUp(Address address) {}

        @Override
        public void preStart() {
            cluster.subscribe(
                    getSelf(),
                    ClusterEvent.initialStateAsEvents(),
                    ClusterEvent.ReachabilityEvent.class,
                    ClusterEvent.MemberRemoved.class);
        }

        @Override
        public void postStop() {
            cluster.unsubscribe(getSelf());
            suspected.values().forEach(Cancellable::cancel);
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .match(
                            ClusterEvent.UnreachableMember.class,
                            e -> suspect(e.member().address()))
                    .match(
                            ClusterEvent.ReachableMember.class,
                            e -> trust(e.member().address()))
                    .match(
                            ClusterEvent.MemberRemoved.class,
                            e -> trust(e.member().address()))
                    .match(GiveUp.class, g -> cluster.down(g.address()))
                    .build();
        }

        private void suspect(Address address) {
            trust(address);
            suspected.put(
                    address,
                    getContext()
                            .getSystem()
                            .scheduler()
                            .scheduleAtFixedRate(
                                    PATIENCE,
                                    PATIENCE,
                                    getSelf(),
                                    new GiveUp(address),
                                    getContext().getDispatcher(),
                                    getSelf()));
        }

        private void trust(Address address) {
            Cancellable timer = suspected.remove(address);
            if (timer != null) {
                timer.cancel();
            }
        }
    }
}
