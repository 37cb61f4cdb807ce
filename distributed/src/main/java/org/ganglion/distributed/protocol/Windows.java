package org.ganglion.distributed.protocol;

import java.util.List;

/**
 * What a group tells of windows of time that are not closed yet.
 *
 * @param from of windows that end here or before it has nothing to tell: it began later, or they are closed
 * @param told the first of the others, in order
 */
public record Windows(long from, List<Counts> told) {
    /** A group that has computed nothing. */
    public static final Windows NONE = new Windows(0, List.of());

    public Windows {
        told = List.copyOf(told);
    }

    /**
     * Spikes in one window.
     *
     * @param end step at which it ends
     * @param spikes {@code [population]}
     */
    public record Counts(long end, List<Long> spikes) {
        public Counts {
            spikes = List.copyOf(spikes);
        }
    }
}
