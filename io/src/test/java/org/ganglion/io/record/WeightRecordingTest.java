package org.ganglion.io.record;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.Recorder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.random.Uniform;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.Simulation;
import org.ganglion.simulator.WeightMatrix;
import org.ganglion.simulator.actor.ActorSimulation;
import org.ganglion.simulator.group.PlainSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights as they stand in {@code weights.h5}. */
class WeightRecordingTest {
    private static final double EVER = Double.POSITIVE_INFINITY;
    private static final int STEPS = 900;
    private static final List<Integer> SOME = List.of(3, 40, 77);

    @TempDir
    private Path folder;

    private static Experiment experiment() {
        Synapse stdp = Synapse.of("stdp_synapse").set("lambda", 0.05).set("Wmax", 60);
        return NetworkBuilder.named("net")
                .population("fibres", 40, "parrot_neuron")
                .population("E", 100, "iaf_psc_exp")
                .poisson("noise", "fibres", 60, 1)
                .poisson("background", "E", 9000, 40)
                .project(
                        "in",
                        "fibres",
                        "E",
                        new FixedIndegree(10, true, true),
                        weight(new Uniform(10, 50)),
                        delayMs(new Uniform(0.1, 3)),
                        stdp)
                .project("rest", "E", "E", new FixedIndegree(5, true, true), weight(new Uniform(-30, 30)), delayMs(1))
                .record(new Recorder.Weights("all", "in", 5))
                .record(new Recorder.Weights(
                        "some/in", "in", new Selection.Slice(0, 20), new Selection.Listed(SOME), 2, 30, 61))
                .record(new Recorder.Weights("end", "rest", EVER))
                .recordSpikes("E")
                .simulate(RunSettings.DEFAULT.withSeed(3).withWarmUpMs(12).withDurationMs(STEPS / 10.0 - 12));
    }

    /** Runs and merges; returns the weights at the end. */
    private static WeightMatrix run(Path into, Experiment experiment, int groups, boolean actors) throws Exception {
        try (RunRecording recording = new RunRecording(into, experiment);
                Simulation simulation = actors
                        ? ActorSimulation.build(
                                new Experiment(
                                        experiment.network(),
                                        experiment.settings().withGroups(groups).withThreads(2)),
                                recording)
                        : PlainSimulation.build(experiment, groups, recording)) {
            simulation.runTo(STEPS);
            WeightMatrix end = simulation.weights("in");
            List<Path> written = recording.finish(
                    STEPS, RecordingFormat.STANDARD, SpikeSink.NONE, StateSink.NONE, simulation::synapses);
            assertTrue(written.contains(into.resolve("weights.h5")));
            return end;
        }
    }

    private static int[] ints(Group group, String name) {
        return Arrays.stream((BigInteger[]) group.getDatasetByPath(name).getData())
                .mapToInt(BigInteger::intValueExact)
                .toArray();
    }

