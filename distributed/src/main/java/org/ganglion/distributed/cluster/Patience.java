package org.ganglion.distributed.cluster;

/**
 * How long a node that is out of reach is waited for: half a second, and longer by some times what this node's own clock
 * has lately been late by. Where threads wait a second for a processor, a heartbeat that is late by a second says nothing.
 */
final class Patience {
    private static final long LEAST_MS = 500;
    private static final long MOST_MS = 5000;
    private static final double TIMES = 4;

    /** What the clock was late by counts half after so long. */
    private static final double HALF_MS = 2000;

    private final long tickMs;
    private long tickedAt;
    private double late;

    /** @param tickMs of the clock */
    Patience(long tickMs, long nowMs) {
        this.tickMs = tickMs;
        this.tickedAt = nowMs;
    }

    /** The clock ticks; returns how long to wait, in ms. */
    long tick(long nowMs) {
        double between = nowMs - tickedAt;
        late = Math.max(between - tickMs, late * StrictMath.pow(0.5, between / HALF_MS));
        tickedAt = nowMs;
        return (long) Math.min(MOST_MS, LEAST_MS + TIMES * late);
    }
}
