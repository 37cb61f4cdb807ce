package org.ganglion.io.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ganglion.io.TestExperiments;
import org.ganglion.io.hdf5.Compression;
import org.ganglion.io.hdf5.SpikeOrder;
import org.ganglion.io.sonata.source.H5File;
import org.ganglion.io.sonata.source.H5Group;
import org.ganglion.network.Experiment;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spikes in another order, under another name, and as text. */
class RecordingFormatTest {
    @TempDir
    Path folder;

    private record Spike(double timeMs, long node) {}

    private final Experiment experiment = TestExperiments.experiment(
            List.of(
                    TestExperiments.population("E", 40),
                    TestExperiments.population("I", 10),
                    TestExperiments.population("quiet", 3)),
            List.of(
                    new Recorder.Spikes("e", "E", Selection.ALL),
                    new Recorder.Spikes("i", "I", Selection.ALL),
                    new Recorder.Spikes("q", "quiet", Selection.ALL)),
            300,
            0);
    private final FakeRun run = FakeRun.random(experiment, 50, 0.3, 11);

    private List<Path> record(RecordingFormat format, String name) throws IOException {
        Path target = Files.createDirectories(folder.resolve(name));
        try (RunRecording recording = new RunRecording(target, experiment)) {
            run.record(recording, 3);
            return recording.finish(3000, format, SpikeSink.NONE, StateSink.NONE);
        }
    }

    private List<Spike> expected(int first, int end) {
        List<Spike> spikes = new ArrayList<>();
        for (int step = 0; step < run.spikes().length; step++) {
            for (int neuron : run.spikes()[step]) {
                if (neuron >= first && neuron < end) {
                    spikes.add(new Spike((step + 1) / 10.0, neuron - first));
                }
            }
        }
        return spikes;
    }

    private static List<Spike> read(Path file, String population) {
        List<Spike> spikes = new ArrayList<>();
        try (H5File hdf5 = H5File.open(file)) {
            H5Group group = hdf5.root().requireGroup("spikes", "").requireGroup(population, "");
            double[] times = group.requireColumn("timestamps").allDoubles();
            long[] nodes = group.requireColumn("node_ids").allLongs();
            for (int i = 0; i < times.length; i++) {
                spikes.add(new Spike(times[i], nodes[i]));
            }
        }
        return spikes;
    }

    @Test
    void spikesByIdAreThoseByTimeSortedByNode() throws IOException {
        Path file = record(new RecordingFormat("mine.h5", SpikeOrder.BY_ID, false, Compression.DEFLATE), "a")
                .getFirst();
        assertEquals("mine.h5", String.valueOf(file.getFileName()));
        Comparator<Spike> byId = Comparator.comparingLong(Spike::node).thenComparing(Spike::timeMs);
        List<Spike> excitatory = expected(0, 40);
        excitatory.sort(byId);
        assertTrue(excitatory.size() > 5_000, "more of a node than its buffer holds");
        assertEquals(excitatory, read(file, "E"));
        List<Spike> inhibitory = expected(40, 50);
        inhibitory.sort(byId);
        assertEquals(inhibitory, read(file, "I"));
        assertEquals(List.of(), read(file, "quiet"));
        try (HdfFile hdf5 = new HdfFile(file)) {
            assertEquals(
                    "by_id", hdf5.getByPath("spikes/E").getAttribute("sorting").getData());
        }
    }

    @Test
    void aTableHasTheSpikesOfTheFileInTheOrderOfTime() throws IOException {
        List<Path> files = record(RecordingFormat.STANDARD.withTable(true), "b");
        assertEquals(
                List.of("spikes.h5", "spikes.csv"),
                files.stream().map(f -> String.valueOf(f.getFileName())).toList());
        List<String> lines = new ArrayList<>();
        for (int step = 0; step < run.spikes().length; step++) {
            int[] neurons = java.util.Arrays.stream(run.spikes()[step]).sorted().toArray();
            for (int neuron : neurons) {
                String node = neuron < 40 ? "E," + neuron : "I," + (neuron - 40);
                lines.add((step + 1) / 10.0 + "," + node);
            }
        }
        lines.addFirst("timestamps,population,node_ids");
        assertEquals(lines, Files.readAllLines(files.get(1)));
        try (Stream<Path> left = Files.list(folder.resolve("b"))) {
            assertFalse(left.anyMatch(f -> f.toString().endsWith(".part")));
        }
    }
}
