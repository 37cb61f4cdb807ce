package org.ganglion.io.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ganglion.io.TestExperiments;
import org.ganglion.network.Experiment;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;
import org.ganglion.simulator.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateRecordingTest {
    private static final int WARM_UP = 20;
    private static final int STEPS = 75;

    @TempDir
    private Path folder;

    /** Twenty neurons; neuron n spikes in steps that are multiples of n + 1. */
    private static FakeRun run() {
        List<Recorder> recorders = List.of(
                new Recorder.Rates("all", "E", Selection.ALL, 1),
                new Recorder.Rates("some/E", "E", new Selection.Slice(5, 10), 0.5, 3, 8.2),
                new Recorder.Rates("quiet", "I", Selection.ALL, 2));
        Experiment experiment = TestExperiments.experiment(
                List.of(TestExperiments.population("E", 20), TestExperiments.population("I", 4)),
                recorders,
                STEPS / 10.0,
                WARM_UP / 10.0);
        int[][] spikes = new int[WARM_UP + STEPS][];
        for (int step = 0; step < spikes.length; step++) {
            int now = step;
            spikes[step] = java.util.stream.IntStream.range(0, 20)
                    .filter(n -> now % (n + 1) == 0)
                    .toArray();
        }
        return new FakeRun(experiment, spikes);
    }

    private static long spikes(int firstNeuron, int endNeuron, int firstStep, int endStep) {
        long count = 0;
        for (int step = firstStep; step < endStep; step++) {
            for (int n = firstNeuron; n < endNeuron; n++) {
                count += step % (n + 1) == 0 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void binsHoldSpikesPerNeuronAndSecond() throws IOException {
        FakeRun run = run();
        List<Path> written;
        try (RunRecording recording = new RunRecording(folder, run.experiment())) {
            run.record(recording, 3);
            written = recording.finish(WARM_UP + STEPS);
        }
        assertTrue(written.containsAll(List.of(folder.resolve("rates.h5"), folder.resolve("rates.csv"))));
        try (HdfFile file = new HdfFile(folder.resolve("rates.h5"))) {
            Group rates = (Group) file.getChild("rates");
            assertEquals(Set.of("E", "E.some_E", "I"), rates.getChildren().keySet());
            Group all = (Group) rates.getChild("E");
            assertEquals(20, all.getAttribute("neurons").getData());
            assertEquals(1.0, all.getAttribute("bin").getData());
            assertEquals("all", all.getAttribute("recorder").getData());
            assertEquals(
                    "Hz", rates.getDatasetByPath("E/rate").getAttribute("units").getData());
            double[] times = (double[]) rates.getDatasetByPath("E/time").getData();
            // The last half of a bin is left out.
            assertArrayEquals(new double[] {2, 3, 4, 5, 6, 7, 8}, times);
            double[] hz = (double[]) rates.getDatasetByPath("E/rate").getData();
            for (int b = 0; b < 7; b++) {
                long count = spikes(0, 20, WARM_UP + 10 * b, WARM_UP + 10 * (b + 1));
                assertEquals(count / 20.0 / 1e-3, hz[b], 1e-9, "bin " + b);
            }
            // From 3 ms to 8.2 ms: ten bins of 0.5 ms.
            double[] some = (double[]) rates.getDatasetByPath("E.some_E/rate").getData();
            assertEquals(10, some.length);
            for (int b = 0; b < 10; b++) {
                assertEquals(spikes(5, 10, 30 + 5 * b, 35 + 5 * b) / 5.0 / 0.5e-3, some[b], 1e-9, "bin " + b);
            }
            assertArrayEquals(new double[] {0, 0, 0}, (double[])
                    rates.getDatasetByPath("I/rate").getData());
        }
        List<String> lines = Files.readAllLines(folder.resolve("rates.csv"));
        assertEquals("recorder,population,time_ms,spikes,rate_hz", lines.getFirst());
        assertEquals(1 + 7 + 10 + 3, lines.size());
        long first = spikes(0, 20, 20, 30);
        assertEquals("all,E,2.0," + first + "," + first * 1000.0 / 20, lines.get(1));
        assertEquals("quiet,I,6.0,0,0.0", lines.getLast());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    0,
                    left.filter(f -> f.toString().matches(".*\\.(spill|part)")).count());
        }
    }

    @Test
    void aRunThatIsCutShortHasItsWholeBins() throws IOException {
        FakeRun run = run();
        try (RunRecording recording = new RunRecording(folder, run.experiment())) {
            run.record(recording, 2, 70, 57);
            recording.finish(57);
        }
        List<String> lines = Files.readAllLines(folder.resolve("rates.csv"));
        assertEquals(3, lines.stream().filter(l -> l.startsWith("all,")).count());
        assertEquals(5, lines.stream().filter(l -> l.startsWith("some/E,")).count());
    }

    /** One group's file of counts, written twice by incarnations that overlap. */
    private Path written(FakeRun run, long incarnation, int first, int end) throws IOException {
        RunLeg leg = new RunLeg("run", 0, 0);
        try (RunRecording recording = new RunRecording(folder, run.experiment(), leg)) {
            Recording.Part part = run.open(recording.incarnation(incarnation), 0, 1);
            run.write(part, 0, 1, first, end);
        }
        return folder.resolve("rates-0-0-0-" + incarnation + ".spill");
    }

    private void merge(FakeRun run) throws IOException {
        RunMerge.merge(folder, run.experiment(), "run", WARM_UP + STEPS, SpikeSink.NONE, StateSink.NONE);
    }

    @Test
    void whatWasCountedTwiceIsTakenOnce() throws IOException {
        FakeRun run = run();
        Path first = written(run, 1, 0, 60);
        written(run, 2, 40, WARM_UP + STEPS);
        try (FileChannel file = FileChannel.open(first, StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 5); // killed within a record
        }
        merge(run);
        byte[] twice = Files.readAllBytes(folder.resolve("rates.csv"));
        Path one = Files.createDirectory(folder.resolve("one"));
        try (RunRecording recording = new RunRecording(one, run.experiment())) {
            run.record(recording, 1);
            recording.finish(WARM_UP + STEPS);
        }
        assertArrayEquals(Files.readAllBytes(one.resolve("rates.csv")), twice);
        assertFalse(twice.length == 0);
    }

    @Test
    void countsThatDisagreeAreRefused() throws IOException {
        FakeRun run = run();
        written(run, 1, 0, 60);
        int[][] other = Arrays.stream(run.spikes()).map(int[]::clone).toArray(int[][]::new);
        other[50] = new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        written(new FakeRun(run.experiment(), other), 2, 40, 80);
        String message = assertThrows(IOException.class, () -> merge(run)).getMessage();
        assertTrue(
                message.contains("rates-0-0-0-1.spill") && message.contains("the counts of spikes in step 50 differ"),
                message);
    }

    @Test
    void damageIsRefused() throws IOException {
        FakeRun run = run();
        Path file = written(run, 1, 0, WARM_UP + STEPS);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {77}), channel.size() - 3 * SpillWriter.COUNT_BYTES + 9);
        }
        String message = assertThrows(IOException.class, () -> merge(run)).getMessage();
        assertTrue(message.contains("rates-0-0-0-1.spill: damaged behind step"), message);
    }
}
