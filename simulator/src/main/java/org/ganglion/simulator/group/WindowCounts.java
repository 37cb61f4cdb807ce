package org.ganglion.simulator.group;

import java.util.List;
import java.util.Optional;
import org.ganglion.simulator.link.Outbox;
import org.ganglion.simulator.link.WindowReport;

/**
 * What a group tells a {@link org.ganglion.simulator.link.WindowWatch}: spikes by population in the present window, and what
 * state its neurons are in.
 */
final class WindowCounts {
    /** States are looked at no more often than so many steps: it takes a few nanoseconds a neuron. */
    private static final long STEPS_A_LOOK = 1000;

    private final int[] populations; // [slice]
    private final long[] spikes; // [population]
    private final List<Slice> slices;
    private final long window;
    private final int windowsALook;
    private long end;

    /** @param window its steps */
    WindowCounts(List<Slice> slices, long window) {
        this.populations = slices.stream().mapToInt(Slice::population).toArray();
        this.spikes = new long
                [slices.stream().findFirst().map(s -> s.layout().populations()).orElse(0)];
        this.slices = slices;
        this.window = window;
        this.windowsALook = (int) Math.ceilDiv(STEPS_A_LOOK, window);
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
        boolean look = end / window % windowsALook == 0;
        outbox.told(new WindowReport(end, spikes.clone(), look ? SliceStates.fault(slices, end) : Optional.empty()));
        java.util.Arrays.fill(spikes, 0);
        end += window;
    }

    /** Goes to the window that a step is in, of which nothing will be told that came before the step. */
    void restore(long step) {
        java.util.Arrays.fill(spikes, 0);
        end = (step / window + 1) * window;
    }
}
