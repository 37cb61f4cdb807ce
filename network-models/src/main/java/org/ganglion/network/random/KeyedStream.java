package org.ganglion.network.random;

/**
 * A short run of random numbers for one element under a key: the counters {@code (element << 32) | 0, 1, 2, ...} of
 * {@link Squares}. For samplers that do not know beforehand how many numbers they take. Has one owner.
 */
public final class KeyedStream {
    private final long key;
    private long counter;

    public KeyedStream(long key, int element) {
        this.key = key;
        at(element);
    }

    /** Moves to the first number of another element. */
    public void at(int element) {
        counter = (long) element << 32;
    }

    /** Moves to where {@link #position} was for an element. */
    public void at(int element, int position) {
        counter = (long) element << 32 | (position & 0xFFFFFFFFL);
    }

    /** How many numbers of the element were taken. */
    public int position() {
        return (int) counter;
    }

    /** The next number, strictly between 0 and 1, on a grid of 2^-52. */
    public double next() {
        return Squares.uniform(Squares.bits(key, counter++));
    }
}
