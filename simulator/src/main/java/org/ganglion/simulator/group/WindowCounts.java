package org.ganglion.simulator.group;

import java.util.List;

/** Spikes of a group by population in the present window of a {@link RateWatch}. */
final class WindowCounts {
    private final int[] populations; // [slice]
    private final long[] spikes; // [population]
    private final long window;
    private long end;

    /** @param window its steps */
    WindowCounts(List<Slice> slices, long window) {
        this.populations = slices.stream().mapToInt(Slice::population).toArray();
        this.spikes = new long
                [slices.stream().findFirst().map(s -> s.layout().populations()).orElse(0)];
        this.window = window;
        this.end = window;
    }

    /** Adds spikes of a slice, by its number. */
    void add(int slice, int count) {
        spikes[populations[slice]] += count;
    }

    /** The step that ends the present window. */
    long end() {
        return end;
    }

    /** Tells what was counted and begins the next window. */
    void tell(Outbox outbox) {
        outbox.counted(end, spikes.clone());
        java.util.Arrays.fill(spikes, 0);
        end += window;
    }

    /** Goes to the window that a step is in, of which nothing will be told that came before the step. */
    void restore(long step) {
        java.util.Arrays.fill(spikes, 0);
        end = window == Long.MAX_VALUE ? window : (step / window + 1) * window;
    }
}
