package org.ganglion.io.record;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Brings the spikes of all groups together in the order of steps and, within a step, of neurons. Holds the spikes of one
 * step and one buffer per file, so what comes out depends neither on the groups nor on the length of the run. Reads the
 * files of one leg; what several files of a group hold is taken once.
 */
final class SpikeMerge implements Closeable {
    private static final int LARGEST_BUFFER = 1 << 18;
    private static final int BUFFER_BUDGET = 1 << 24;

    private final List<List<SpikeSpill>> groups = new ArrayList<>(); // [group][file]
    private int[] neurons = new int[1024];
    private int[] again = new int[1024];

    SpikeMerge(SpillLeg leg) throws IOException {
        int size = leg.spikes().stream().mapToInt(List::size).sum();
        int bufferBytes = Math.clamp(BUFFER_BUDGET / Math.max(1, size), 4096, LARGEST_BUFFER);
        try {
            for (List<SpillFile> files : leg.spikes()) {
                List<SpikeSpill> group = new ArrayList<>();
                groups.add(group);
                for (SpillFile file : files) {
                    group.add(new SpikeSpill(file, leg.firstStep(), leg.endStep(), bufferBytes));
                }
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Merges all legs, one after the other. */
    static void run(List<SpillLeg> legs, SpikeSink sink) throws IOException {
        for (SpillLeg leg : legs) {
            try (SpikeMerge merge = new SpikeMerge(leg)) {
                merge.run(sink);
            }
        }
    }

    private void run(SpikeSink sink) throws IOException {
        for (long step = nextStep(); step != SpikeSpill.END; step = nextStep()) {
            int count = 0;
            for (List<SpikeSpill> group : groups) {
                count = take(group, step, count);
            }
            Arrays.sort(neurons, 0, count);
            sink.spikes(step, neurons, count);
        }
    }

    private long nextStep() {
        long next = SpikeSpill.END;
        for (List<SpikeSpill> group : groups) {
            for (SpikeSpill file : group) {
                next = Math.min(next, file.step());
            }
        }
        return next;
    }

    /** Takes the spikes of one group to {@code neurons[first]} onwards; returns the end of them. */
    private int take(List<SpikeSpill> group, long step, int first) throws IOException {
        SpikeSpill taken = null;
        int count = 0;
        for (SpikeSpill file : group) {
            if (file.step() != step) {
                continue;
            }
            if (taken == null) {
                taken = file;
                count = file.count();
                neurons = withRoom(neurons, (long) first + count);
                file.take(neurons, first);
            } else {
                takeAgain(taken, file, step, first, count);
            }
        }
        for (SpikeSpill file : group) {
            if (taken != null && file.silentIn(step)) {
                throw different(taken, count, file, 0, step);
            }
        }
        return first + count;
    }

    /** Takes from a further file of a group what was taken already, which must be the same. */
    private void takeAgain(SpikeSpill taken, SpikeSpill file, long step, int first, int count) throws IOException {
        int more = file.count();
        if (more != count) {
            throw different(taken, count, file, more, step);
        }
        again = withRoom(again, count);
        file.take(again, 0);
        Arrays.sort(again, 0, count);
        Arrays.sort(neurons, first, first + count);
        if (!Arrays.equals(neurons, first, first + count, again, 0, count)) {
            throw new IOException(taken.path() + " and " + file.path() + ": hold spikes of different neurons in step "
                    + step + ", though one repeats the other; one of them is not of this run");
        }
    }

    private static IOException different(SpikeSpill one, int count, SpikeSpill other, int otherCount, long step) {
        return new IOException(one.path() + " and " + other.path() + ": the counts of spikes in step " + step
                + " differ (" + count + " and " + otherCount
                + "), though one repeats the other; one of them is not of this run");
    }

    private static int[] withRoom(int[] array, long size) throws IOException {
        if (size > Integer.MAX_VALUE - 8) {
            throw new IOException("more than 2^31 recorded spikes in one step");
        }
        if (size <= array.length) {
            return array;
        }
        return Arrays.copyOf(array, (int) Math.min(Math.max(size, 2L * array.length), Integer.MAX_VALUE - 8));
    }

    @Override
    public void close() throws IOException {
        for (List<SpikeSpill> group : groups) {
            for (SpikeSpill file : group) {
                file.close();
            }
        }
    }
}
