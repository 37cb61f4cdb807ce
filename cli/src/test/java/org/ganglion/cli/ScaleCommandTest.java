package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class ScaleCommandTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(240)
    void realProcessesGiveTheSameSpikesAndTellWhatTheySent() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Path into = folder.resolve("scale");
        Call call = Call.of("scale", model, "--nodes", "2", "--repeats", 1, "-o", into);
        assertEquals(0, call.exitCode(), call.err());
        List<String> csv = Files.readAllLines(into.resolve("scale.csv"));
        assertEquals("strong", value(csv, 1, "kind"));
        assertEquals("2", value(csv, 1, "nodes"));
        Path plain = folder.resolve("plain");
        assertEquals(0, Call.of("run", model, "-q", "-o", plain).exitCode());
        assertEquals(Call.runJson(plain, "spike_hash"), value(csv, 1, "spike_hash"));
        assertEquals("100", value(csv, 1, "neurons"));
        assertTrue(Long.parseLong(value(csv, 1, "bytes")) > 0, csv.toString());
        assertTrue(Files.size(into.resolve("scale.png")) > 0);
        assertTrue(call.out().contains("strong"), call.out());
    }

    @Test
    @Timeout(240)
    void aNetworkThatGrowsWithTheProcessesIsTheOneOfThatSize() throws IOException {
        Path model = Call.write(folder, "growing.yaml", """
                parameters: {scale: 0.5}
                populations:
                  E: {model: iaf_psc_delta, size: round(scale * 80)}
                projections:
                  E-E: {from: E, to: E, rule: fixed_indegree, indegree: 8, weight: 0.1 mV, delay: 1.5 ms}
                stimuli:
                  background: {type: poisson, to: E, rate: 20 kHz, weight: 0.1 mV}
                simulation: {duration: 50 ms}
                """);
        Path into = folder.resolve("scale");
        Call call = Call.of("scale", model, "--weak", "--nodes", "1,2", "--repeats", 1, "-o", into);
        assertEquals(0, call.exitCode(), call.err());
        List<String> csv = Files.readAllLines(into.resolve("scale.csv"));
        assertEquals(3, csv.size(), "names, and a line for each number of processes: " + csv);
        double[] factors = new double[3];
        for (int nodes = 1; nodes <= 2; nodes++) {
            assertEquals("weak", value(csv, nodes, "kind"));
            assertEquals(Integer.toString(nodes), value(csv, nodes, "nodes"));
            assertEquals(Integer.toString(40 * nodes), value(csv, nodes, "neurons"));
            assertEquals(Integer.toString(40 * nodes * 8), value(csv, nodes, "synapses"));
            Path plain = folder.resolve("plain-" + nodes);
            Call run = Call.of("run", model, "-q", "-o", plain, "--set", "scale=" + 0.5 * nodes);
            assertEquals(0, run.exitCode(), run.err());
            assertEquals(Call.runJson(plain, "spike_hash"), value(csv, nodes, "spike_hash"));
            factors[nodes] = Double.parseDouble(value(csv, nodes, "real_time_factor"));
        }
        assertEquals("0", value(csv, 1, "bytes"), "one process has nobody to send to");
        double asFast = factors[1] / factors[2]; // at twice the work
        assertEquals(2 * asFast, Double.parseDouble(value(csv, 2, "speed_up")), 0.01 * asFast);
        assertEquals(asFast, Double.parseDouble(value(csv, 2, "efficiency")), 0.01 * asFast);
        assertTrue(call.out().contains("weak") && !call.out().contains("strong"), call.out());
    }

    private static String value(List<String> csv, int line, String name) {
        return csv.get(line).split(",", -1)[List.of(csv.getFirst().split(",")).indexOf(name)];
    }

    @Test
    void aNetworkThatCannotGrowIsRefusedWithTheRemedy() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Call none = Call.of("scale", model, "--weak", "-o", folder.resolve("scale"));
        assertEquals(2, none.exitCode());
        assertTrue(none.err().contains("has no parameter \"scale\" by which it grows"), none.err());
        assertTrue(none.err().contains("--weak-parameter"), none.err());
        Call same = Call.of("scale", model, "--weak", "--weak-parameter", "w", "-o", folder.resolve("scale"));
        assertEquals(2, same.exitCode());
        assertTrue(same.err().contains("twice the \"w\" makes 100 neurons of 100"), same.err());
        Call zero = Call.of("scale", model, "--nodes", "0,2", "-o", folder.resolve("scale"));
        assertEquals(2, zero.exitCode());
        assertTrue(zero.err().contains("--nodes: 0 is not between 1 and 256"), zero.err());
    }
}
