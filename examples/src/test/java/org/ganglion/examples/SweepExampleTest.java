package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SweepExampleTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(180)
    void inhibitionAboveFourBalancesTheNetworkAndInputDrivesIt() throws Exception {
        Path into = folder.resolve("plane");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.ganglion.cli.Start",
                        "run",
                        Example.FOLDER.resolve("sweep.yaml").toString(),
                        "--output",
                        into.toString(),
                        "--sweep",
                        "seeds=1",
                        "--set",
                        "simulation.duration=200 ms"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertTrue(process.waitFor(170, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("said")));
        Map<String, Map<String, Double>> plane = plane(into.resolve("sweep.csv"));
        assertEquals(12, plane.size());
        for (String eta : List.of("1.5", "2", "3")) {
            double clockwork = rate(plane, "3", eta);
            assertTrue(clockwork > 200 && clockwork < 300, clockwork + " Hz");
            assertTrue(rate(plane, "5", eta) < clockwork / 2, "balanced");
            assertTrue(rate(plane, "6", eta) < rate(plane, "5", eta), "more inhibition, fewer spikes");
            assertTrue(value(plane, "6", eta, "cv.E") > 2 * value(plane, "3", eta, "cv.E"), "irregular");
        }
        for (String g : List.of("5", "6")) {
            assertTrue(rate(plane, g, "1.5") < rate(plane, g, "2") && rate(plane, g, "2") < rate(plane, g, "3"), g);
        }
        double nuThr = 20 / (0.5 * 100 * 0.020); // theta / (J C_E tau), in Hz
        double theory = nuThr * (2 - 1) / (6 / 4.0 - 1); // Brunel 2000, for g = 6 and eta = 2
        assertEquals(theory, rate(plane, "6", "2"), 0.15 * theory);
        assertTrue(Files.size(into.resolve("sweep.png")) > 0 && Files.size(into.resolve("sweep.h5")) > 0);
    }

    private static double rate(Map<String, Map<String, Double>> plane, String g, String eta) {
        return value(plane, g, eta, "rate.E [Hz]");
    }

    private static double value(Map<String, Map<String, Double>> plane, String g, String eta, String column) {
        return plane.getOrDefault(g + " " + eta, Map.of()).getOrDefault(column, Double.NaN);
    }

    /** Rows by g and eta, numbers by column. */
    private static Map<String, Map<String, Double>> plane(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        List<String> names = List.of(lines.getFirst().split(",", -1));
        Map<String, Map<String, Double>> plane = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, Double> row = new HashMap<>();
            for (String name : List.of("rate.E [Hz]", "cv.E", "balance")) {
                row.put(name, Double.valueOf(cells[names.indexOf(name)]));
            }
            plane.put(cells[names.indexOf("g")] + " " + cells[names.indexOf("eta")], row);
        }
        return plane;
    }
}
