package org.ganglion.simulator.synapse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against writing each entry at once. */
final class SlotBuffersTest {
    private static final int SYNAPSES = 700;
    private static final int TARGETS = 900;
    private static final int WIDTH = 7;
    private static final int TILES = 3;

    @Test
    void entriesLieWhereAndInTheOrderInWhichTheyWouldBeWrittenAtOnce() {
        // One block, several that fill up many times, and so many slots that blocks must be larger.
        for (int sources : new int[] {5, 3000, 450_000}) {
            compare(sources, false);
            compare(sources, true);
        }
    }

    private static void compare(int sources, boolean constant) {
        int each = sources * WIDTH * TILES;
        int[] counts = new int[2 * each]; // of two populations, of which the second one comes first
        draw(sources, each, (slot, target, weight) -> counts[slot]++);
        int[] atOnce = places(counts);
        int[] buffered = places(counts);
        int size = 2 * TARGETS * SYNAPSES;
        int[] expected = new int[size];
        draw(sources, each, (slot, target, weight) -> expected[atOnce[slot]++] = weight << 16 | target);

        int[] ints = new int[constant ? 0 : size];
        short[] shorts = new short[constant ? size : 0];
        SlotBuffers buffers = new SlotBuffers(buffered, shorts, ints);
        for (int base : new int[] {each, 0}) {
            buffers.begin(base, base + each);
            Random random = new Random(base);
            for (int target = 0; target < TARGETS; target++) {
                Synapses s = Synapses.of(sources, random);
                buffers.add(base + 1, s.sources, WIDTH * TILES, s.delays, TILES, s.weights, SYNAPSES, target);
            }
        }
        buffers.flush();

        assertArrayEquals(atOnce, buffered);
        if (constant) {
            short[] lower = new short[size];
            for (int i = 0; i < size; i++) {
                lower[i] = (short) expected[i];
            }
            assertArrayEquals(lower, shorts);
        } else {
            assertArrayEquals(expected, ints);
        }
    }

    private interface Visit {
        void synapse(int slot, int target, int weight);
    }

    /** All synapses, onto the second of three tiles. */
    private static void draw(int sources, int each, Visit visit) {
        for (int base : new int[] {each, 0}) {
            Random random = new Random(base);
            for (int target = 0; target < TARGETS; target++) {
                Synapses s = Synapses.of(sources, random);
                for (int i = 0; i < SYNAPSES; i++) {
                    int slot = base + 1 + (s.sources[i] * WIDTH + s.delays[i]) * TILES;
                    visit.synapse(slot, target, (int) s.weights[i]);
                }
            }
        }
    }

    private record Synapses(int[] sources, int[] delays, long[] weights) {
        static Synapses of(int sources, Random random) {
            Synapses drawn = new Synapses(new int[SYNAPSES], new int[SYNAPSES], new long[SYNAPSES]);
            for (int i = 0; i < SYNAPSES; i++) {
                drawn.sources[i] = random.nextInt(sources);
                drawn.delays[i] = random.nextInt(WIDTH);
                drawn.weights[i] = random.nextInt(1 << 16) - (1L << 15); // of either sign
            }
            return drawn;
        }
    }

    private static int[] places(int[] counts) {
        int[] places = new int[counts.length];
        for (int i = 1; i < counts.length; i++) {
            places[i] = places[i - 1] + counts[i - 1];
        }
        return places;
    }
}
