package org.ganglion.simulator.plan;

/** How large groups are cut: what those who build them and those who estimate their memory agree on. */
public final class Tiles {
    /**
     * Neurons of a tile: a target fits 16 bits, so does the number of synapses from one source to all of them, and a tile's
     * sums fit a core's L2 cache.
     */
    public static final int NEURONS = (1 << 16) - 64;

    /** Counts that a table of several tiles may need while it is built, of 32 bits each: 256 MiB of them. */
    public static final long MOST_COUNTS = 1 << 26;

    /** What a table's synapses are kept back in while it is built: an eighth of it, from 256 KiB to 16 MiB. */
    public static double bufferBytes(double tableBytes) {
        return Math.clamp(tableBytes / 8, 1 << 18, 1 << 24);
    }

    private Tiles() {}
}
