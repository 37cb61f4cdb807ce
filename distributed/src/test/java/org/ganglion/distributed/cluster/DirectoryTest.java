package org.ganglion.distributed.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import org.ganglion.distributed.protocol.GroupMessage;
import org.ganglion.distributed.wire.proto.Envelope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** To which nodes a message to a group goes. */
class DirectoryTest {
    private static final int GROUP = 3;

    private final ActorSystem<Envelope> nobody = ActorSystem.create(
            Behaviors.ignore(),
            "nobody",
            ConfigFactory.parseResources("ganglion-akka.conf").withFallback(ConfigFactory.load()));
    private final List<String> sent = new ArrayList<>();
    private final Directory directory = new Directory(4);

    @AfterEach
    void end() {
        nobody.terminate();
    }

    private Outlet outlet(String name) {
        return new Outlet(
                nobody,
                "run",
                "node",
                leaving -> {
                    sent.add(name);
                    leaving.run();
                },
                () -> 1);
    }

    private List<String> whereAMessageGoes() {
        sent.clear();
        directory.send(new GroupMessage.Reached(GROUP, 0, 1, 100));
        return List.copyOf(sent);
    }

    @Test
    void aMessageGoesWhereReportsSayThatTheGroupIs() {
        assertEquals(List.of(), whereAMessageGoes());
        directory.isElsewhere(GROUP, List.of(outlet("a"), outlet("b")), 0);
        assertEquals(List.of("a", "b"), whereAMessageGoes());
        directory.isElsewhere(GROUP, List.of(), 1);
        assertEquals(List.of(), whereAMessageGoes());
    }

    @Test
    void whoAsksIsFoundBeforeAReportTellsWhereItIs() {
        Outlet a = outlet("a");
        directory.asks(GROUP, a, 0);
        assertEquals(List.of("a"), whereAMessageGoes());
        directory.isElsewhere(GROUP, List.of(), 200); // by reports from before
        assertEquals(List.of("a"), whereAMessageGoes());
        directory.isElsewhere(GROUP, List.of(a), 400);
        assertEquals(List.of("a"), whereAMessageGoes());
        directory.isElsewhere(GROUP, List.of(outlet("b")), 5000); // it has moved since
        assertEquals(List.of("b"), whereAMessageGoes());
    }

    @Test
    void aGroupThatDoesNotExistIsOverlooked() {
        directory.asks(-1, outlet("a"), 0);
        directory.asks(4, outlet("a"), 0);
        assertEquals(List.of(), whereAMessageGoes());
    }
}
