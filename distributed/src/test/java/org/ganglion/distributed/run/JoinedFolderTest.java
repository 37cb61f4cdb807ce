package org.ganglion.distributed.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.checkpoint.RunIdentity;
import org.ganglion.distributed.protocol.OnFailure;
import org.ganglion.distributed.wire.proto.Welcome;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.io.record.OutputFolderException;
import org.ganglion.simulator.group.GroupState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of its own with which a node joins a run that it was part of before. */
class JoinedFolderTest {
    @TempDir
    Path folder;

    private Path written(String name, int leg) throws IOException {
        Path into = Files.createDirectories(folder.resolve(name));
        Config config = ConfigReader.read(
                "populations: {E: {model: iaf_psc_exp, size: 1}}\nsimulation: {duration: 1 ms}\n",
                "one.yaml",
                Overrides.NONE);
        Leg begun = new Leg(leg, 0, GroupState.Totals.NONE);
        new SharedRun(new RunIdentity("run", "0"), begun, 1, 1, 1, 0, 0, OnFailure.RECOVER, "0").write(into, config);
        return into;
    }

    private Welcome welcome(int leg) throws IOException {
        Path there = written("there-" + leg, leg);
        return Welcome.newBuilder()
                .setRun("run")
                .setFolderId("of the folder that is joined")
                .setNetwork(ByteString.copyFrom(Files.readAllBytes(there.resolve(SharedRun.NETWORK))))
                .setCluster(ByteString.copyFrom(Files.readAllBytes(there.resolve(SharedRun.CLUSTER))))
                .build();
    }

    private static Path checkpoint(Path run) throws IOException {
        return Files.createFile(
                Files.createDirectories(run.resolve("checkpoints")).resolve("part"));
    }

    @Test
    void checkpointsOfAnEarlierLegAreRemovedWhenALaterOneIsJoined() throws IOException {
        Path own = written("own", 1);
        Path part = checkpoint(own);
        JoinedFolder.prepare(own, welcome(2));
        assertFalse(Files.exists(part));
        assertEquals(2, SharedRun.read(own).leg().number());
    }

    /** Remedies are options that {@code ganglion node} has. */
    @Test
    void aFolderWithAnotherRunIsRefused() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.createFile(own.resolve("run.json"));
        Welcome welcome = welcome(1);
        OutputFolderException e = assertThrows(OutputFolderException.class, () -> JoinedFolder.prepare(own, welcome));
        assertEquals(own + ": already holds a run (run.json); choose another folder with --folder DIR", e.getMessage());
    }

    @Test
    void thoseOfTheSameLegStay() throws IOException {
        Path own = written("own", 2);
        Path part = checkpoint(own);
        JoinedFolder.prepare(own, welcome(2));
        assertTrue(Files.exists(part));
    }

    @Test
    void thoseOfALaterLegAreNotGivenUpForANodeOfAnEarlierOne() throws IOException {
        Path own = written("own", 2);
        Path part = checkpoint(own);
        Welcome earlier = welcome(1);
        String why = String.valueOf(assertThrows(OutputFolderException.class, () -> JoinedFolder.prepare(own, earlier))
                .getMessage());
        assertTrue(why.contains("the run was resumed since"), why);
        assertTrue(Files.exists(part));
        assertEquals(2, SharedRun.read(own).leg().number());
    }
}
