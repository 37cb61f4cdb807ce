package org.ganglion.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ganglion.io.analysis.FinishedRun;
import org.ganglion.io.config.Config;
import org.ganglion.io.hdf5.NodeIndex;
import org.ganglion.io.record.RunFolder;
import org.ganglion.io.sonata.source.H5File;
import org.ganglion.io.sonata.source.H5Group;
import org.ganglion.io.sonata.source.H5Spikes;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;

/** The spikes of a run that has ended, read from its folder. */
record SavedRun(Spikes spikes, double endMs) {
    static SavedRun read(Path folder, Config config) {
        Experiment experiment = config.experiment();
        Path file = folder.resolve(config.output().format().spikesFile());
        double endMs = FinishedRun.of(folder, config).window().endMs();
        if (!Files.exists(file)) {
            Spikes none = new Spikes(experiment.network(), experiment.settings().dtMs(), new long[0], new int[0]);
            return new SavedRun(none, endMs);
        }
        try (H5File open = H5File.open(file)) {
            Map<String, H5Group> groups =
                    open.root().group("spikes").map(H5Group::groups).orElse(Map.of());
            return new SavedRun(sorted(experiment, groups), endMs);
        }
    }

    private static Spikes sorted(Experiment experiment, Map<String, H5Group> groups) {
        Network network = experiment.network();
        Map<String, NodeIndex> nodes = NodeIndex.of(network);
        double dtMs = experiment.settings().dtMs();
        long width = Math.max(1, network.neurons());
        long total = groups.values().stream().mapToLong(H5Spikes::count).sum();
        long[] keys = new long[Math.toIntExact(total)];
        int[] count = {0};
        groups.forEach((name, group) -> {
            NodeIndex known = nodes.getOrDefault(name, NodeIndex.NONE);
            H5Spikes.read(group, (id, tic) -> {
                int neuron = known.neuron(id);
                if (neuron >= 0) {
                    keys[count[0]++] = H5Spikes.step(tic, dtMs) * width + neuron;
                }
            });
        });
        long[] used = Arrays.copyOf(keys, count[0]);
        Arrays.sort(used);
        return new Spikes(
                network,
                dtMs,
                Arrays.stream(used).map(k -> k / width).toArray(),
                Arrays.stream(used).mapToInt(k -> (int) (k % width)).toArray());
    }

    /** The folder below {@code runs} with the newest run that has ended. */
    static Optional<Path> newest(Path runs) {
        if (!Files.isDirectory(runs)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(f -> Files.isRegularFile(f.resolve(RunFolder.RUN_JSON)))
                    .max(Comparator.comparing(SavedRun::written).thenComparing(Path::toString));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static java.nio.file.attribute.FileTime written(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve(RunFolder.RUN_JSON));
        } catch (IOException e) {
            return java.nio.file.attribute.FileTime.fromMillis(0);
        }
    }
}