    @Test
    void samplesAndTheWeightsAtTheEndAreReadBack() throws Exception {
        Experiment experiment = experiment();
        WeightMatrix end = run(folder, experiment, 3, false);
        try (HdfFile file = new HdfFile(folder.resolve("weights.h5"))) {
            Group weights = (Group) file.getChild("weights");
            assertEquals(Set.of("all", "some_in", "end"), weights.getChildren().keySet());
            Group all = (Group) weights.getChild("all");
            assertEquals("in", all.getAttribute("projection").getData());
            assertEquals("all", all.getAttribute("recorder").getData());
            assertArrayEquals(end.sources(), ints(all, "source"));
            assertArrayEquals(end.targets(), ints(all, "target"));
            assertEquals(1000, end.size());
            Dataset last = all.getDatasetByPath("final");
            assertArrayEquals(end.weights(), (double[]) last.getData());
            assertEquals("pA", last.getAttribute("units").getData());
            assertEquals(90.0, last.getAttribute("time").getData());
            assertArrayEquals(
                    end.delaysMs(), (double[]) all.getDatasetByPath("delay").getData());
            assertEquals(
                    "fibres",
                    all.getDatasetByPath("source").getAttribute("population").getData());
            assertEquals(
                    "E",
                    all.getDatasetByPath("target").getAttribute("population").getData());
            double[] times = (double[]) all.getDatasetByPath("time").getData();
            assertArrayEquals(new double[] {15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90}, times);
            float[][] samples = (float[][]) all.getDatasetByPath("weights").getData();
            int changed = 0;
            for (int i = 0; i < end.size(); i++) {
                assertEquals((float) end.weights()[i], samples[15][i]);
                changed += samples[0][i] != samples[15][i] ? 1 : 0;
            }
            assertTrue(changed > 500, "the weights of " + changed + " synapses have changed");
            assertSome(all, (Group) weights.getChild("some_in"), samples);
            Group rest = (Group) weights.getChild("end");
            assertEquals(
                    Set.of("source", "target", "delay", "final"),
                    rest.getChildren().keySet(),
                    "without an interval there are no samples");
            double[] drawn = (double[]) rest.getDatasetByPath("final").getData();
            assertEquals(500, drawn.length);
            assertTrue(Arrays.stream(drawn).allMatch(w -> Math.abs(w) < 30)
                    && Arrays.stream(drawn).anyMatch(w -> w < -20)
                    && Arrays.stream(drawn).anyMatch(w -> w > 20));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    0,
                    left.filter(f -> f.toString().matches(".*\\.(spill|part)")).count());
        }
    }

    /** At 32, 34 ... 60 ms, synapses of sources 0 to 19 onto three targets; of them 40 and 60 ms are in the other one too. */
    private static void assertSome(Group all, Group some, float[][] samples) {
        double[] times = (double[]) some.getDatasetByPath("time").getData();
        assertEquals(15, times.length);
        assertEquals(32, times[0]);
        assertEquals(60, times[14]);
        float[][] chosen = (float[][]) some.getDatasetByPath("weights").getData();
        int[] sources = ints(all, "source");
        int[] targets = ints(all, "target");
        int n = 0;
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] < 20 && SOME.contains(targets[i])) {
                assertEquals(sources[i], ints(some, "source")[n]);
                assertEquals(targets[i], ints(some, "target")[n]);
                assertEquals(samples[5][i], chosen[4][n]);
                assertEquals(samples[9][i], chosen[14][n]);
                n++;
            }
        }
        assertEquals(n, chosen[0].length);
        assertTrue(n > 5);
    }

    @Test
    void theFileIsTheSameByteForByteForAnyGroups() throws Exception {
        Experiment experiment = experiment();
        Path one = Files.createDirectory(folder.resolve("one"));
        run(one, experiment, 1, false);
        byte[] expected = Files.readAllBytes(one.resolve("weights.h5"));
        for (int groups : new int[] {2, 3, 7}) {
            Path other = Files.createDirectory(folder.resolve("of" + groups));
            run(other, experiment, groups, groups == 7);
            assertArrayEquals(expected, Files.readAllBytes(other.resolve("weights.h5")), groups + " groups");
        }
    }

    /** Records steps up to {@code end} under an incarnation, and changes files afterwards. */
    private void record(Experiment experiment, RunLeg leg, long incarnation, long end) throws Exception {
        try (RunRecording recording = new RunRecording(folder, experiment, leg)) {
            Recording started = recording.incarnation(incarnation);
            try (Simulation simulation = PlainSimulation.build(experiment, 2, started)) {
                simulation.runTo(end);
            }
        }
    }

    private void merge(Experiment experiment, String runId) throws IOException {
        RunMerge.merge(folder, experiment, runId, STEPS, SpikeSink.NONE, StateSink.NONE);
    }

    @Test
    void whatWasSampledTwiceIsTakenOnceAndOtherLegsContinue() throws Exception {
        Experiment experiment = experiment();
        Path one = Files.createDirectory(folder.resolve("one"));
        try (RunRecording recording = new RunRecording(one, experiment);
                Simulation simulation = PlainSimulation.build(experiment, 3, recording)) {
            simulation.runTo(STEPS);
            recording.finish(STEPS);
        }
        record(experiment, new RunLeg("run", 0, 0), 1, 500);
        record(experiment, new RunLeg("run", 0, 0), 2, 620);
        record(experiment, new RunLeg("run", 1, 600), 3, STEPS); // repeats what came before 600 as well
        Path killed = folder.resolve("weights-0-0-1-1.spill");
        try (FileChannel file = FileChannel.open(killed, StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 5); // within a record
        }
        merge(experiment, "run");
        assertArrayEquals(
                Files.readAllBytes(one.resolve("weights.h5")), Files.readAllBytes(folder.resolve("weights.h5")));
        try (HdfFile file = new HdfFile(folder.resolve("weights.h5"))) {
            double[] end = (double[]) file.getDatasetByPath("weights/all/final").getData();
            assertTrue(Arrays.stream(end).allMatch(Double::isNaN), "nobody told the weights at the end");
            double[] rest =
                    (double[]) file.getDatasetByPath("weights/end/final").getData();
            assertFalse(Arrays.stream(rest).anyMatch(Double::isNaN), "these never change");
        }
    }

    @Test
    void damageIsRefused() throws Exception {
        Experiment experiment = experiment();
        record(experiment, new RunLeg("run", 0, 0), 1, STEPS);
        record(experiment, new RunLeg("run", 0, 0), 2, STEPS);
        Path damaged = folder.resolve("weights-0-0-1-2.spill");
        try (FileChannel file = FileChannel.open(damaged, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[] {77, 77}), file.size() - 50);
        }
        String message = String.valueOf(
                assertThrows(IOException.class, () -> merge(experiment, "run")).getMessage());
        assertTrue(message.contains("weights-0-0-1-2.spill: damaged: wrong checksum of sample 15"), message);
    }

    @Test
    void aFileOfAnotherRecorderIsRefused() throws Exception {
        Experiment experiment = experiment();
        record(experiment, new RunLeg("run", 0, 0), 1, STEPS);
        Experiment fewer = new Experiment(
                new org.ganglion.network.Network(
                        experiment.network().name(),
                        experiment.network().populations(),
                        experiment.network().projections(),
                        experiment.network().stimuli(),
                        List.of(new Recorder.Weights(
                                "all", "in", new Selection.Slice(0, 20), Selection.ALL, 5, 0, EVER))),
                experiment.settings());
        try (Stream<Path> others = Files.list(folder)) {
            for (Path file :
                    others.filter(f -> !f.toString().contains("weights-0-0-")).toList()) {
                Files.delete(file);
            }
        }
        String message = String.valueOf(
                assertThrows(IOException.class, () -> merge(fewer, "run")).getMessage());
        assertTrue(message.contains("was written for another recorder"), message);
    }
}
