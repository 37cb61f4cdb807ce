package org.ganglion.network.wiring;

/** A wiring that keeps only in-degrees and draws the sources of a target anew each time it is asked. */
public final class KeyedWiring implements Wiring {
    private final long key;
    private final int[] degrees;
    private final int candidates;
    private final boolean excludesSelf;
    private final boolean multapses;
    private final int largest;
    private final long total;

    /**
     * @param degrees number of sources of each target; kept, so not to be written any more
     * @param candidates number of sources a target may have, itself not counted where it is excluded
     */
    public KeyedWiring(long key, int[] degrees, int candidates, boolean excludesSelf, boolean multapses) {
        this.key = key;
        this.degrees = degrees;
        this.candidates = candidates;
        this.excludesSelf = excludesSelf;
        this.multapses = multapses;
        int max = 0;
        long sum = 0;
        for (int degree : degrees) {
            max = Math.max(max, degree);
            sum += degree;
        }
        largest = max;
        total = sum;
    }

    @Override
    public int inDegree(int target) {
        return degrees[target];
    }

    @Override
    public int maxInDegree() {
        return largest;
    }

    @Override
    public long synapses() {
        return total;
    }

    @Override
    public void sources(int target, int[] out) {
        int leftOut = excludesSelf ? target : Partners.NOBODY;
        if (multapses) {
            PartnersVector.repeating(key, target, degrees[target], candidates, leftOut, out);
        } else {
            Partners.different(key, target, degrees[target], candidates, leftOut, out);
        }
    }
}
