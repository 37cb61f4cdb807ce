package org.ganglion.io.sonata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ganglion.network.wiring.SynapseList;
import org.junit.jupiter.api.Test;

class EdgeSpoolTest {

    /** Synapse {@code i} is from neuron {@code i % 70,000} onto neuron {@code i / 1000}, with a weight of its own. */
    private static SynapseList list(int size) {
        return SynapseList.of(
                IntStream.range(0, size).map(i -> i % 70_000).toArray(),
                IntStream.range(0, size).map(i -> i / 1000).toArray(),
                IntStream.range(0, size).mapToDouble(i -> i + 0.1).toArray(),
                new double[0]);
    }

    private static long files() throws Exception {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(f -> f.getFileName().toString().startsWith("ganglion-edges-"))
                    .count();
        }
    }

    @Test
    void longListsMoveToAFileWithoutANameAndShortOnesStay() throws Exception {
        long before = files();
        EdgeSpool spool = new EdgeSpool();
        SynapseList small = list(1000);
        assertSame(small, spool.keep(small));
        for (int size : new int[] {100_000, 300_000}) {
            SynapseList large = list(size);
            SynapseList moved = spool.keep(large);
            assertNotSame(large, moved);
            assertEquals(large, moved);
            assertEquals(before, files());
        }
    }

    @Test
    void interruptedThreadsReadAndLeaveTheFileOpen() {
        SynapseList moved = new EdgeSpool().keep(list(300_000));
        int[] sources = new int[1000];
        Thread.currentThread().interrupt();
        moved.sources(200, sources);
        assertTrue(Thread.interrupted());
        int[] expected = IntStream.range(200_000, 201_000).map(i -> i % 70_000).toArray();
        assertArrayEquals(expected, sources);
        moved.sources(200, sources);
        assertArrayEquals(expected, sources);
    }
}
