package org.ganglion.simulator.synapse;

import org.ganglion.simulator.plan.Tiles;

/**
 * Entries of a large table on their way to their places, kept back by block of slots until there are many for the same
 * block: its slots and the ends of its runs then stay in a core's L2 cache while they are written. Written at once, nearly
 * every entry would fetch a line from memory and throw another one out.
 *
 * <p>Entries of one slot are written in the order in which they come.
 */
final class SlotBuffers {
    /** Slots of a block: 64 KiB of them, and about as many runs as L2 can hold the ends of. */
    private static final int BLOCK_BITS = 14;

    /** Most blocks, so that what the buffers take next stays in the cache too. */
    private static final int MOST_BLOCKS = 512;

    private final int[] slots;
    private final short[] shorts;
    private final int[] ints;
    private final long[] entries; // [block][number]: slot in the upper, word in the lower 32 bits
    private final int[] ends = new int[MOST_BLOCKS]; // [block]: where its next entry is kept
    private int firstSlot;
    private int blockBits;
    private int blocks;
    private int room; // entries of a block

    /**
     * Buffers for a table of shorts or of ints; the other array is empty.
     *
     * @param slots where the next entry of each slot is written
     */
    SlotBuffers(int[] slots, short[] shorts, int[] ints) {
        this.slots = slots;
        this.shorts = shorts;
        this.ints = ints;
        long bytes = 2L * shorts.length + 4L * ints.length;
        this.entries = new long[(int) (Tiles.bufferBytes(bytes) / Long.BYTES)];
    }

    /** Writes what is kept back, and begins with other slots: none but these come until this is called again. */
    void begin(int first, int end) {
        flush();
        firstSlot = first;
        blockBits = BLOCK_BITS;
        while ((end - 1 - first) >>> blockBits >= MOST_BLOCKS) {
            blockBits++;
        }
        blocks = ((end - 1 - first) >>> blockBits) + 1;
        room = entries.length / blocks;
        for (int b = 0; b < blocks; b++) {
            ends[b] = b * room;
        }
    }

    /**
     * Takes one entry of each synapse of a target.
     *
     * @param base slot of source 0 with delay 0
     * @param width slots of a source
     * @param tiles slots of a delay
     * @param target the lower half of each entry
     */
    void add(int base, int[] sources, int width, int[] delays, int tiles, long[] weights, int count, int target) {
        for (int i = 0; i < count; i++) {
            int slot = base + sources[i] * width + delays[i] * tiles;
            int block = (slot - firstSlot) >>> blockBits;
            int at = ends[block];
            entries[at] = (long) slot << 32 | ((weights[i] << 16 | target) & 0xFFFFFFFFL);
            ends[block] = at + 1;
            if (at + 1 == (block + 1) * room) {
                flush(block);
            }
        }
    }

    /** Writes all that is kept back. */
    void flush() {
        for (int b = 0; b < blocks; b++) {
            flush(b);
        }
    }

    private void flush(int block) {
        int first = block * room;
        if (shorts.length > 0) {
            writeShorts(entries, first, ends[block], slots, shorts);
        } else {
            writeInts(entries, first, ends[block], slots, ints);
        }
        ends[block] = first;
    }

    private static void writeShorts(long[] entries, int first, int end, int[] slots, short[] out) {
        for (int i = first; i < end; i++) {
            long entry = entries[i];
            out[slots[(int) (entry >>> 32)]++] = (short) entry;
        }
    }

    private static void writeInts(long[] entries, int first, int end, int[] slots, int[] out) {
        for (int i = first; i < end; i++) {
            long entry = entries[i];
            out[slots[(int) (entry >>> 32)]++] = (int) entry;
        }
    }
}
