package org.ganglion.io.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.ganglion.io.hdf5.ColumnFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Hdf5InspectorTest {
    @TempDir
    Path folder;

    private Path spikes(double[] times, double... ids) throws IOException {
        Path path = folder.resolve("spikes.h5");
        try (ColumnFile file = new ColumnFile(path)) {
            file.sortedByTime("spikes/E");
            file.reals("spikes/E/timestamps", times.length);
            file.attribute("spikes/E/timestamps", "units", "ms");
            file.reals("spikes/E/node_ids", ids.length);
            file.layOut();
            file.fill("spikes/E/timestamps", times);
            file.fill("spikes/E/node_ids", ids);
            file.commit();
        }
        return path;
    }

    private Path nodes(double... ids) throws IOException {
        Path path = folder.resolve("nodes.h5");
        try (ColumnFile file = new ColumnFile(path)) {
            file.reals("nodes/E/node_id", ids.length);
            file.wholes("nodes/E/node_type_id", ids.length);
            file.reals("nodes/E/0/x", ids.length);
            file.layOut();
            file.fill("nodes/E/node_id", ids);
            file.repeat("nodes/E/node_type_id", 100);
            file.fill("nodes/E/0/x", ids);
            file.commit();
        }
        return path;
    }

    private static Inspection inspect(Path... files) {
        KnownNodes known = new KnownNodes();
        Inspection last = new Inspection();
        for (Path file : files) {
            last = Hdf5Inspector.of(file, known);
        }
        return last;
    }

    private static void assertWrong(Inspection found, String... expected) {
        assertEquals(List.of(expected), found.wrong());
    }

    @Test
    void spikesAreCountedWithTheirNodesTimesAndRate() throws Exception {
        Inspection found = inspect(spikes(new double[] {0.5, 0.5, 20, 100}, 3, 7, 3, 0));
        assertWrong(found);
        // 4 spikes of 3 nodes in 0.1 s
        assertEquals(
                "spikes of E: 4 of 3 nodes with ids from 0 to 7, at 0.5 to 100 ms, 13.333 Hz a node that spikes up to"
                        + " the last one, by_time",
                found.lines().getLast());
        String told = String.join("\n", found.lines());
        assertTrue(told.contains("attribute version = "), told);
        assertFalse(told.contains("magic") || told.contains("_jHDF"), told); // they are as in every file
        // with 10 nodes, 4 spikes of a node in a second
        assertTrue(inspect(nodes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), spikes(new double[] {0.5, 0.5, 20, 100}, 3, 7, 3, 0))
                .lines()
                .getLast()
                .contains("4 Hz a node up to"));
    }

    @Test
    void spikesOutOfOrderWithoutTimeOrOfNobodyAreWrong() throws Exception {
        assertWrong(
                inspect(spikes(new double[] {2, 1}, 0, 0)),
                "/spikes/E: says that spikes are sorted by_time, but they are not");
        assertWrong(
                inspect(spikes(new double[] {1, Double.NaN, -2}, 0, 0, 0)),
                "/spikes/E/timestamps: 1 time is no number",
                "/spikes/E/timestamps: the first time is -2; none can be negative",
                "/spikes/E: says that spikes are sorted by_time, but they are not");
        assertWrong(
                inspect(nodes(0, 1, 2), spikes(new double[] {1, 2}, 0, 3)),
                "/spikes/E/node_ids: holds ids from 0 to 3, but E has 3 nodes with ids from 0 to 2");
        assertWrong(inspect(spikes(new double[] {1, 2}, 0)), "/spikes/E/node_ids: has 1 entries, but timestamps has 2");
    }

    @Test
    void nodesWithTheSameIdAndAttributesWithoutNumberAreWrong() throws Exception {
        Inspection found = inspect(nodes(4, 5, 5));
        assertWrong(found, "/nodes/E/node_id: the id 5 is given twice; every node needs its own");
        assertTrue(found.lines().contains("nodes E: 3 nodes with ids from 4 to 5, types 100"), () -> found.lines()
                .toString());
        assertTrue(found.lines().contains("  group 0: x, 3 from 4 to 5"), () -> found.lines()
                .toString());
    }

    @Test
    void edgesToMissingNodesAndDelaysOfNothingAreWrong() throws Exception {
        Path path = folder.resolve("edges.h5");
        try (ColumnFile file = new ColumnFile(path)) {
            for (String column :
                    List.of("source_node_id", "target_node_id", "edge_type_id", "0/syn_weight", "0/delay")) {
                file.reals("edges/E_to_E/" + column, 2);
            }
            file.attribute("edges/E_to_E/source_node_id", "node_population", "E");
            file.layOut();
            file.fill("edges/E_to_E/source_node_id", 0, 2);
            file.fill("edges/E_to_E/target_node_id", 9, 1);
            file.fill("edges/E_to_E/edge_type_id", 7, 7);
            file.fill("edges/E_to_E/0/syn_weight", Double.POSITIVE_INFINITY, 1);
            file.fill("edges/E_to_E/0/delay", 0, 1.5);
            file.commit();
        }
        assertWrong(
                inspect(nodes(0, 1, 2), path),
                "/edges/E_to_E/target_node_id: the attribute node_population is missing; it says whose ids these are",
                "/edges/E_to_E/0/delay: the smallest delay is 0; all must be above 0",
                "/edges/E_to_E/0/syn_weight: 1 value is no number");
    }

    @Test
    void aReportWhoseTimesAndDataDisagreeIsWrong() throws Exception {
        Path path = folder.resolve("report.h5");
        try (WritableHdfFile file = HdfFile.write(path)) {
            WritableGroup report = file.putGroup("report").putGroup("E");
            report.putDataset("data", new float[][] {{1, 2}, {3, Float.NaN}, {5, 6}})
                    .putAttribute("units", "mV");
            WritableGroup mapping = report.putGroup("mapping");
            mapping.putDataset("node_ids", new long[] {0, 5});
            mapping.putDataset("index_pointers", new long[] {0, 1, 2});
            mapping.putDataset("time", new double[] {0, 2, 0.5});
        }
        Inspection found = inspect(nodes(0, 1, 2), path);
        assertWrong(
                found,
                "/report/E/data: 1 value is no number",
                "/report/E/mapping/time: from 0 to 2 ms every 0.5 ms there would be 4 samples, but data has 3",
                "/report/E/mapping/node_ids: holds ids from 0 to 5, but E has 3 nodes with ids from 0 to 2",
                "/: the attribute magic is missing; SONATA has 2682 (0x0A7A) there",
                "/: the attribute version is missing; SONATA has two numbers there, such as 0 and 1");
        assertTrue(
                found.lines()
                        .contains(
                                "report E: 3 samples of 2 elements of 2 nodes, 0 to 2 ms every 0.5 ms, values from 1 to 6"
                                        + " mV"),
                () -> found.lines().toString());
    }

    /** Whatever the damage, it is told; nothing is thrown. */
    @Test
    void damagedFilesAreTold() throws Exception {
        byte[] sound = Files.readAllBytes(spikes(new double[] {0.5, 0.5, 20, 100}, 3, 7, 3, 0));
        Random random = new Random(9);
        int wrong = 0;
        for (int trial = 0; trial < 60; trial++) {
            byte[] bytes = java.util.Arrays.copyOf(sound, trial % 4 == 0 ? random.nextInt(sound.length) : sound.length);
            for (int i = 0; i < trial % 5 && bytes.length > 0; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Path path = Files.write(folder.resolve("damaged.h5"), bytes);
            wrong += inspect(path).wrong().isEmpty() ? 0 : 1;
        }
        assertTrue(wrong > 15, wrong + " of 60 are found out");
    }
}
