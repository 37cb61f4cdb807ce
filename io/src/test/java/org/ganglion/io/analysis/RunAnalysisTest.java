package org.ganglion.io.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.OutputSettings;
import org.ganglion.io.config.Overrides;
import org.ganglion.io.hdf5.Compression;
import org.ganglion.io.hdf5.SpikeOrder;
import org.ganglion.io.sonata.SonataModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunAnalysisTest {
    private static final String ALL = SmallRun.NETWORK + """
            recorders:
              e: {type: spikes, from: E}
              i: {type: spikes, from: I}
            """;

    @TempDir
    Path folder;

    private static int[] counts(SmallRun run, int first, int end) {
        int[] counts = new int[end - first];
        run.spikes().stream()
                .filter(s -> s.neuron() >= first && s.neuron() < end)
                .forEach(s -> counts[s.neuron() - first]++);
        return counts;
    }

    @Test
    void aRunIsReadFromItsFolderAlone() throws IOException, InterruptedException {
        SmallRun run = SmallRun.of(folder, ALL);
        RunAnalysis analysis = RunAnalysis.read(folder);
        assertEquals(new StepWindow(500, 4500, 0.1), analysis.window());
        Activity excitatory = analysis.of("E").orElseThrow();
        assertTrue(excitatory.spikes() > 200, "a network that spikes");
        assertArrayEquals(counts(run, 0, 60), excitatory.counts());
        assertArrayEquals(counts(run, 60, 75), analysis.of("I").orElseThrow().counts());
        for (FinishedRun.PopulationFacts facts : analysis.run().populations()) {
            Activity activity = analysis.of(facts.name()).orElseThrow();
            assertEquals(facts.rateHz(), activity.rateHz(), 1e-9, "the same as the simulator counts itself");
            assertEquals(facts.spikes(), activity.spikes());
            assertEquals(facts.cv(), activity.cv(), 1e-9);
        }
        assertFalse(analysis.run().partial());
    }

    @Test
    void aPartOfARunHasTheSpikesOfThatPart() throws IOException, InterruptedException {
        SmallRun run = SmallRun.of(folder, ALL);
        RunAnalysis part = RunAnalysis.of(FinishedRun.read(folder), new StepWindow(1000, 2000, 0.1));
        long expected = run.spikes().stream()
                .filter(s -> s.step() >= 1000 && s.step() < 2000)
                .count();
        assertEquals(
                expected, part.activities().stream().mapToLong(Activity::spikes).sum());
        assertEquals(100, part.window().endMs() - part.window().firstMs(), 1e-9);
    }

    @Test
    void someNeuronsAndATimeAreAllThatIsCountedWhereNoMoreWasRecorded() throws IOException, InterruptedException {
        SmallRun run = SmallRun.of(
                folder,
                SmallRun.NETWORK
                        + "recorders: {e: {type: spikes, from: E, neurons: 10..19, start: 150 ms, stop: 350 ms}}");
        RunAnalysis analysis = RunAnalysis.read(folder);
        Activity activity = analysis.of("E").orElseThrow();
        assertEquals(10, activity.neurons());
        assertEquals(new StepWindow(1500, 3500, 0.1), activity.window());
        assertArrayEquals(counts(run, 10, 20), activity.counts());
        assertEquals(run.spikes().size() / (10 * 0.2), activity.rateHz(), 1e-9);
        assertTrue(analysis.of("I").isEmpty());
    }

    @Test
    void ratesAndCorrelationsAreOfTheTimeInWhichANeuronWasRecorded() throws IOException, InterruptedException {
        SmallRun.of(folder.resolve("all"), ConfigReader.read(ALL, "small.yaml", Overrides.NONE), 4500);
        SmallRun.of(folder.resolve("parts"), SmallRun.NETWORK + """
                        recorders:
                          few: {type: spikes, from: E, neurons: 0..19}
                          most: {type: spikes, from: E, neurons: 10..39, start: 250 ms, stop: 350 ms}
                        """);
        Activity all = RunAnalysis.read(folder.resolve("all")).of("E").orElseThrow();
        FinishedRun run = FinishedRun.read(folder.resolve("parts"));
        Activity parts = RunAnalysis.of(run, run.window()).of("E").orElseThrow();
        assertEquals(40, parts.neurons());
        double[] expected = Arrays.copyOf(all.ratesHz(), 20);
        assertArrayEquals(expected, Arrays.copyOf(parts.ratesHz(), 20), 1e-9, "recorded all the time");
        double seconds = 20 * 0.4 + 20 * 0.1;
        assertEquals(parts.spikes() / seconds, parts.rateHz(), 1e-9);
        assertEquals(all.rateHz(), parts.rateHz(), 0.2 * all.rateHz(), "and not a part of it");
        double[] curve = parts.rateHz(100);
        for (int bin = 0; bin < curve.length; bin++) {
            int first = 100 * bin;
            long spikes = Arrays.stream(parts.binned(), first, first + 100)
                    .asLongStream()
                    .sum();
            boolean most = bin == 2; // 250 to 350 ms, after a warm-up of 50 ms
            assertEquals(spikes / (most ? 4.0 : 2.0), curve[bin], 1e-9);
        }
        assertEquals(
                between(run, 2510, 3500).synchrony(), parts.synchrony(), 1e-9, "of bins in which all were recorded");
        assertArrayEquals(between(run, 2500, 3500).correlations(), parts.correlations(), 1e-9);
    }

    @Test
    void aPauseInRecordingIsNoInterval() throws IOException, InterruptedException {
        String clock = """
                name: clock
                simulation: {duration: 1 s}
                populations: {E: {size: 2, model: iaf_psc_exp, parameters: {I_e: 500 pA}}}
                recorders:
                  before: {type: spikes, from: E, stop: 400 ms}
                  after: {type: spikes, from: E, start: 600 ms}
                """;
        SmallRun.of(folder, clock);
        Activity activity = RunAnalysis.read(folder).of("E").orElseThrow();
        assertTrue(activity.spikes() > 40);
        assertEquals(0, activity.cv(), 1e-6);
        assertTrue(activity.intervals().binsThatHold(1) * activity.intervals().width() < 100);
    }

    private static Activity between(FinishedRun run, long first, long end) {
        return RunAnalysis.of(run, new StepWindow(first, end, 0.1)).of("E").orElseThrow();
    }

    @Test
    void theOrderOfSpikesInTheFileChangesNothing() throws IOException, InterruptedException {
        Config byTime = ConfigReader.read(ALL, "small.yaml", Overrides.NONE);
        OutputSettings output = new OutputSettings(
                Optional.empty(),
                true,
                true,
                false,
                false,
                Compression.DEFLATE,
                Optional.of(new SonataModel.Output(Optional.empty(), false, "mine.h5", SpikeOrder.BY_ID)));
        Config byId = new Config(byTime.experiment(), "", output);
        SmallRun.of(folder.resolve("time"), byTime, 4500);
        SmallRun.of(folder.resolve("id"), byId, 4500);
        FinishedRun run = FinishedRun.of(folder.resolve("id"), byId);
        Activity sorted = RunAnalysis.of(run, run.window()).activities().getFirst();
        Activity standard =
                RunAnalysis.read(folder.resolve("time")).activities().getFirst();
        assertArrayEquals(standard.counts(), sorted.counts());
        assertArrayEquals(standard.cvs(), sorted.cvs());
        assertArrayEquals(standard.binned(), sorted.binned());
        assertArrayEquals(standard.correlations(), sorted.correlations());
        assertEquals(standard.marks(), sorted.marks());
    }

    @Test
    void aRunThatWasStoppedIsReadUpToThere() throws IOException, InterruptedException {
        SmallRun.of(folder, ConfigReader.read(ALL, "small.yaml", Overrides.NONE), 2000);
        RunAnalysis analysis = RunAnalysis.read(folder);
        assertTrue(analysis.run().partial());
        assertEquals(new StepWindow(500, 2000, 0.1), analysis.window());
    }

    @Test
    void whatIsMissingIsSaidWithTheRemedy() throws IOException, InterruptedException {
        assertSays("there is no such folder", folder.resolve("nowhere"));
        assertSays("is a file", Files.createFile(folder.resolve("file")));
        assertSays("is not the folder of a run", Files.createDirectory(folder.resolve("empty")));
        Path unfinished = Files.createDirectory(folder.resolve("unfinished"));
        Files.createFile(unfinished.resolve("network.json"));
        assertSays("the run has not ended", unfinished);
        Path run = folder.resolve("run");
        SmallRun.of(run, ALL);
        Files.delete(run.resolve("spikes.h5"));
        assertSays("run the network again", run);
    }

    private static void assertSays(String what, Path where) {
        UnreadableRunException thrown = assertThrows(UnreadableRunException.class, () -> RunAnalysis.read(where));
        String message = String.valueOf(thrown.getMessage());
        assertTrue(message.startsWith(where.toString()) && message.contains(what), message);
    }

    @Test
    void aRunOfWhichNoSpikesWereRecordedHasNoActivities() throws IOException, InterruptedException {
        SmallRun.of(folder, SmallRun.NETWORK);
        assertEquals(List.of(), RunAnalysis.read(folder).activities());
    }
}
