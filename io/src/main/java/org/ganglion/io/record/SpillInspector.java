package org.ganglion.io.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.ganglion.io.inspect.Inspection;

/** Looks into what a group has recorded so far. */
public final class SpillInspector {
    private SpillInspector() {}

    /** Whether a file has the name of one. */
    public static boolean isSpill(Path file) {
        return SpillFiles.isName(String.valueOf(file.getFileName()));
    }

    public static Inspection of(Path file) throws IOException {
        Inspection to = new Inspection();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Optional<SpillHeader> header = SpillHeader.read(channel, file);
            if (header.isEmpty()) {
                to.wrong("", "ends within its header; its writer was killed when it began");
                return to;
            }
            SpillHeader found = header.get();
            to.tell("spill file of " + found.kind().name().toLowerCase(java.util.Locale.ROOT) + " of network "
                    + found.network() + ", run " + found.leg().runId() + ", leg "
                    + found.leg().leg() + " from step "
                    + found.leg().firstStep() + ", group " + found.group() + ", steps of " + found.dtMs() + " ms");
            if (found.kind() == SpillHeader.Kind.SPIKES) {
                spikes(to, new SpillFile(file, found));
            }
        } catch (IOException e) {
            to.wrong("", String.valueOf(e.getMessage()).replace(file + ": ", ""));
        }
        return to;
    }

    private static void spikes(Inspection to, SpillFile file) throws IOException {
        long spikes = 0;
        long last = -1;
        try (SpikeSpill spill = new SpikeSpill(file, 0, Long.MAX_VALUE, 1 << 18)) {
            int[] neurons = new int[1024];
            while (spill.step() != SpikeSpill.END) {
                neurons = neurons.length < spill.count() ? new int[spill.count()] : neurons;
                spikes += spill.count();
                last = spill.step();
                spill.take(neurons, 0);
            }
            to.tell(spikes + " spikes" + (last < 0 ? "" : ", the last in step " + last) + "; complete up to step "
                    + spill.complete());
        }
    }
}
