package org.ganglion.io.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ganglion.io.TestExperiments;
import org.ganglion.network.Experiment;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HDF Group's own reader opens what we write. Needs h5dump and h5py, which {@code .ci/run} installs. */
class StandardToolsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void recordThreeSpikesAndTwoSamples() throws IOException {
        Experiment experiment = TestExperiments.experiment(
                List.of(TestExperiments.population("E", 4), TestExperiments.population("quiet", 2)),
                List.of(
                        new Recorder.Spikes("a", "E", Selection.ALL),
                        new Recorder.Spikes("b", "quiet", Selection.ALL),
                        new Recorder.State("v", "E", Selection.ALL, List.of("V_m"), 0.2)),
                0.5,
                0);
        FakeRun run = new FakeRun(experiment, new int[][] {{}, {}, {3, 1}, {}, {0}});
        try (RunRecording recording = new RunRecording(folder, experiment)) {
            run.record(recording, 2);
            recording.finish(5);
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("tool", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int status = process.waitFor();
            String text = Files.readString(output, StandardCharsets.UTF_8);
            assertEquals(0, status, text);
            return text;
        } catch (IOException e) {
            return fail(command[0] + " is needed by this test: apt-get install hdf5-tools python3-h5py", e);
        } finally {
            Files.delete(output);
        }
    }

    @Test
    void h5dumpPrintsTheSpikes() throws Exception {
        String text = run("h5dump", "spikes.h5");
        assertTrue(text.contains("(0): 0.3, 0.3, 0.5"), text);
        assertTrue(text.contains("(0): 1, 3, 0"), text);
        assertTrue(text.contains("\"by_time\"          2;"), text);
        assertTrue(text.contains("DATASPACE  SIMPLE { ( 0 ) / ( 0 ) }"), text);
    }

    @Test
    void h5dumpPrintsTheSamples() throws Exception {
        String text = run("h5dump", "states.h5");
        assertTrue(text.contains("DATASPACE  SIMPLE { ( 2, 4 ) / ( 2, 4 ) }"), text);
        assertTrue(text.contains("(0): 0.2, 0.6, 0.2"), text);
    }

    @Test
    void h5pyReadsSpikesAndSamples() throws Exception {
        String script = "import h5py\n"
                + "f = h5py.File('spikes.h5', 'r')\n"
                + "e, q = f['spikes/E'], f['spikes/quiet']\n"
                + "print(int(f.attrs['magic']), list(map(int, f.attrs['version'])), sorted(f['spikes']))\n"
                + "print(e['timestamps'][:].tolist(), e['node_ids'][:].tolist(), e['node_ids'].dtype)\n"
                + "units = e['timestamps'].attrs['units']\n"
                + "print(units.decode() if isinstance(units, bytes) else units, int(e.attrs['sorting']),"
                + " h5py.check_enum_dtype(e.attrs.get_id('sorting').dtype)['by_time'])\n"
                + "print(q['timestamps'].shape, q['node_ids'][:].tolist())\n"
                + "s = h5py.File('states.h5', 'r')['report/E']\n"
                + "print(s['data'][:].tolist(), s['data'].dtype, s['mapping/time'][:].tolist())\n"
                + "print([s['mapping/' + k][:].tolist() for k in ('node_ids', 'element_ids', 'index_pointers')])\n";
        String text = run("/usr/bin/python3", "-c", script);
        String expected = """
                2682 [0, 1] ['E', 'quiet']
                [0.3, 0.3, 0.5] [1, 3, 0] uint64
                ms 2 2
                (0,) []
                [[0.0009765625, 1.0009765625, 2.0009765625, 3.0009765625], \
                [0.0029296875, 1.0029296875, 2.0029296875, 3.0029296875]] float32 [0.2, 0.6, 0.2]
                [[0, 1, 2, 3], [0, 0, 0, 0], [0, 1, 2, 3, 4]]
                """;
        assertEquals(expected, text);
    }
}
