package org.ganglion.simulator.stimulus;

import org.ganglion.network.random.CountTable;
import org.ganglion.network.random.Squares;

/** How many spikes of a stimulus a neuron gets in a step: a distribution, the same for all neurons. */
interface Counts {

    /** Fills the table for a step; returns whether there can be spikes in it. */
    boolean begin(long step);

    /** The distribution in the step that was begun last. */
    CountTable table();

    /** Poisson counts at a rate, between two steps. */
    record Poisson(RateClock rate, long startStep, long endStep, CountTable table) implements Counts {
        @Override
        public boolean begin(long step) {
            if (step < startStep || step >= endStep) {
                return false;
            }
            table.poisson(rate.mean(step));
            return table.draws() > 0;
        }
    }

    /** Copies of the spikes of a mother process, each made with the same probability. */
    final class Copies implements Counts {
        private final Common mother;
        private final double probability;
        private final CountTable table = new CountTable();
        private int spikes = -1; // that the table is for

        Copies(Common mother, double probability) {
            this.mother = mother;
            this.probability = probability;
        }

        @Override
        public boolean begin(long step) {
            int now = Math.min(CountTable.MOST_TRIALS, mother.count(step));
            if (now > 0 && now != spikes) {
                table.binomial(now, probability);
                spikes = now;
            }
            return now > 0;
        }

        @Override
        public CountTable table() {
            return table;
        }
    }

    /** One count for all neurons: a function of (seed, stimulus, step). */
    final class Common {
        private final Counts counts;
        private final DrawKeys keys;

        Common(Counts counts, DrawKeys keys) {
            this.counts = counts;
            this.keys = keys;
        }

        int count(long step) {
            if (!counts.begin(step)) {
                return 0;
            }
            int draws = counts.table().draws();
            keys.need(draws);
            int sum = 0;
            for (int d = 0; d < draws; d++) {
                sum += counts.table().count(Squares.bits(keys.key(d), step) >>> 16);
            }
            return sum;
        }
    }
}
