package org.ganglion.io.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.ganglion.io.TestExperiments;
import org.ganglion.network.Experiment;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;
import org.ganglion.simulator.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How far a run that died is complete. */
class RunRecoveryTest {
    private static final int GROUPS = 3;

    @TempDir
    Path folder;

    private final Experiment experiment = TestExperiments.experiment(
            List.of(TestExperiments.population("E", 30)),
            List.of(
                    new Recorder.Spikes("s", "E", Selection.ALL),
                    new Recorder.State("v", "E", Selection.ALL, List.of("V_m"), 0.1)),
            100,
            0);
    private final FakeRun run = FakeRun.random(experiment, 30, 0.1, 5);

    @Test
    @Timeout(60)
    void aSpikeComesToTheFileWithoutBeingAskedFor() throws Exception {
        try (RunRecording recording = new RunRecording(folder, experiment)) {
            Recording.Part part = recording.open(0, List.of(new int[0]));
            Path file = SpillFiles.list(folder).getFirst();
            long before = Files.size(file);
            part.spikes(4, new int[] {7}, 1);
            part.reached(9);
            while (Files.size(file) == before) {
                Thread.sleep(20);
            }
            String runId = RunRecovery.runId(folder).orElseThrow();
            while (RunRecovery.of(folder, experiment, runId, 0).completeStep() < 9) {
                Thread.sleep(20);
            }
            assertEquals(9, RunRecovery.of(folder, experiment, runId, 1).completeStep());
            assertEquals(0, RunRecovery.of(folder, experiment, runId, 2).completeStep(), "a group is not there yet");
        }
    }

    @Test
    void aMarkMayComeBetweenTheSpikesOfAStepAndItsEnd() throws IOException {
        try (RunRecording recording = new RunRecording(folder, experiment, new RunLeg("run", 0, 0))) {
            Recording.Part part = recording.open(0, List.of(new int[0]));
            part.reached(4);
            part.spikes(4, new int[] {7}, 1);
            part.flush(false);
            part.reached(5);
            part.spikes(5, new int[] {8}, 1);
            part.reached(6);
        }
        RunMerge.merge(folder, experiment, "run", 6, SpikeSink.NONE, StateSink.NONE);
        assertEquals(2, spikes(folder));
    }

    /** Groups record a little further each, marks go with it, and each file is cut anywhere, as if its rest was lost. */
    @Test
    void filesCutAnywhereAreCompleteUpToTheLastMarkOfTheGroupThatHasLeast() throws IOException {
        Path whole = Files.createDirectory(folder.resolve("whole"));
        try (RunRecording recording = new RunRecording(whole, experiment)) {
            run.record(recording, GROUPS);
            recording.finish(1000);
        }
        Random random = new Random(6);
        int some = 0;
        for (int trial = 0; trial < 20; trial++) {
            Path cut = Files.createDirectory(folder.resolve("cut" + trial));
            try (RunRecording recording = new RunRecording(cut, experiment, new RunLeg("run", 0, 0))) {
                for (int g = 0; g < GROUPS; g++) {
                    Recording.Part part = run.open(recording, g, GROUPS);
                    for (int step = 0; step < 1000; ) {
                        int end = Math.min(1000, step + 1 + random.nextInt(200));
                        run.write(part, g, GROUPS, step, end);
                        part.reached(end);
                        part.flush(false);
                        step = end;
                    }
                }
            }
            for (Path file : SpillFiles.list(cut)) {
                if (String.valueOf(file.getFileName()).startsWith("spikes")) {
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.truncate(random.nextLong(channel.size() + 1));
                    }
                }
            }
            long complete = RunRecovery.of(cut, experiment, "run", GROUPS).completeStep();
            some += complete > 0 ? 1 : 0;
            RunMerge.merge(cut, experiment, "run", complete, SpikeSink.NONE, StateSink.NONE);
            assertEquals(expected(complete), spikes(cut), "complete up to " + complete);
        }
        assertTrue(some > 5, "most have something in all groups");
    }

    private long expected(long endStep) {
        long spikes = 0;
        for (int step = 0; step < endStep; step++) {
            spikes += run.spikes()[step].length;
        }
        return spikes;
    }

    private static long spikes(Path run) {
        try (io.jhdf.HdfFile file = new io.jhdf.HdfFile(run.resolve("spikes.h5"))) {
            return file.getDatasetByPath("spikes/E/timestamps").getSize();
        }
    }
}
