package org.ganglion.io.analysis;

/**
 * The discrete Fourier transform of a power of two of complex numbers, in place: Cooley and Tukey's algorithm with radix 2
 * (<a href="https://doi.org/10.1090/S0025-5718-1965-0178586-1">doi:10.1090/S0025-5718-1965-0178586-1</a>).
 */
final class Fft {
    private final int size;
    private final double[] cosines; // of 2 pi k / size, k below size / 2
    private final double[] sines;

    /** @param size number of points, a power of two */
    Fft(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException(size + " is not a power of two");
        }
        this.size = size;
        this.cosines = new double[size / 2];
        this.sines = new double[size / 2];
        for (int k = 0; k < size / 2; k++) {
            cosines[k] = StrictMath.cos(2 * Math.PI * k / size);
            sines[k] = StrictMath.sin(2 * Math.PI * k / size);
        }
    }

    /** Puts the sum over n of {@code x[n] exp(-2 pi i k n / size)} in place of each {@code x[k]}. */
    void transform(double[] real, double[] imaginary) {
        reorder(real, imaginary);
        for (int half = 1; half < size; half *= 2) {
            int stride = size / (2 * half);
            for (int block = 0; block < size; block += 2 * half) {
                for (int k = 0; k < half; k++) {
                    int low = block + k;
                    int high = low + half;
                    double cosine = cosines[k * stride];
                    double sine = sines[k * stride];
                    double re = real[high] * cosine + imaginary[high] * sine;
                    double im = imaginary[high] * cosine - real[high] * sine;
                    real[high] = real[low] - re;
                    imaginary[high] = imaginary[low] - im;
                    real[low] += re;
                    imaginary[low] += im;
                }
            }
        }
    }

    /** Swaps each number with the one whose index has the same bits the other way round. */
    private void reorder(double[] real, double[] imaginary) {
        int unused = Integer.numberOfLeadingZeros(size) + 1;
        for (int i = 1; i < size; i++) {
            int j = unused == 32 ? i : Integer.reverse(i) >>> unused;
            if (i < j) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
