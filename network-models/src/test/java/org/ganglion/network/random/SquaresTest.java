package org.ganglion.network.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ganglion.network.Statistics;
import org.junit.jupiter.api.Test;

final class SquaresTest {
    private static final BigInteger WORD = BigInteger.ONE.shiftLeft(64);

    /** The five rounds as the paper writes them, in whole numbers modulo 2^64. */
    private static BigInteger paper(BigInteger counter, BigInteger key) {
        BigInteger y = counter.multiply(key).mod(WORD);
        BigInteger z = y.add(key).mod(WORD);
        BigInteger x = swapped(y.multiply(y).add(y));
        x = swapped(x.multiply(x).add(z));
        x = swapped(x.multiply(x).add(y));
        BigInteger t = x.multiply(x).add(z).mod(WORD);
        x = swapped(t);
        return t.xor(x.multiply(x).add(y).mod(WORD).shiftRight(32));
    }

    private static BigInteger swapped(BigInteger x) {
        BigInteger w = x.mod(WORD);
        return w.shiftRight(32).or(w.shiftLeft(32)).mod(WORD);
    }

    private static BigInteger unsigned(long value) {
        return new BigInteger(Long.toUnsignedString(value));
    }

    @Property(tries = 500)
    void bitsFollowThePaper(@ForAll long key, @ForAll long counter) {
        assertEquals(
                paper(unsigned(counter), unsigned(key)).longValue(), Squares.bits(key, counter), "key and counter");
    }

    @Test
    void uniformNumbersStayInsideZeroAndOne() {
        for (long bits : new long[] {0, -1, 0xFFFFFFFFL, 0xFFFFFFFF00000000L}) {
            for (double u : new double[] {Squares.uniform(bits), Squares.uniformHigh(bits), Squares.uniformLow(bits)}) {
                assertTrue(u > 0 && u < 1, "uniform " + u);
            }
            assertTrue(Squares.indexHigh(bits, 7) >= 0 && Squares.indexHigh(bits, 7) < 7);
            assertTrue(Squares.indexLow(bits, Integer.MAX_VALUE) >= 0);
        }
    }

    @Test
    void countersThatDifferOnlyInTheUpperHalfGiveIndependentNumbers() {
        // A low word of 0 makes the first round trivial, so it is the case to look at.
        for (long low : new long[] {0, 1, 77}) {
            long key = Keys.of(11, Purpose.SOURCE, low);
            long[] pieces = new long[4 << 10];
            long[] successive = new long[1 << 12];
            long before = 0;
            for (long high = 0; high < 1_000_000; high++) {
                long bits = Squares.bits(key, (high << 32) | low);
                for (int j = 0; j < 4; j++) {
                    pieces[(j << 10) | ((int) (bits >>> (16 * j)) & 1023)]++;
                }
                successive[(int) ((bits & 63) << 6 | (before & 63))]++;
                before = bits;
            }
            Statistics.assertUniform("pieces, low word " + low, pieces);
            Statistics.assertUniform("successive, low word " + low, successive);
        }
    }

    @Test
    void keysHaveEightDifferentDigitsOtherThanZeroInEachHalfAndAreOdd() {
        Set<Long> seen = new HashSet<>();
        long[] lastDigits = new long[8];
        long[] firstDigits = new long[15];
        for (int i = 0; i < 40_000; i++) {
            long key = Keys.of(i % 7, Purpose.values()[i % Purpose.values().length], i, i % 3);
            assertTrue(seen.add(key), "a key came twice");
            assertEquals(1, key & 1, "odd");
            for (int half = 0; half < 64; half += 32) {
                int used = 1;
                for (int shift = half; shift < half + 32; shift += 4) {
                    int digit = (int) (key >>> shift) & 15;
                    assertEquals(0, used & 1 << digit, "digit " + digit + " of " + Long.toHexString(key));
                    used |= 1 << digit;
                }
            }
            lastDigits[(int) (key & 15) >> 1]++;
            firstDigits[(int) (key >>> 60) - 1]++;
        }
        Statistics.assertUniform("last digits", lastDigits);
        Statistics.assertUniform("first digits", firstDigits);
    }

    @Test
    void everyPartOfAKeyChangesIt() {
        long key = Keys.of(1, Purpose.SOURCE, 2, 3);
        assertTrue(key != Keys.of(2, Purpose.SOURCE, 2, 3), "seed");
        assertTrue(key != Keys.of(1, Purpose.DEGREE, 2, 3), "purpose");
        assertTrue(key != Keys.of(1, Purpose.SOURCE, 3, 2), "element");
        assertTrue(key != Keys.of(1, Purpose.SOURCE, 2, 4), "part");
    }
}
