package org.ganglion.io.sonata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigException;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.io.hdf5.Compression;
import org.ganglion.io.hdf5.SpikeOrder;
import org.ganglion.io.record.RecordingFormat;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;
import org.ganglion.simulator.SampleTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration says of results: where they go, in what order, and which samples are taken. */
class OutputSectionTest {
    @TempDir
    Path folder;

    private Config read(String sections, String... overrides) throws IOException {
        TestCircuit circuit = new TestCircuit(folder);
        circuit.hdf5("nodes.h5", TestCircuit.nodes("v1", 1, 1));
        circuit.text("types.csv", "node_type_id model_type model_template", "1 point_neuron nest:iaf_psc_alpha");
        circuit.text(
                "config.json",
                "{\"run\": {\"tstop\": 100.0, \"dt\": 0.1},",
                " \"networks\": {\"nodes\": [{\"nodes_file\": \"nodes.h5\", \"node_types_file\": \"types.csv\"}]},",
                sections + "}");
        return ConfigReader.read(folder.resolve("config.json"), Overrides.of(overrides));
    }

    @Test
    void spikesAreWrittenUnderTheNameAndInTheOrderThatIsAskedFor() throws Exception {
        Config config = read("\"output\": {\"output_dir\": \"out\", \"spikes_file\": \"mine.h5\","
                + " \"spikes_sort_order\": \"by_id\", \"log_file\": \"log.txt\"}");
        assertEquals(folder.resolve("out"), config.output().directory().orElseThrow());
        assertEquals(
                new RecordingFormat("mine.h5", SpikeOrder.BY_ID, false, Compression.DEFLATE),
                config.output().format());
    }

    @Test
    void spikesComeByTimeWhereNoOrderIsAskedFor() throws Exception {
        RecordingFormat standard = new RecordingFormat("spikes.h5", SpikeOrder.BY_TIME, false, Compression.DEFLATE);
        assertEquals(standard, read("\"output\": {}").output().format());
        assertEquals(
                standard,
                read("\"output\": {\"spikes_sort_order\": \"none\"}").output().format());
        assertEquals(
                standard.withTable(true),
                read("\"output\": {}", "output.spikes_csv=true").output().format());
    }

    @Test
    void anOrderThatThereIsNotIsAMistake() {
        String said = String.valueOf(
                assertThrows(ConfigException.class, () -> read("\"output\": {\"spikes_sort_order\": \"by_tiem\"}"))
                        .getMessage());
        assertTrue(said.contains("output.spikes_sort_order"), said);
        assertTrue(said.contains("did you mean \"by_time\"?"), said);
    }

    @Test
    void reportsTakeSamplesAfterTheirStartAndUpToTheirEnd() throws Exception {
        Config config = read("\"reports\": {\"r\": {\"cells\": \"v1\", \"variable_name\": \"V_m\", \"dt\": 3.0,"
                + " \"start_time\": 10.0, \"end_time\": 20.0}}");
        Recorder.State report =
                (Recorder.State) config.experiment().network().recorders().get(1);
        assertEquals(Selection.ALL, report.neurons());
        SampleTimes times = SampleTimes.of(report, 0.1);
        List<Double> sampledMs = LongStream.range(0, 1000)
                .filter(times::sampled)
                .mapToObj(step -> (step + 1) / 10.0)
                .toList();
        assertEquals(List.of(13.0, 16.0, 19.0), sampledMs);
    }

    @Test
    void aReportMayEndBehindTheEndOfTheRunButNotBeforeItsStart() throws Exception {
        String report = "\"reports\": {\"r\": {\"cells\": \"v1\", \"variable_name\": \"V_m\", ";
        Config open = read(report + "\"end_time\": 5000.0}}");
        assertEquals(
                Double.POSITIVE_INFINITY,
                open.experiment().network().recorders().get(1).stopMs());
        String said = String.valueOf(
                assertThrows(ConfigException.class, () -> read(report + "\"start_time\": 10.0, \"end_time\": 5.0}}"))
                        .getMessage());
        assertTrue(said.contains("reports.r.end_time: 5.0 ms is not after the start (10.0 ms)"), said);
    }
}
