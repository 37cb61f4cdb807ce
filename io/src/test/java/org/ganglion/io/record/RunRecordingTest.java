package org.ganglion.io.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ContiguousDataset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ganglion.io.TestExperiments;
import org.ganglion.io.sonata.source.H5File;
import org.ganglion.io.sonata.source.H5Group;
import org.ganglion.network.Experiment;
import org.ganglion.network.Population;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;
import org.ganglion.simulator.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordingTest {
    private static final int E_SIZE = 40;
    private static final int SILENT_SIZE = 3;
    private static final int I_SIZE = 10;

    @TempDir
    Path folder;

    private static Experiment experiment(double durationMs, double warmUpMs) {
        List<Population> populations = List.of(
                TestExperiments.population("E", E_SIZE),
                TestExperiments.population("I", I_SIZE),
                TestExperiments.population("silent", SILENT_SIZE),
                TestExperiments.population("unrecorded", 5));
        List<Recorder> recorders = List.of(
                new Recorder.Spikes("all E", "E", Selection.ALL),
                new Recorder.State("slow", "E", new Selection.Listed(List.of(7, 3, 30)), List.of("V_m"), 1.0),
                new Recorder.Spikes("all I", "I", Selection.ALL),
                new Recorder.Spikes("nobody", "silent", Selection.ALL),
                new Recorder.State("fast", "E", Selection.ALL, List.of("V_m", "I_syn"), 0.1),
                new Recorder.State("one", "silent", new Selection.Slice(1, 2), List.of("I_syn"), 0.5));
        return TestExperiments.experiment(populations, recorders, durationMs, warmUpMs);
    }

    private Path record(FakeRun run, int groups, long endStep, long... ends) throws IOException {
        Path target = Files.createTempDirectory(folder, "run");
        try (RunRecording recording = new RunRecording(target, run.experiment())) {
            run.record(recording, groups, ends);
            recording.finish(endStep);
        }
        return target;
    }

    @Test
    void filesAreTheSameBytesForAnyNumberOfGroups() throws IOException {
        FakeRun run = FakeRun.random(experiment(40, 10), E_SIZE + I_SIZE, 0.2, 1);
        Path one = record(run, 1, 500);
        for (int groups : new int[] {2, 3, 7}) {
            Path other = record(run, groups, 500);
            assertEquals(-1, Files.mismatch(one.resolve("spikes.h5"), other.resolve("spikes.h5")));
            assertEquals(-1, Files.mismatch(one.resolve("states.h5"), other.resolve("states.h5")));
        }
    }

    @Test
    void onlyTheMergedFilesAreLeft() throws IOException {
        Path target = record(FakeRun.random(experiment(5, 0), E_SIZE, 0.2, 2), 3, 50);
        try (var files = Files.list(target)) {
            assertEquals(
                    List.of("spikes.h5", "states.h5"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void everySpikeComesBackAtTheEndOfItsStep() throws IOException {
        FakeRun run = FakeRun.random(experiment(30, 0), E_SIZE + I_SIZE, 0.3, 3);
        Path target = record(run, 3, 300);
        assertSpikes(run, target, "E", 0, E_SIZE, 300);
        assertSpikes(run, target, "I", E_SIZE, E_SIZE + I_SIZE, 300);
    }

    private static void assertSpikes(FakeRun run, Path target, String population, int first, int end, int endStep) {
        List<Double> times = new ArrayList<>();
        List<Long> nodes = new ArrayList<>();
        for (int step = 0; step < endStep; step++) {
            for (int neuron :
                    java.util.Arrays.stream(run.spikes()[step]).sorted().toArray()) {
                if (neuron >= first && neuron < end) {
                    times.add((step + 1) / 10.0);
                    nodes.add((long) (neuron - first));
                }
            }
        }
        try (HdfFile file = new HdfFile(target.resolve("spikes.h5"))) {
            Dataset timestamps = file.getDatasetByPath("spikes/" + population + "/timestamps");
            assertEquals("ms", timestamps.getAttribute("units").getData());
            assertArrayEquals(times.stream().mapToDouble(t -> t).toArray(), (double[]) timestamps.getData());
        }
        try (H5File file = H5File.open(target.resolve("spikes.h5"))) {
            H5Group group = file.root().requireGroup("spikes", "").requireGroup(population, "");
            long[] ids = group.requireColumn("node_ids").allLongs();
            assertArrayEquals(nodes.stream().mapToLong(n -> n).toArray(), ids);
        }
    }

    private static long[] nodes(Dataset inOnePiece) {
        ByteBuffer bytes = ((ContiguousDataset) inOnePiece).getBuffer();
        long[] values = new long[bytes.remaining() / Long.BYTES];
        bytes.asLongBuffer().get(values);
        return values;
    }

    @Test
    void rootAndPopulationsCarryTheAttributesOfSonata() throws IOException {
        Path target = record(FakeRun.random(experiment(5, 0), E_SIZE, 0.3, 4), 2, 50);
        for (String name : List.of("spikes.h5", "states.h5")) {
            try (HdfFile file = new HdfFile(target.resolve(name))) {
                assertEquals(0x0A7AL, file.getAttribute("magic").getData());
                assertArrayEquals(
                        new long[] {0, 1}, (long[]) file.getAttribute("version").getData());
            }
        }
        try (HdfFile file = new HdfFile(target.resolve("spikes.h5"))) {
            assertEquals(
                    "by_time",
                    file.getByPath("spikes/E").getAttribute("sorting").getData());
        }
    }

    @Test
    void aSilentPopulationHasEmptyDatasetsAndAnUnrecordedOneHasNone() throws IOException {
        Path target = record(FakeRun.random(experiment(5, 0), E_SIZE, 0.3, 5), 2, 50);
        try (HdfFile file = new HdfFile(target.resolve("spikes.h5"))) {
            assertEquals(0, file.getDatasetByPath("spikes/silent/timestamps").getSize());
            assertEquals(0, file.getDatasetByPath("spikes/silent/node_ids").getSize());
            assertEquals(
                    java.util.Set.of("E", "I", "silent"),
                    ((io.jhdf.api.Group) file.getByPath("spikes")).getChildren().keySet());
        }
    }

    @Test
    void samplesComeBackInTheOrderOfTimeAndNeurons() throws IOException {
        FakeRun run = FakeRun.random(experiment(20, 3), E_SIZE, 0.1, 6);
        Path target = record(run, 7, 230);
        try (HdfFile file = new HdfFile(target.resolve("states.h5"))) {
            float[][] slow = (float[][]) file.getDatasetByPath("report/E/data").getData();
            assertEquals(20, slow.length);
            int[] neurons = {3, 7, 30};
            for (int row = 0; row < 20; row++) {
                for (int i = 0; i < 3; i++) {
                    assertEquals(FakeRun.value(neurons[i], 0, 30 + 10 * row + 9), slow[row][i]);
                }
            }
            assertArrayEquals(new long[] {3, 7, 30}, nodes(file.getDatasetByPath("report/E/mapping/node_ids")));
            double[] time =
                    (double[]) file.getDatasetByPath("report/E/mapping/time").getData();
            assertArrayEquals(new double[] {4, 24, 1}, time);
            float[][] current = (float[][])
                    file.getDatasetByPath("report/E.fast.I_syn/data").getData();
            assertEquals(200, current.length);
            assertEquals(E_SIZE, current[0].length);
            assertEquals(FakeRun.value(17, 1, 30 + 42), current[42][17]);
        }
    }

    @Test
    void everyRecordedVariableIsAReportThatSaysWhatItIs() throws IOException {
        Path target = record(FakeRun.random(experiment(5, 0), E_SIZE, 0.1, 7), 2, 50);
        try (HdfFile file = new HdfFile(target.resolve("states.h5"))) {
            var reports = (io.jhdf.api.Group) file.getByPath("report");
            assertEquals(
                    java.util.Set.of("E", "E.fast.V_m", "E.fast.I_syn", "silent"),
                    reports.getChildren().keySet());
            var current = file.getByPath("report/E.fast.I_syn");
            assertEquals("E", current.getAttribute("population").getData());
            assertEquals("fast", current.getAttribute("recorder").getData());
            assertEquals("I_syn", current.getAttribute("variable").getData());
            var data = file.getDatasetByPath("report/E.fast.I_syn/data");
            assertEquals("pA", data.getAttribute("units").getData());
        }
    }

    @Test
    void aPartialRunEndsAtTheSameStepForAllGroups() throws IOException {
        FakeRun run = FakeRun.random(experiment(50, 0), E_SIZE + I_SIZE, 0.3, 8);
        Path ragged = record(run, 3, 200, 200, 231, 305);
        Path clean = record(run, 1, 200, 200);
        assertEquals(-1, Files.mismatch(ragged.resolve("spikes.h5"), clean.resolve("spikes.h5")));
        assertEquals(-1, Files.mismatch(ragged.resolve("states.h5"), clean.resolve("states.h5")));
        assertSpikes(run, ragged, "I", E_SIZE, E_SIZE + I_SIZE, 200);
    }

    @Test
    void aRunThatEndsBeforeItsFirstStepLeavesEmptyFiles() throws IOException {
        Path target = record(FakeRun.random(experiment(5, 0), E_SIZE, 0.3, 9), 2, 0, 0);
        try (HdfFile spikes = new HdfFile(target.resolve("spikes.h5"));
                HdfFile states = new HdfFile(target.resolve("states.h5"))) {
            assertEquals(0, spikes.getDatasetByPath("spikes/E/timestamps").getSize());
            assertArrayEquals(
                    new long[] {0, 3}, states.getDatasetByPath("report/E/data").getDimensionsAsLong());
        }
    }

    @Test
    void aRunWithoutRecordersLeavesAFileOfNoPopulations() throws IOException {
        Experiment bare = TestExperiments.experiment(List.of(TestExperiments.population("E", 4)), List.of(), 1, 0);
        Path target = record(new FakeRun(bare, new int[10][0]), 2, 10);
        assertFalse(Files.exists(target.resolve("states.h5")));
        try (HdfFile file = new HdfFile(target.resolve("spikes.h5"))) {
            assertTrue(
                    ((io.jhdf.api.Group) file.getByPath("spikes")).getChildren().isEmpty());
        }
    }

    @Test
    void whatCannotBeMergedIsKept() throws IOException {
        FakeRun run = FakeRun.random(experiment(5, 0), E_SIZE, 0.5, 12);
        Path target = Files.createTempDirectory(folder, "broken");
        try (RunRecording recording = new RunRecording(target, run.experiment())) {
            run.record(recording, 2);
            Path spill = target.resolve("states-0-1-1-0.spill");
            try (var file = java.nio.channels.FileChannel.open(spill, java.nio.file.StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(new byte[8]), 0);
            }
            IOException problem = assertThrows(IOException.class, () -> recording.finish(50));
            assertTrue(problem.getMessage().contains(spill + ": is not a spill file"), problem.getMessage());
        }
        assertTrue(Files.exists(target.resolve("spikes-0-0-0.spill")));
        assertFalse(Files.exists(target.resolve("states.h5")));
    }

    @Test
    void watchersSeeWhatIsWritten() throws IOException {
        FakeRun run = FakeRun.random(experiment(5, 0), E_SIZE, 0.5, 11);
        Path target = Files.createTempDirectory(folder, "watched");
        long[] seen = new long[2];
        try (RunRecording recording = new RunRecording(target, run.experiment())) {
            run.record(recording, 3);
            recording.finish(50, (step, neurons, count) -> seen[0] += count, (recorder, step, values) -> seen[1]++);
        }
        assertEquals(
                java.util.Arrays.stream(run.spikes()).mapToLong(s -> s.length).sum(), seen[0]);
        assertEquals(5 + 50 + 10, seen[1]);
    }

    @Test
    void memoryDoesNotGrowWithTheNumberOfSpikes() throws IOException {
        // 4 million spikes are 16 MB in the spill and 64 MB of values in the file; all that may be allocated is one
        // buffer per
        // file
        Experiment experiment = experiment(400, 0);
        int[] burst = new int[1000];
        java.util.Arrays.setAll(burst, i -> i % E_SIZE);
        Path target = Files.createTempDirectory(folder, "bounded");
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        try (RunRecording recording = new RunRecording(target, experiment)) {
            List<int[]> nothing = List.of(new int[0], new int[0], new int[0]);
            Recording.Part part = recording.open(0, nothing);
            recording.open(1, nothing).spikes(3, burst, burst.length);
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int step = 0; step < 4000; step++) {
                part.spikes(step, burst, burst.length);
            }
            long recorded = threads.getCurrentThreadAllocatedBytes() - before;
            assertTrue(recorded < 4_000_000, recorded + " bytes allocated while recording");
            recording.finish(4000);
            long merged = threads.getCurrentThreadAllocatedBytes() - before - recorded;
            assertTrue(merged < 12_000_000, merged + " bytes allocated while merging");
        }
        try (HdfFile file = new HdfFile(target.resolve("spikes.h5"))) {
            assertEquals(4_001_000, file.getDatasetByPath("spikes/E/timestamps").getSize());
        }
    }
}
