package org.ganglion.network.wiring;

import java.util.List;

/**
 * What the weights or delays of many synapses come to.
 *
 * @param count how many synapses
 * @param smallest of all; its value is NaN where there are none
 * @param largest of all, likewise
 * @param sizes sum of the sizes of all
 * @param missing one that is not a number; its value is 0 where all are numbers
 * @param rounded how many are not whole multiples of the step
 * @param largestRounding by how much at most they are not
 * @param granule the largest power of two of which all are whole multiples; infinite where all are 0
 */
public record Measured(
        long count,
        Extreme smallest,
        Extreme largest,
        double sizes,
        Extreme missing,
        long rounded,
        double largestRounding,
        double granule) {

    /** A value that stands out, and the synapse that has it. */
    public record Extreme(double value, int source, int target) {}

    /** Mean size of the values; 0 where there are none. */
    public double meanSize() {
        return count == 0 ? 0 : sizes / count;
    }

    public boolean allNumbers() {
        return !Double.isNaN(missing.value());
    }

    /**
     * Measures all synapses of a projection.
     *
     * @param step of which values should be whole multiples; 0 if that does not matter
     */
    public static Measured of(SynapseNumbers numbers, Wiring wiring, int targets, double step) {
        List<Meter> parts = TargetChunks.map(targets, (first, end) -> {
            Meter meter = new Meter(step);
            int[] sources = new int[wiring.maxInDegree()];
            double[] values = new double[sources.length];
            for (int target = first; target < end; target++) {
                int count = wiring.inDegree(target);
                wiring.sources(target, sources);
                numbers.fill(target, sources, count, values);
                for (int i = 0; i < count; i++) {
                    meter.add(values[i], sources[i], target);
                }
            }
            return meter;
        });
        Meter all = new Meter(step);
        parts.forEach(all::add);
        return all.read();
    }

    /** Takes values one by one. */
    public static final class Meter {
        private static final double ROUNDING = 1e-9;

        private final double step;
        private long count;
        private Extreme smallest = new Extreme(Double.NaN, -1, -1);
        private Extreme largest = smallest;
        private Extreme missing = new Extreme(0, -1, -1);
        private double sizes;
        private long rounded;
        private double largestRounding;
        private int lowestBit = Integer.MAX_VALUE; // set in any value, as a power of two

        /** @param step of which values should be whole multiples; 0 if that does not matter */
        public Meter(double step) {
            this.step = step;
        }

        /** Takes the value of one synapse. */
        public void add(double value, int source, int target) {
            if (!Double.isFinite(value)) {
                missing = Double.isNaN(missing.value()) ? missing : new Extreme(Double.NaN, source, target);
                return;
            }
            if (!(smallest.value() <= value)) {
                smallest = new Extreme(value, source, target);
            }
            if (!(largest.value() >= value)) {
                largest = new Extreme(value, source, target);
            }
            count++;
            sizes += Math.abs(value);
            lowestBit = Math.min(lowestBit, lowestBit(value));
            if (step > 0) {
                double change = Math.abs(value - step * Math.floor(value / step + 0.5));
                rounded += change > ROUNDING * step ? 1 : 0;
                largestRounding = Math.max(largestRounding, change);
            }
        }

        private static int lowestBit(double value) {
            long mantissa = (Double.doubleToRawLongBits(value) & 0xFFFFFFFFFFFFFL) | 0x10000000000000L;
            int exponent = Math.getExponent(value);
            return exponent < Double.MIN_EXPONENT
                    ? value == 0 ? Integer.MAX_VALUE : Double.MIN_EXPONENT - 52
                    : exponent - 52 + Long.numberOfTrailingZeros(mantissa);
        }

        private void add(Meter later) {
            missing = Double.isNaN(missing.value()) ? missing : later.missing;
            smallest = later.smallest.value() >= smallest.value() || later.count == 0 ? smallest : later.smallest;
            largest = later.largest.value() <= largest.value() || later.count == 0 ? largest : later.largest;
            count += later.count;
            sizes += later.sizes;
            rounded += later.rounded;
            largestRounding = Math.max(largestRounding, later.largestRounding);
            lowestBit = Math.min(lowestBit, later.lowestBit);
        }

        public Measured read() {
            double granule = lowestBit == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : Math.scalb(1.0, lowestBit);
            return new Measured(count, smallest, largest, sizes, missing, rounded, largestRounding, granule);
        }
    }
}
