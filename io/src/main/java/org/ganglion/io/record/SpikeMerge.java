package org.ganglion.io.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Brings the spikes of all groups together in the order of steps and, within a step, of neurons. Holds the spikes of one
 * step and one buffer per group, so what comes out depends neither on the groups nor on the length of the run.
 */
final class SpikeMerge implements Closeable {
    private static final int LARGEST_BUFFER = 1 << 18;
    private static final int BUFFER_BUDGET = 1 << 24;

    private final List<SpikeSpill> parts = new ArrayList<>();
    private int[] neurons = new int[1024];

    SpikeMerge(List<Path> files, long endStep) throws IOException {
        int bufferBytes = Math.clamp(BUFFER_BUDGET / Math.max(1, files.size()), 4096, LARGEST_BUFFER);
        try {
            for (Path file : files) {
                parts.add(new SpikeSpill(file, endStep, bufferBytes));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    void run(SpikeSink sink) throws IOException {
        for (long step = nextStep(); step != SpikeSpill.END; step = nextStep()) {
            int count = 0;
            for (SpikeSpill part : parts) {
                while (part.step() == step) {
                    int more = part.count();
                    reserve((long) count + more);
                    part.take(neurons, count);
                    count += more;
                }
            }
            Arrays.sort(neurons, 0, count);
            sink.spikes(step, neurons, count);
        }
    }

    private long nextStep() {
        long next = SpikeSpill.END;
        for (SpikeSpill part : parts) {
            next = Math.min(next, part.step());
        }
        return next;
    }

    private void reserve(long size) throws IOException {
        if (size > Integer.MAX_VALUE - 8) {
            throw new IOException("more than 2^31 recorded spikes in one step");
        }
        if (size > neurons.length) {
            long grown = Math.min(Math.max(size, 2L * neurons.length), Integer.MAX_VALUE - 8);
            neurons = Arrays.copyOf(neurons, (int) grown);
        }
    }

    @Override
    public void close() throws IOException {
        for (SpikeSpill part : parts) {
            part.close();
        }
    }
}
