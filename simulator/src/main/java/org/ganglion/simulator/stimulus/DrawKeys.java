package org.ganglion.simulator.stimulus;

import java.util.Arrays;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.Purpose;

/** Keys for the draws of which a count is the sum, and as many that break ties; made when they are needed first. */
final class DrawKeys {
    private final long seed;
    private final Purpose purpose;
    private final int stimulus;
    private long[] keys = new long[0];
    private long[] tieKeys = new long[0];

    /** @param stimulus the number by which it draws */
    DrawKeys(long seed, Purpose purpose, int stimulus) {
        this.seed = seed;
        this.purpose = purpose;
        this.stimulus = stimulus;
    }

    /** Has keys for so many draws. */
    void need(int draws) {
        int have = keys.length;
        if (draws > have) {
            keys = Arrays.copyOf(keys, draws);
            tieKeys = Arrays.copyOf(tieKeys, draws);
            for (int d = have; d < draws; d++) {
                keys[d] = Keys.of(seed, purpose, stimulus, d);
                tieKeys[d] = Keys.of(seed, Purpose.TIE_BREAK, stimulus, d);
            }
        }
    }

    long key(int draw) {
        return keys[draw];
    }

    long tieKey(int draw) {
        return tieKeys[draw];
    }
}
