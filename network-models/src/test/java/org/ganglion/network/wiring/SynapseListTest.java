package org.ganglion.network.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ganglion.network.spec.Origin;
import org.junit.jupiter.api.Test;

/** Lists give back what was put in, bit by bit, in however few bytes they keep it. */
class SynapseListTest {
    private static final int SIZE = 200_000;

    private static SynapseList list(int sources, IntToDoubleFunction weight, IntToDoubleFunction delayMs) {
        Random random = new Random(5);
        int[] from = random.ints(SIZE, 0, sources).toArray();
        from[17] = sources - 1;
        int[] onto = random.ints(SIZE, 0, 300).toArray();
        double[] weights = IntStream.range(0, SIZE).mapToDouble(weight).toArray();
        double[] delaysMs = IntStream.range(0, SIZE).mapToDouble(delayMs).toArray();
        SynapseList list = SynapseList.of(from, onto, weights, delaysMs);
        assertSame(from, onto, weights, delaysMs, list);
        return list;
    }

    /** In the order of targets, and of synapses for each target. */
    private static void assertSame(int[] from, int[] onto, double[] weights, double[] delaysMs, SynapseList list) {
        int[] order = IntStream.range(0, SIZE)
                .boxed()
                .sorted(java.util.Comparator.comparingInt(i -> onto[i]))
                .mapToInt(i -> i)
                .toArray();
        assertArrayEquals(IntStream.of(order).map(i -> from[i]).toArray(), list.allSources());
        assertArrayEquals(IntStream.of(order).map(i -> onto[i]).toArray(), list.allTargets());
        assertArrayEquals(IntStream.of(order).mapToDouble(i -> weights[i]).toArray(), list.allWeights());
        assertArrayEquals(IntStream.of(order).mapToDouble(i -> delaysMs[i]).toArray(), list.allDelaysMs());
        int degree = list.inDegree(7);
        double[] seven = new double[degree];
        list.weights().fill(7, new int[degree], degree, seven);
        assertArrayEquals(
                IntStream.of(order)
                        .filter(i -> onto[i] == 7)
                        .mapToDouble(i -> weights[i])
                        .toArray(),
                seven);
        assertEquals(SIZE, list.synapses());
    }

    @Test
    void numbersTakeNoMoreBytesThanHoldThemExactly() {
        IntToDoubleFunction drawn = i -> new Random(i).nextGaussian();
        IntToDoubleFunction few = i -> 0.1 * (i % 256);
        IntToDoubleFunction some = i -> 0.1 * (i % 257);
        IntToDoubleFunction same = i -> 1.5;
        assertEquals(2 + 8 + 1, list(65_536, drawn, few).synapseBytes());
        assertEquals(4 + 8 + 2, list(65_537, drawn, some).synapseBytes());
        assertEquals(2 + 4, list(100, i -> (float) drawn.applyAsDouble(i), same).synapseBytes());
        assertEquals(
                2 + 2 + 8,
                list(100, i -> i % 65_536 + 0.1, i -> i % 65_537 + 0.1).synapseBytes());
        assertEquals(2 + 1, list(100, i -> i % 2 == 0 ? 0.0 : -0.0, same).synapseBytes());
        assertEquals(2, list(100, same, same).synapseBytes());
    }

    @Test
    void numbersThatAreNoFloatsShowUpLate() {
        assertEquals(2 + 8 + 4, list(10, i -> i < SIZE - 1 ? i : 0.1, i -> i).synapseBytes());
    }

    @Test
    void listsAreEqualWhereAllNumbersAre() {
        SynapseList one = list(100, i -> i, i -> 1.5);
        assertEquals(one, list(100, i -> i, i -> 1.5));
        assertNotEquals(one, list(100, i -> i == SIZE - 1 ? -1 : i, i -> 1.5));
        assertNotEquals(one, list(100, i -> i, i -> i == SIZE - 1 ? 1.6 : 1.5));
        assertNotEquals(one, SynapseList.of(new int[] {1}, new int[] {1}));
    }

    /** An array that grows. */
    private static final class Heap implements Spool {
        private byte[] bytes = new byte[100];
        private int end = 100; // the first list does not begin at 0

        @Override
        public long reserve(long size) {
            int begin = end;
            end += (int) size;
            bytes = Arrays.copyOf(bytes, end);
            return begin;
        }

        @Override
        public void write(long position, byte[] from, int count) {
            System.arraycopy(from, 0, bytes, (int) position, count);
        }

        @Override
        public void read(long position, byte[] out, int count) {
            System.arraycopy(bytes, (int) position, out, 0, count);
        }
    }

    @Test
    void listsInASpoolAreTheSameInEveryWidth() {
        IntToDoubleFunction drawn = i -> new Random(i).nextGaussian();
        IntToDoubleFunction codes = i -> 0.1 * (i % 300) - 10;
        Heap spool = new Heap();
        int size = 0;
        for (SynapseList list : List.of(
                list(100, drawn, i -> 0.1 * (i % 256)),
                list(65_536, codes, i -> (float) drawn.applyAsDouble(i)),
                list(65_537, i -> 1.5, i -> 2.0))) {
            SynapseList moved = list.in(spool);
            size += list.synapseBytes() * SIZE;
            assertEquals(list.synapseBytes(), moved.synapseBytes());
            assertEquals(list, moved);
            assertEquals(list.hashCode(), moved.hashCode());
            assertArrayEquals(list.allSources(), moved.allSources());
            IntStream.range(0, 310).parallel().forEach(target -> assertSameRow(list, moved, target)); // some have none
        }
        assertEquals(100 + size, spool.end);
    }

    private static void assertSameRow(SynapseList list, SynapseList moved, int target) {
        int degree = list.inDegree(target);
        assertEquals(degree, moved.inDegree(target));
        int[][] sources = new int[2][degree];
        double[][] numbers = new double[2][degree];
        list.sources(target, sources[0]);
        moved.sources(target, sources[1]);
        assertArrayEquals(sources[0], sources[1]);
        list.weights().fill(target, sources[0], degree, numbers[0]);
        moved.weights().fill(target, sources[0], degree, numbers[1]);
        assertArrayEquals(numbers[0], numbers[1]);
        list.delaysMs().fill(target, sources[0], degree, numbers[0]);
        moved.delaysMs().fill(target, sources[0], degree, numbers[1]);
        assertArrayEquals(numbers[0], numbers[1]);
    }

    @Test
    void nothingIsKeptOfSynapsesBesideTheList() {
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        SynapseList.Filler filler = new SynapseList.Filler(true, true, Origin.INLINE);
        long before = threads.getCurrentThreadAllocatedBytes();
        int size = 2_000_000;
        for (int i = 0; i < size; i++) {
            filler.count(i % 1000, i % 777, i * 0.5f, 0.1 * (i % 50));
        }
        filler.place();
        for (int i = 0; i < size; i++) {
            filler.put(i % 1000, i % 777, i * 0.5f, 0.1 * (i % 50));
        }
        SynapseList list = filler.list();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertEquals(2 + 4 + 1, list.synapseBytes());
        // a table of codes of 512 KiB and the numbers it knows, growing, for weights and for delays
        assertTrue(allocated < 7L * size + 4_000_000, allocated + " bytes for " + size + " synapses");
    }
}
