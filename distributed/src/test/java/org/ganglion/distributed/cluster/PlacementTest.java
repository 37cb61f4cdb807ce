package org.ganglion.distributed.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import akka.actor.Address;
import akka.actor.Props;
import akka.japi.Util;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ganglion.distributed.protocol.Word;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.plan.Affinity;
import org.ganglion.simulator.plan.NetworkPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scala.collection.immutable.IndexedSeq;
import scala.concurrent.Future;

/** What sharding is answered when it asks where groups go. */
class PlacementTest {
    private static final int GROUPS = 8;

    private final ActorSystem system = ActorSystem.create("nodes", ConfigFactory.load());
    private final ActorRef a = system.actorOf(Props.empty(), "a");
    private final ActorRef b = system.actorOf(Props.empty(), "b");
    private List<Word.Silenced> silenced = List.of();
    private final Placement placement = new Placement(
            Affinity.of(NetworkPlan.of(
                    NetworkBuilder.named("eight")
                            .population("cells", 32 * GROUPS, "iaf_psc_exp")
                            .simulate(RunSettings.DEFAULT),
                    GROUPS)),
            GROUPS,
            address -> new Shares.Offer(1, 100),
            () -> silenced,
            new Address("akka", "nodes"));

    @AfterEach
    void end() {
        system.terminate();
    }

    private static IndexedSeq<String> shards(int... groups) {
        return Util.immutableIndexedSeq(
                IntStream.of(groups).mapToObj(String::valueOf).toList());
    }

    private static <T> T now(Future<T> future) {
        return future.value().get().get();
    }

    private void loseTwo() {
        silenced = List.of(new Word.Silenced(6, 100), new Word.Silenced(7, 100));
    }

    @Test
    void aNodeThatJoinsIsGivenHalfOfAllGroups() {
        Set<String> moving = now(placement.rebalance(Map.of(a, shards(0, 1, 2, 3, 4, 5, 6, 7), b, shards()), Set.of()));
        assertEquals(4, moving.size());
    }

    @Test
    void nothingMovesWhileGroupsAreNowhere() {
        assertEquals(Set.of(), now(placement.rebalance(Map.of(a, shards(0, 1, 2, 3, 4, 5), b, shards()), Set.of())));
    }

    @Test
    void aNodeThatJoinsIsGivenHalfOfTheGroupsThatAreNotDoneWithout() {
        loseTwo();
        Map<ActorRef, IndexedSeq<String>> current = Map.of(a, shards(0, 1, 2, 3, 4, 5), b, shards());
        Set<String> moving = now(placement.rebalance(current, Set.of()));
        assertEquals(3, moving.size());
        int[] left = IntStream.range(0, 6)
                .filter(g -> !moving.contains(Integer.toString(g)))
                .toArray();
        for (String group : moving) {
            assertEquals(b, now(placement.allocateShard(a, group, Map.of(a, shards(left), b, shards()))));
        }
    }

    /** Their node was taken for lost, and was not. */
    @Test
    void groupsThatAreDoneWithoutAndStillThereMoveNoOthers() {
        loseTwo();
        Map<ActorRef, IndexedSeq<String>> current = Map.of(a, shards(0, 1, 2), b, shards(3, 4, 5, 6, 7));
        assertEquals(Set.of(), now(placement.rebalance(current, Set.of())));
    }

    /** Sharding may still have been asked for it. */
    @Test
    void aGroupThatIsDoneWithoutHasAPlaceWhenItIsAskedFor() {
        loseTwo();
        assertEquals(b, now(placement.allocateShard(a, "7", Map.of(a, shards(0, 1, 2, 3), b, shards(4, 5)))));
    }
}
