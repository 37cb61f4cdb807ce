package org.ganglion.network.random;

/**
 * Exact draws from the hypergeometric distribution, the same on every machine.
 *
 * <p>Adds up probabilities from the mode outwards until they exceed one uniform number, so the work grows with the
 * standard deviation. Splitting n synapses over m targets down a tree costs about sqrt(n m) terms in all, which is
 * less than drawing the synapses.
 */
public final class Hypergeometric {
    /** Where both tails have fallen below this, only what rounding left over can remain. */
    private static final double NOTHING = 0x1p-70;

    private Hypergeometric() {}

    /**
     * Number of marked elements among {@code sample} taken without putting back from {@code marked + others}.
     *
     * @param sample at most {@code marked + others}, which must be below 2^62
     */
    public static long draw(KeyedStream stream, long marked, long others, long sample) {
        if (marked < 0 || others < 0 || sample < 0 || sample > marked + others) {
            throw new IllegalArgumentException("cannot take " + sample + " of " + marked + " + " + others);
        }
        long least = Math.max(0, sample - others);
        long most = Math.min(marked, sample);
        if (least == most) {
            return least;
        }
        double share = (marked + 1.0) / (marked + others + 2.0);
        long mode = Math.clamp((long) Math.floor((sample + 1.0) * share), least, most);
        double atMode = StrictMath.exp(logProbability(mode, marked, others, sample));
        while (true) {
            long result = search(stream.next(), mode, atMode, marked, others, sample);
            if (result >= 0) {
                return result;
            }
        }
    }

    /** The outcome whose share of the unit interval, counted from the mode outwards, holds {@code u}; -1 if none. */
    private static long search(double u, long mode, double atMode, long marked, long others, long sample) {
        double rest = u - atMode;
        long low = mode;
        long high = mode;
        double below = atMode;
        double above = atMode;
        double gap = (double) others - sample;
        while (rest > 0) {
            // Both ratios turn to 0 at the ends of the support.
            above *= ((double) marked - high) * ((double) sample - high) / ((high + 1.0) * (gap + high + 1.0));
            high++;
            rest -= above;
            if (rest <= 0) {
                return high;
            }
            below *= (double) low * (gap + low) / ((marked - low + 1.0) * (sample - low + 1.0));
            low--;
            rest -= below;
            if (rest <= 0) {
                return low;
            }
            if (above < NOTHING && below < NOTHING) {
                return -1;
            }
        }
        return mode;
    }

    static double logProbability(long k, long marked, long others, long sample) {
        double all = (double) marked + others;
        double p = sample / all;
        double q = (all - sample) / all;
        return BinomialPmf.log(k, marked, p, q)
                + BinomialPmf.log(sample - k, others, p, q)
                - BinomialPmf.log(sample, marked + others, p, q);
    }
}
