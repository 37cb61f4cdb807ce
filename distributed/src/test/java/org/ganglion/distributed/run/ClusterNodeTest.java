package org.ganglion.distributed.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.checkpoint.RunIdentity;
import org.ganglion.distributed.cluster.Ending;
import org.ganglion.distributed.cluster.NodeLog;
import org.ganglion.distributed.protocol.OnFailure;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.simulator.group.GroupState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node on its own, whose folder has its moments. */
@Timeout(60)
class ClusterNodeTest {
    @TempDir
    private Path folder;

    private final NodeLog log =
            new NodeLog("n1", new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

    private final CompletableFuture<Ending> ended = new CompletableFuture<>();

    private static SharedRun run(String id, Leg leg) {
        return new SharedRun(new RunIdentity(id, "0"), leg, 1, 1, 1, 0, 0, OnFailure.RECOVER, "0");
    }

    private ClusterNode node() throws Exception {
        Config config = ConfigReader.read(
                "populations: {E: {model: iaf_psc_exp, size: 1000}}\nsimulation: {duration: 100000 s}\n",
                "one.yaml",
                Overrides.NONE);
        SharedRun run = run("run", Leg.FIRST);
        run.write(folder, config);
        NodeOptions options = new NodeOptions("n1", folder, "127.0.0.1", 0, false, 0, 0, 1, true);
        NodeFolder own = new NodeFolder(folder, "n1", run, log::say);
        return new ClusterNode(options, own, run, config.experiment(), log, (end, nodes, word, time) -> {});
    }

    private void awaitSaid(String what) throws InterruptedException {
        while (log.latest().stream().noneMatch(line -> line.contains(what))) {
            assertFalse(ended.isDone(), () -> ended + " before it said: " + what);
            Thread.sleep(20);
        }
    }

    /** It slept meanwhile, perhaps, and finds nobody. */
    @Test
    void aNodeThatComesAfterItsRunHasFailedFailsToo() throws Exception {
        ClusterNode node = node();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            thread.execute(() -> takePart(node));
            awaitSaid("group 0 is here");
            Path inTheWay = Files.writeString(folder.resolve("checkpoints"), "");
            Visit.checkpoint(DoorPlate.of(folder).getFirst().door());
            Ending first = ended.get(50, TimeUnit.SECONDS);
            assertEquals(Ending.Kind.FAILED, first.kind());
            Files.delete(inTheWay);
            assertEquals(first, node().takePart());
            assertEquals(Optional.empty(), FailureMark.in(folder, run("run", new Leg(2, 0, GroupState.Totals.NONE))));
            assertEquals(Optional.empty(), FailureMark.in(folder, run("other", Leg.FIRST)));
        }
    }

    private void takePart(ClusterNode node) {
        try {
            ended.complete(node.takePart());
        } catch (Exception e) {
            ended.completeExceptionally(e);
        }
    }

    @Test
    void aFolderThatCannotBeReadForAMomentEndsNoNode() throws Exception {
        ClusterNode node = node();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            thread.execute(() -> takePart(node));
            awaitSaid("keeps the run");
            Visit.checkpoint(DoorPlate.of(folder).getFirst().door());
            awaitSaid("is whole"); // so the group is there, and has nothing to read
            Path unreadable = Files.createDirectory(folder.resolve("nodes/unreadable.properties"));
            awaitSaid("whether there is another cluster");
            Files.delete(unreadable);
            node.leave();
            assertEquals(Ending.Kind.LEFT, ended.get(50, TimeUnit.SECONDS).kind());
        }
    }
}
