package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.checkpoint.FolderDisk;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.checkpoint.MirroredDisk;
import org.ganglion.distributed.checkpoint.PartName;
import org.ganglion.distributed.checkpoint.RunIdentity;
import org.ganglion.distributed.checkpoint.SpillRecords;
import org.ganglion.distributed.protocol.OnFailure;
import org.ganglion.distributed.run.SharedRun;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.ConfigWriter;
import org.ganglion.io.config.Overrides;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.link.SpikeBatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on nodes went on without groups that were lost, and saved itself without them. */
class ResumeCommandTest {
    private static final int GROUPS = 4;

    @TempDir
    private Path folder;

    private Path run = Path.of("");

    @BeforeEach
    void saveWithoutGroupsOneAndThree() throws IOException {
        run = Files.createDirectory(folder.resolve("run"));
        Config config = ConfigReader.read(Call.write(folder, "tiny.yaml", Call.TINY), Overrides.NONE);
        RunIdentity identity = new RunIdentity("run", ConfigWriter.networkHash(config.experiment()));
        new SharedRun(identity, Leg.FIRST, GROUPS, 2, 1, 0, 0, OnFailure.SILENCE).write(run, config);
        MirroredDisk disk = MirroredDisk.alone(new FolderDisk(run));
        Checkpoints checkpoints = new Checkpoints(disk, identity, warning -> {}, new SpillRecords(disk));
        List<PartName> parts = new ArrayList<>();
        for (int group : new int[] {0, 2}) {
            SpikeBatch none = new SpikeBatch(group, 300, new int[0], new int[0]);
            GroupState state = new GroupState(300, List.of(), none, List.of(), GroupState.Totals.NONE);
            parts.add(checkpoints.save(group, 1, state).orElseThrow());
        }
        checkpoints.complete(300, Leg.FIRST, parts);
    }

    private String refusal() throws IOException {
        String shared = Files.readString(run.resolve(SharedRun.CLUSTER));
        Call call = Call.of("resume", run, "--port", "0");
        assertEquals(2, call.exitCode(), call.err());
        assertTrue(call.err().contains("without groups 1, 3 "), call.err());
        assertTrue(call.err().contains("30.0 ms"), call.err());
        assertEquals(shared, Files.readString(run.resolve(SharedRun.CLUSTER)), "no leg is begun");
        return call.err();
    }

    @Test
    void anEndedRunKeepsItsResults() throws IOException {
        Path summary = Files.writeString(run.resolve("summary.txt"), "group 1 was lost");
        assertTrue(refusal().contains("summary.txt"));
        assertTrue(Files.exists(summary));
    }

    @Test
    void ofOneThatDidNotEndWhatWasRecordedIsToBeRecovered() throws IOException {
        assertTrue(refusal().contains("ganglion recover " + run));
    }
}
