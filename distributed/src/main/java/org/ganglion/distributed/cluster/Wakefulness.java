package org.ganglion.distributed.cluster;

/**
 * Whether a node's first actor ticks as it should. While it waits for the disk on which it keeps the run it is late, but has not
 * slept: the others have not given it up.
 */
final class Wakefulness {
    /** After so long without a tick the process was stopped, and the others have given it up. */
    private static final long ASLEEP_MS = 6000;

    /** After so long without a tick, what others said waits to be read, and nobody is taken for lost. */
    private static final long LATE_MS = 1000;

    private long tickedAt;
    private long lateAt;

    /** @param inTimeMs for how long it is taken to have been in time at the beginning */
    Wakefulness(long nowMs, long inTimeMs) {
        tickedAt = nowMs;
        lateAt = nowMs - inTimeMs;
    }

    /** How long it was asleep before a tick, in ms; 0 if it was awake. */
    long asleepMs(long nowMs) {
        long since = nowMs - tickedAt;
        return since > ASLEEP_MS ? since : 0;
    }

    /** A tick begins, or all is done that there was to do in it. */
    void isAwake(long nowMs) {
        if (nowMs - tickedAt > LATE_MS) {
            lateAt = nowMs;
        }
        tickedAt = nowMs;
    }

    /** For how long it has not been late, in ms. */
    long inTimeMs(long nowMs) {
        return nowMs - lateAt;
    }
}
