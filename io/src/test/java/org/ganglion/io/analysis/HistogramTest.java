package org.ganglion.io.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void valuesAreCountedFromTheLowestToTheHighestIncluded() {
        Histogram histogram = Histogram.of(new double[] {-0.1, 0, 0.5, 1, 1.9, 2, 2.5}, 0, 2, 4);
        assertArrayEquals(new long[] {1, 1, 1, 2}, histogram.counts());
        assertEquals(1, histogram.above());
        assertEquals(6, histogram.total());
        assertEquals(2 / (0.5 * 6), histogram.density(3), 1e-12);
    }

    @Test
    void binsAreJoinedAndCutWithoutLosingValues() {
        Histogram histogram = new Histogram(0, 1, new long[] {5, 3, 1, 0, 1}, 2);
        assertArrayEquals(new long[] {8, 1, 1}, histogram.coarser(2).counts());
        assertEquals(2, histogram.coarser(2).width());
        assertArrayEquals(new long[] {5, 3}, histogram.head(2).counts());
        assertEquals(4, histogram.head(2).above());
        assertEquals(2, histogram.binsThatHold(0.6)); // 8 of 12 values, where 7.2 are wanted
        assertEquals(5, histogram.binsThatHold(1));
    }

    /** Ten neurons with 0 to 9 spikes in half a second: 0, 2, .. 18 Hz. Each bin takes as many of these numbers. */
    @Test
    void everyBinTakesAsManyMultiples() {
        double[] hz = new double[10];
        Arrays.setAll(hz, spikes -> spikes / 0.5);
        assertArrayEquals(
                new long[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
                Histogram.ofMultiples(hz, 2, 18, 50).counts());
        Histogram fours = Histogram.ofMultiples(hz, 2, 18, 5);
        assertEquals(4, fours.width());
        assertArrayEquals(new long[] {2, 2, 2, 2, 2}, fours.counts());
        assertEquals(0, fours.above());
    }

    @Test
    void binsNeedSomewhereToBe() {
        assertThrows(IllegalArgumentException.class, () -> Histogram.of(new double[0], 1, 1, 4));
    }
}
