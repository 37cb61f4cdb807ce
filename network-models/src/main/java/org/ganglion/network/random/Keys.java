package org.ganglion.network.random;

/**
 * Keys for {@link Squares}, one for each (seed, purpose, element).
 *
 * <p>Squares wants keys without regular patterns: as its author does, the upper and the lower eight hexadecimal digits
 * are each drawn without repetition and without zero, and the last one is odd.
 */
public final class Keys {
    private Keys() {}

    public static long of(long seed, Purpose purpose, long element) {
        return of(seed, purpose, element, 0);
    }

    public static long of(long seed, Purpose purpose, long element, long part) {
        long h = mix(seed + 0x9E3779B97F4A7C15L);
        h = mix(h ^ mix(purpose.ordinal() + 0xD1B54A32D192ED03L));
        h = mix(h ^ mix(element + 0x8CB92BA72F3D8DD7L));
        h = mix(h ^ mix(part + 0xABC98388FB8FAC03L));
        long high = digits(h, false);
        long low = digits(mix(h + 0x9E3779B97F4A7C15L), true);
        return (high << 32) | low;
    }

    /** The finaliser of SplitMix64 (Steele, Lea & Flood 2014, doi 10.1145/2660193.2660195): a bijection of 64 bits. */
    public static long mix(long x) {
        long z = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Eight different hexadecimal digits from 1 to f; the last one odd on request. */
    private static long digits(long entropy, boolean odd) {
        int[] left = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
        int size = left.length;
        long rest = entropy;
        long result = 0;
        int last = 0;
        if (odd) {
            last = (int) Long.remainderUnsigned(rest, 8) * 2 + 1;
            rest = Long.divideUnsigned(rest, 8);
            size = remove(left, size, last - 1);
        }
        for (int i = odd ? 1 : 0; i < 8; i++) {
            int pick = (int) Long.remainderUnsigned(rest, size);
            rest = Long.divideUnsigned(rest, size);
            result = (result << 4) | left[pick];
            size = remove(left, size, pick);
        }
        return odd ? (result << 4) | last : result;
    }

    private static int remove(int[] left, int size, int index) {
        left[index] = left[size - 1];
        return size - 1;
    }
}
