package org.ganglion.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.ganglion.io.hdf5.Compression;
import org.ganglion.io.record.RecordingFormat;
import org.ganglion.io.record.RunLeg;
import org.ganglion.io.record.RunMerge;
import org.ganglion.io.record.RunRecording;
import org.ganglion.io.record.RunRecovery;
import org.ganglion.io.record.StateSink;
import org.ganglion.io.report.MemoryPeak;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.Recording;

/**
 * Records as many spikes as are asked for, at the sizes and rates of the column of Potjans &amp; Diesmann (2014), and merges
 * them into {@code spikes.h5}; says how long both took, how large the files are and how much memory the process had.
 *
 * <p>Arguments: a folder that is empty or not there yet; number of spikes; {@code none} or {@code deflate}. An hour of the column has
 * 9 * 10^8 spikes. In the folder of a recording that was killed, what it left is merged.
 */
public final class LongRecording {
    private static final String[] NAMES = {"L23E", "L23I", "L4E", "L4I", "L5E", "L5I", "L6E", "L6I"};
    private static final int[] SIZES = {20_683, 5_834, 21_915, 5_479, 4_850, 1_065, 14_395, 2_948};
    private static final double[] RATES_HZ = {0.86, 2.80, 4.45, 5.93, 7.59, 8.64, 1.09, 7.88};
    private static final double DT_MS = 0.1;
    private static final int GROUPS = 4;

    private final Experiment experiment;
    private final SplittableRandom random = new SplittableRandom(1);
    private final int[][] neurons = new int[GROUPS][1 << 16]; // [group][spike in the step]
    private final int[] counts = new int[GROUPS];
    private long recorded;

    private LongRecording() {
        NetworkBuilder network = NetworkBuilder.named("column");
        for (int p = 0; p < NAMES.length; p++) {
            network.population(NAMES[p], SIZES[p], "iaf_psc_exp").recordSpikes(NAMES[p]);
        }
        this.experiment = network.simulate(RunSettings.DEFAULT.withDtMs(DT_MS).withDurationMs(1e8));
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        long spikes = Long.parseLong(arguments[1]);
        Compression compression = Compression.named(arguments[2]).orElseThrow();
        new LongRecording().run(folder, spikes, compression);
    }

    private void run(Path folder, long spikes, Compression compression) throws IOException {
        Optional<String> killed = RunRecovery.runId(folder);
        if (killed.isPresent()) {
            RunRecovery left = RunRecovery.of(folder, experiment, killed.get(), GROUPS);
            merge(folder, killed.get(), left.completeStep(), compression);
        } else {
            String runId = UUID.randomUUID().toString();
            long begin = System.nanoTime();
            long steps = record(folder, runId, spikes);
            System.out.printf(Locale.ROOT, "recording: %.1f s%n", (System.nanoTime() - begin) / 1e9);
            merge(folder, runId, steps, compression);
        }
        MemoryPeak peak = MemoryPeak.now();
        System.out.printf(
                Locale.ROOT,
                "peak of memory: %.0f MB, of which at most %.0f MB of heap%n",
                peak.bytes() / 1e6,
                heapLimit() / 1e6);
    }

    private void merge(Path folder, String runId, long steps, Compression compression) throws IOException {
        long[] spikes = new long[1];
        long begin = System.nanoTime();
        Path file = RunMerge.merge(
                        folder,
                        experiment,
                        runId,
                        steps,
                        RecordingFormat.STANDARD.with(compression),
                        (step, neurons, count) -> spikes[0] += count,
                        StateSink.NONE)
                .getFirst();
        System.out.printf(Locale.ROOT, "merging: %.1f s%n", (System.nanoTime() - begin) / 1e9);
        RunMerge.deleteSpills(folder);
        System.out.printf(Locale.ROOT, "%,d spikes of %.0f s of model time%n", spikes[0], steps * DT_MS / 1000);
        System.out.printf(
                Locale.ROOT,
                "%s: %,d bytes, %.2f a spike%n",
                file.getFileName(),
                Files.size(file),
                (double) Files.size(file) / spikes[0]);
    }

    private static long heapLimit() {
        return Runtime.getRuntime().maxMemory();
    }

    private long record(Path folder, String runId, long spikes) throws IOException {
        try (RunRecording recording = new RunRecording(folder, experiment, new RunLeg(runId, 0, 0))) {
            Recording.Part[] parts = new Recording.Part[GROUPS];
            for (int g = 0; g < GROUPS; g++) {
                parts[g] = recording.open(g, List.of());
            }
            long step = 0;
            while (recorded < spikes) {
                draw();
                for (int g = 0; g < GROUPS; g++) {
                    parts[g].spikes(step, neurons[g], counts[g]);
                    parts[g].reached(step + 1);
                }
                step++;
            }
            return step;
        }
    }

    /** Spikes of one step: as many of each population as its rate says, rounded up or down by chance. */
    private void draw() {
        java.util.Arrays.fill(counts, 0);
        int first = 0;
        for (int p = 0; p < SIZES.length; p++) {
            int size = SIZES[p];
            int spikes = (int) (size * RATES_HZ[p] * DT_MS / 1000 + random.nextDouble());
            for (int i = 0; i < spikes; i++) {
                int neuron = first + random.nextInt(size);
                int group = neuron % GROUPS;
                neurons[group][counts[group]++] = neuron;
            }
            recorded += spikes;
            first += size;
        }
    }
}
