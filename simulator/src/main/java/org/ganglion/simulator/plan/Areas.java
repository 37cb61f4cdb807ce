package org.ganglion.simulator.plan;

import org.ganglion.network.Experiment;

/**
 * The areas of a network: sets of populations with short delays inside and only long ones between, found from the
 * projections without drawing a synapse.
 *
 * <p>The delays at which populations come together (see {@link Linkage}) are put in order; where one is at least
 * {@value #GAP} times the one before, the widest such gap separates areas. Without such a gap everything that is
 * connected is one area. Sets that nothing connects are areas of their own.
 */
public final class Areas {
    /** Delays between areas are at least so many times those inside. */
    static final double GAP = 5;

    private final int[] areaOf; // [population]
    private final int count;

    private Areas(int[] areaOf, int count) {
        this.areaOf = areaOf;
        this.count = count;
    }

    /** Finds the areas of an experiment that has been checked. They are numbered by their first populations. */
    public static Areas of(Experiment experiment) {
        Linkage linkage = Linkage.of(experiment);
        int[] setOf = linkage.setsWithin(longestInside(linkage.heights()));
        int[] areaOf = new int[setOf.length];
        int count = 0;
        for (int p = 0; p < setOf.length; p++) {
            areaOf[p] = setOf[p] == p ? count++ : areaOf[setOf[p]];
        }
        return new Areas(areaOf, count);
    }

    private static long longestInside(long[] heights) {
        long inside = Long.MAX_VALUE;
        double widest = Math.nextDown(GAP);
        for (int i = 1; i < heights.length; i++) {
            double gap = heights[i] / (double) heights[i - 1];
            if (gap > widest) {
                widest = gap;
                inside = heights[i - 1];
            }
        }
        return inside;
    }

    public int count() {
        return count;
    }

    /** Number of the area that a population belongs to. */
    public int areaOf(int population) {
        return areaOf[population];
    }
}
