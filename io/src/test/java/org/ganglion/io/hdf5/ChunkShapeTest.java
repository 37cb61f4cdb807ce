package org.ganglion.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Chunks cover a dataset once, however large it is. */
class ChunkShapeTest {
    private static final int MOST = 1 << 17;

    private static long inside(ChunkShape shape) {
        long bytes = 0;
        for (int chunk = 0; chunk < shape.count(); chunk++) {
            assertTrue(shape.bytesInside(chunk) > 0 && shape.bytesInside(chunk) <= shape.bytes(), "chunk " + chunk);
            bytes += shape.bytesInside(chunk);
        }
        return bytes;
    }

    @Test
    void chunksHoldEveryElementOnceBeyondTwoGibibytesToo() {
        long[][] all = {{1}, {16_384}, {16_385}, {3_000_000_001L}, {3, 700}, {70_001, 70_003}, {2, 3_000_000_001L}};
        for (long[] dimensions : all) {
            long elements = 1;
            for (long dimension : dimensions) {
                elements *= dimension;
            }
            ChunkShape shape = ChunkShape.of(dimensions, 8, MOST);
            assertTrue(shape.bytes() <= MOST, shape.toString());
            assertEquals(8 * elements, inside(shape), shape.toString());
        }
    }

    @Test
    void anElementLongerThanAChunkMayBeIsAChunk() {
        assertEquals(5, ChunkShape.of(new long[] {5}, 8, 4).count());
    }

    @Test
    void moreChunksThanCanBeCountedAreAnError() {
        assertThrows(ArithmeticException.class, () -> ChunkShape.of(new long[] {1L << 50}, 8, MOST)
                .count());
    }
}
