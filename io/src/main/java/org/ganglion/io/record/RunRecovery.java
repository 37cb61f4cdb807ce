package org.ganglion.io.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.ganglion.network.Experiment;

/**
 * What the spill files of a run that died hold.
 *
 * @param runId of the run that wrote them
 * @param completeStep behind the last step of which everything that any group recorded is there
 */
public record RunRecovery(String runId, long completeStep) {

    /** The run whose spill files are in a folder, if there are any with a whole header. */
    public static Optional<String> runId(Path folder) throws IOException {
        for (Path path : SpillFiles.list(folder)) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                Optional<SpillHeader> header = SpillHeader.read(channel, path);
                if (header.isPresent()) {
                    return header.map(h -> h.leg().runId());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Looks at all spill files of a folder.
     *
     * @param groups that the last leg was dealt to; 0 where all that there were have left a file
     * @throws IOException if a file is damaged before its last record, or of another run
     */
    public static RunRecovery of(Path folder, Experiment experiment, String runId, int groups) throws IOException {
        List<SpillFile> files = SpillFiles.open(folder, experiment, runId);
        int last = files.stream().mapToInt(f -> f.header().leg().leg()).max().orElse(0);
        TreeMap<Integer, Long> complete = new TreeMap<>(); // by group
        for (SpillFile file : files) {
            if (file.header().kind() == SpillHeader.Kind.SPIKES
                    && file.header().leg().leg() == last) {
                complete.merge(file.header().group(), complete(file), Math::max);
            }
        }
        int there = complete.isEmpty() ? 0 : complete.lastKey() + 1;
        boolean all = complete.size() >= Math.max(there, Math.max(1, groups));
        long reached =
                all ? complete.values().stream().mapToLong(step -> step).min().orElse(0) : 0;
        long begun = files.stream()
                .filter(f -> f.header().leg().leg() == last)
                .mapToLong(f -> f.header().leg().firstStep())
                .max()
                .orElse(0);
        return new RunRecovery(runId, Math.max(begun, reached));
    }

    private static long complete(SpillFile file) throws IOException {
        try (SpikeSpill spill = new SpikeSpill(file, 0, Long.MAX_VALUE, 1 << 18)) {
            int[] neurons = new int[1024];
            while (spill.step() != SpikeSpill.END) {
                neurons = neurons.length < spill.count() ? new int[spill.count()] : neurons;
                spill.take(neurons, 0);
            }
            return spill.complete();
        }
    }
}
