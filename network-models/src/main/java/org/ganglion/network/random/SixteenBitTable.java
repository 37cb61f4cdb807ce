package org.ganglion.network.random;

/** A distribution of counts that are drawn from 16 random bits, and from 32 more where these do not decide. */
sealed interface SixteenBitTable permits PoissonTable, CountTable {
    /**
     * One draw.
     *
     * @param bits16 16 random bits
     * @param tieKey key for the rare second look
     * @param tieCounter a counter of this draw alone under that key
     */
    int count(int bits16, long tieKey, long tieCounter);
}
