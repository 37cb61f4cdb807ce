package org.ganglion.io.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.ganglion.io.TestExperiments;
import org.ganglion.io.hdf5.Compression;
import org.ganglion.io.hdf5.SpikeCounts;
import org.ganglion.io.hdf5.SpikeFile;
import org.ganglion.io.hdf5.SpikeOrder;
import org.ganglion.network.SpikeTimes;
import org.ganglion.network.spec.DescribedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpikeTimesFileTest {
    @TempDir
    private Path folder;

    private SpikeTimes text(String content) throws Exception {
        return SpikeTimesFile.read(DescribedFile.of(Files.writeString(folder.resolve("spikes.csv"), content)), "");
    }

    private static long[] tics(SpikeTimes times, int neuron) {
        return LongStream.range(times.begin(neuron), times.end(neuron))
                .map(i -> times.tic((int) i))
                .toArray();
    }

    /** The same spikes, in every way of writing them. */
    @Test
    void textInColumns() throws Exception {
        for (String content : List.of(
                "2,1.5\n0,3\n2,0.0004\n",
                "2 1.5\r\n0 3\r\n2 0.0004",
                "# spikes\n\n2\t1.5\n  0\t3  \n2;4e-4\n",
                "neuron,time\n2,1.5\n0,3\n2,0.0004\n",
                "time_ms sender\n1.5 2\n3.0 0\n.0004 2\n",
                "\"time\";\"weight\";\"gid\"\n1.5;99;2\n3;x;0\n0.0004;;2\n".replace(";;", ";0;"))) {
            SpikeTimes times = text(content);
            assertFalse(times.common(), content);
            assertEquals(3, times.neurons(), content);
            assertArrayEquals(new long[] {3000}, tics(times, 0), content);
            assertArrayEquals(new long[] {}, tics(times, 1), content);
            assertArrayEquals(new long[] {0, 1500}, tics(times, 2), content);
            assertArrayEquals(new long[] {}, tics(times, 3), "a neuron that is not in the file");
        }
    }

    @Test
    void timesAloneAreTheSameForAll() throws Exception {
        for (String content : List.of("10\n2.0006\n2.0006\n", "time\n2.0006\n10\n2.0006\n")) {
            SpikeTimes times = text(content);
            assertTrue(times.common());
            assertEquals(0, times.neurons());
            assertArrayEquals(new long[] {2001, 2001, 10_000}, tics(times, 7));
        }
        assertEquals(0, text("").spikes());
    }

    @Test
    void mistakesInTextAreToldWithTheirLine() {
        Map<String, String> mistakes = Map.of(
                "1,2\n3,x\n", ":2: \"x\" is not a number",
                "1,2\n3\n", ":2: has 1 columns, where the lines before it have 2",
                "1,2,3\n", ":1: has 3 columns; write neuron and time, or name the columns in a first line",
                "cell,when\n", ":1: \"cell, when\" names no columns of spikes; name them neuron and time",
                "1,2\n1.5,3\n", ":2: \"1.5\" is no neuron; neurons are numbered from 0",
                "-1,2\n", ":1: \"-1\" is no neuron; neurons are numbered from 0",
                "1,NaN\n", ":1: a spike at NaN ms; times must be at least 0 ms",
                "1,1e300\n", ":1: a spike at 1.0E300 ms; that is too late, times must be below 1.0E12 ms");
        mistakes.forEach((content, message) -> {
            String found =
                    assertThrows(InputFileException.class, () -> text(content)).getMessage();
            assertTrue(found.endsWith(message), found);
        });
    }

    @Test
    void whatARunHasRecordedIsRead() throws Exception {
        var network = TestExperiments.experiment(
                        List.of(TestExperiments.population("E", 5), TestExperiments.population("I", 3)),
                        List.of(),
                        10,
                        0)
                .network();
        Path path = folder.resolve("spikes.h5");
        SpikeCounts counts = new SpikeCounts(network, SpikeOrder.BY_TIME);
        counts.add(new int[] {4, 4, 5, 0, 7}, 5);
        try (SpikeFile file =
                new SpikeFile(path, network, List.of(0, 1), counts, SpikeOrder.BY_TIME, 0.1, Compression.DEFLATE)) {
            file.spikes(4, new int[] {4, 4, 5}, 3);
            file.spikes(9, new int[] {0, 7}, 2);
            file.commit();
        }
        SpikeTimes excitatory = SpikeTimesFile.read(DescribedFile.of(path), "E");
        assertArrayEquals(new long[] {500, 500}, tics(excitatory, 4));
        assertArrayEquals(new long[] {1000}, tics(excitatory, 0));
        SpikeTimes inhibitory = SpikeTimesFile.read(DescribedFile.of(path), "I");
        assertArrayEquals(new long[] {1000}, tics(inhibitory, 2));
        assertEquals("I", inhibitory.population());
        InputFileException none = assertThrows(
                InputFileException.class,
                () -> SpikeTimesFile.read(DescribedFile.of(path), "E", new SpikeTimesFile.Neurons("few", 4)));
        assertTrue(
                String.valueOf(none.getMessage()).contains("entry 0 is 4, but few has the neurons 0 to 3"),
                none.getMessage());
        assertTrue(
                message(path, "").contains("/spikes/: there are E, I; say which one is meant with population"),
                message(path, ""));
        assertTrue(message(path, "X").contains("no population is called \"X\" (there are E, I)"));
    }

    private String message(Path path, String population) {
        return assertThrows(InputFileException.class, () -> SpikeTimesFile.read(DescribedFile.of(path), population))
                .getMessage();
    }

    @Test
    void olderFilesAndOtherTypesOfNumbersAreRead() throws Exception {
        Path old = folder.resolve("old.h5");
        try (WritableHdfFile file = HdfFile.write(old)) {
            WritableGroup spikes = file.putGroup("spikes");
            spikes.putDataset("gids", new int[] {1, 0});
            spikes.putDataset("timestamps", new float[] {0.5f, 2});
        }
        SpikeTimes times = SpikeTimesFile.read(DescribedFile.of(old), "");
        assertArrayEquals(new long[] {500}, tics(times, 1));

        Path seconds = folder.resolve("seconds.h5");
        try (WritableHdfFile file = HdfFile.write(seconds)) {
            WritableGroup only = file.putGroup("spikes").putGroup("only");
            only.putDataset("node_ids", new long[] {1, 0});
            only.putDataset("timestamps", new double[] {0.5, 2}).putAttribute("units", "s");
        }
        assertArrayEquals(new long[] {500_000}, tics(SpikeTimesFile.read(DescribedFile.of(seconds), ""), 1));
        assertTrue(
                message(Files.writeString(folder.resolve("a.csv"), "1\n"), "E").contains("has no populations"));
    }

    @Test
    void filesThatAreNoSpikesAreRefused() throws Exception {
        Path none = folder.resolve("none.h5");
        try (WritableHdfFile file = HdfFile.write(none)) {
            file.putGroup("edges");
        }
        assertTrue(
                message(none, "").contains("/spikes: there is no such group; spikes are expected there"),
                message(none, ""));
        Path uneven = folder.resolve("uneven.h5");
        try (WritableHdfFile file = HdfFile.write(uneven)) {
            WritableGroup spikes = file.putGroup("spikes");
            spikes.putDataset("gids", new int[] {1, 0, 1});
            spikes.putDataset("timestamps", new float[] {0.5f, 2});
        }
        assertTrue(
                message(uneven, "").contains("/spikes/gids: has 3 entries, but /spikes/timestamps has 2"),
                message(uneven, ""));
        Path late = folder.resolve("negative.h5");
        try (WritableHdfFile file = HdfFile.write(late)) {
            WritableGroup spikes = file.putGroup("spikes");
            spikes.putDataset("gids", new int[] {1, -1});
            spikes.putDataset("timestamps", new float[] {0.5f, 2});
        }
        assertTrue(message(late, "").contains("/spikes/gids: entry 1 is -1, which is no neuron"), message(late, ""));
    }
}
