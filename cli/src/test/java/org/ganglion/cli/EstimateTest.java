package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ganglion.cli.estimate.DiskEstimate;
import org.ganglion.cli.estimate.TimeEstimate;
import org.ganglion.cli.model.ModelFile;
import org.ganglion.network.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What validate says of time and disk. */
final class EstimateTest {
    @TempDir
    private Path folder;

    private Experiment experiment(String... sets) throws IOException {
        Path file = Call.write(folder, "tiny.yaml", Call.TINY);
        return ModelFile.read(file, List.of(sets)).experiment();
    }

    /** Without compression. The rate that a run had is assumed; headers and what is below a cluster of the disk are small beside the rest. */
    @Test
    void resultsTakeTheRoomThatWasEstimated() throws IOException {
        List<String> sets = List.of("simulation.duration=2 s", "populations.E.size=800", "populations.I.size=200");
        Path file = Call.write(folder, "tiny.yaml", Call.TINY);
        Path into = folder.resolve("results");
        Call run = Call.of(
                "run",
                file,
                "-q",
                "--output",
                into,
                "--set",
                sets.get(0),
                "--set",
                sets.get(1),
                "--set",
                sets.get(2),
                "--set",
                "output.compression=none");
        assertEquals(0, run.exitCode(), run.err());
        double spikes = Double.parseDouble(Call.runJson(into, "spikes").strip());
        DiskEstimate estimate = DiskEstimate.of(ModelFile.read(file, sets).experiment(), spikes / 1000 / 2);
        double taken = Files.size(into.resolve("spikes.h5")) + (double) Files.size(into.resolve("states.h5"));
        assertEquals(1, estimate.resultBytes(2) / taken, 0.25, estimate + " for " + taken);
    }

    /** Brunel's network took 0.24 to 0.34 of real time on two cores at 31.9 Hz, and 0.8 s to build (docs/benchmarks.md). */
    @Test
    void whatWasMeasuredLiesInTheRange() {
        Path root = Path.of("..").toAbsolutePath().normalize();
        Experiment brunel = ModelFile.read(
                        root.resolve("examples/brunel.yaml"), List.of("simulation.groups=2", "simulation.threads=2"))
                .experiment();
        TimeEstimate estimate = TimeEstimate.of(brunel, 31.9);
        double cores = Math.min(2, Runtime.getRuntime().availableProcessors()) / 2.0;
        double factor = estimate.realTimeFactor() * cores;
        assertTrue(factor > 0.24 / TimeEstimate.FACTOR && factor < 0.34 * TimeEstimate.FACTOR, estimate.toString());
        double build = estimate.buildSeconds() * cores;
        assertTrue(build > 0.8 / TimeEstimate.FACTOR && build < 0.8 * TimeEstimate.FACTOR, estimate.toString());
    }

    /** Two populations of few neurons: a step of each takes the better part of a microsecond (docs/benchmarks.md). */
    @Test
    void aStepOfFewNeuronsTakesItsTimeToo() throws IOException {
        double factor = TimeEstimate.of(experiment("simulation.dt=0.001 ms"), 0).realTimeFactor();
        assertTrue(factor > 0.2 && factor < 2, () -> "real-time factor " + factor);
    }

    @Test
    void moreSpikesMoreTimeAndRoom() throws IOException {
        Experiment tiny = experiment();
        assertTrue(TimeEstimate.of(tiny, 50).realTimeFactor()
                > TimeEstimate.of(tiny, 5).realTimeFactor());
        // 45 spikes more of each of 100 neurons, 16 bytes each
        assertEquals(
                45 * 100 * 16.0,
                DiskEstimate.of(tiny, 50).mergedPerSecond()
                        - DiskEstimate.of(tiny, 5).mergedPerSecond(),
                1e-6);
    }

    @Test
    void validateTellsThemAndTheRateTheyAssume() throws IOException {
        Path file = Call.write(folder, "tiny.yaml", Call.TINY);
        Call call = Call.of("validate", file);
        assertEquals(0, call.exitCode(), call.err());
        assertTrue(call.out().contains("\n  time      "), call.out());
        assertTrue(call.out().contains(" to run 50 ms; very rough, if neurons fire at 5 Hz (--rate)"), call.out());
        assertTrue(call.out().contains("\n  disk      about "), call.out());
        assertTrue(Call.of("validate", file, "--rate", "40").out().contains("at 40 Hz"));
        Call wrong = Call.of("validate", file, "--rate", "-1");
        assertEquals(2, wrong.exitCode());
        assertTrue(wrong.err().contains("--rate: -1.0 is no rate"), wrong.err());
    }
}
