package org.ganglion.simulator.group;

import java.util.Arrays;
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
        Arrays.fill(spikes, 0);
        end += window;
    }

    /** What is counted of a population in the present window. */
    long of(int population) {
        return spikes[population];
    }

    /** Goes to the window that a step is in, with what had been counted in it. */
    void restore(long step, List<GroupState> states) {
        Arrays.fill(spikes, 0);
        end = (step / window + 1) * window;
        for (GroupState state : states) {
            for (GroupState.Neurons neurons : state.neurons()) {
                spikes[neurons.population()] += holdsFirst(neurons) ? neurons.windowSpikes() : 0;
            }
        }
    }

    /** What was counted of some neurons goes with the first of them, wherever the others are now. */
    private boolean holdsFirst(GroupState.Neurons neurons) {
        return slices.stream()
                .filter(s -> s.population() == neurons.population())
                .anyMatch(s -> s.layout().groupOf(neurons.population(), neurons.indices()[0]) == s.group());
    }
}
