package org.ganglion.benchmarks.asynchrony;

import org.ganglion.network.random.Keys;
import org.ganglion.network.random.Squares;

/**
 * When groups are held back, and for how long: a function of seed, group and window of model time alone. In each window a
 * group is held with some probability, before a step that is drawn as well, for a time that is distributed exponentially.
 *
 * @param window steps of a window
 * @param probability that a group is held in a window
 */
record Holds(long seed, int window, double probability) {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long WINDOWS_LOOKED_AT = 100_000;

    Holds {
        if (window < 1 || !(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "window " + window + ", probability " + probability + ": from 1 step on, above 0 and up to 1");
        }
    }

    /** The first step not before {@code from} at which a group is held. */
    long next(int group, long from) {
        long first = from / window;
        for (long w = first; w < first + WINDOWS_LOOKED_AT; w++) {
            long at = w * window + Squares.indexLow(bits(group, w, 0), window);
            if (at >= from && Squares.uniformHigh(bits(group, w, 0)) < probability) {
                return at;
            }
        }
        return NEVER;
    }

    /** How long a group is held at a step, in units of the mean. */
    double length(int group, long step) {
        return -StrictMath.log(Squares.uniform(bits(group, step / window, 1)));
    }

    private long bits(int group, long w, int part) {
        return Keys.mix(Keys.mix(Keys.mix(seed) + 2L * group + part) + w);
    }
}
