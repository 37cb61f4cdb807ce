package org.ganglion.simulator.plan;

import org.ganglion.network.random.Distribution;
import org.ganglion.network.wiring.Measured;
import org.ganglion.network.wiring.SynapseNumbers;

/** The weights or delays of a projection, and how far they reach. */
public sealed interface PlannedValue {

    double smallest();

    double largest();

    /** The same values in whole units. */
    WholeValues whole(double unit);

    /** Whether all synapses have the same value in whole units. */
    boolean constantIn(double unit);

    /** Drawn by projection, target and number of the synapse. */
    record Drawn(Distribution distribution) implements PlannedValue {
        @Override
        public double smallest() {
            return distribution.smallest();
        }

        @Override
        public double largest() {
            return distribution.largest();
        }

        @Override
        public WholeValues whole(double unit) {
            return new WholeSampler(distribution, unit);
        }

        @Override
        public boolean constantIn(double unit) {
            return WholeSampler.smallest(distribution, unit) == WholeSampler.largest(distribution, unit);
        }

        /** Upper 32 random bits (unsigned) below this one draw a negative number. */
        long negativeBelow() {
            long low = 0;
            long high = 1L << 32;
            while (low < high) {
                long middle = (low + high) >>> 1;
                if (distribution.quantile((middle + 0.5) * 0x1p-32) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /**
     * Given for each synapse, all of which have been looked at.
     *
     * @param listed whether they were listed one by one
     */
    record Given(SynapseNumbers numbers, Measured measured, boolean listed) implements PlannedValue {
        @Override
        public double smallest() {
            return measured.count() == 0 ? 0 : measured.smallest().value();
        }

        @Override
        public double largest() {
            return measured.count() == 0 ? 0 : measured.largest().value();
        }

        @Override
        public WholeValues whole(double unit) {
            return WholeNumbers.between(smallest(), largest(), unit);
        }

        @Override
        public boolean constantIn(double unit) {
            WholeValues whole = whole(unit);
            return whole.smallest() == whole.largest();
        }
    }

    /** Whether all synapses have the same value. */
    default boolean constant() {
        return smallest() == largest();
    }
}
