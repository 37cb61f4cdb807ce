package org.ganglion.io.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExtentTest {
    @Test
    void reachesFromTheSmallestToTheLargestOfAllRows() {
        assertEquals(new Extent(-2, 7), Extent.of(new double[] {3, -2}, new double[] {}, new double[] {7, 0}));
    }

    @Test
    void leavesOutWhatIsNotFinite() {
        double[] values = {Double.NaN, 5, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};

        assertEquals(new Extent(5, 5), Extent.of(values));
    }

    @Test
    void reachesFromZeroToOneWhereThereAreNoValues() {
        assertEquals(new Extent(0, 1), Extent.of());
        assertEquals(new Extent(0, 1), Extent.of(new double[] {Double.NaN}));
    }
}
