package org.ganglion.io.analysis;

import java.util.Arrays;

/**
 * Power of a signal by frequency, one-sided: its sum over frequencies times their distance is the variance of the signal.
 *
 * <p>Estimated as Welch did (<a href="https://doi.org/10.1109/TAU.1967.1161901">doi:10.1109/TAU.1967.1161901</a>): the mean
 * over segments, of which each overlaps half of the next, has its mean taken off, and is weighted by a Hann window.
 *
 * @param stepHz distance of frequencies; the first is 0
 * @param power of each frequency, in the signal's unit squared, per Hz; empty where the signal was too short
 * @param segments number of segments
 */
public record Spectrum(double stepHz, double[] power, int segments) {
    /** Points of a segment at most. */
    static final int SEGMENT = 1024;

    private static final int SHORTEST = 16;

    /** The signal is at least so many times as long as a segment, so that there is a mean to be taken. */
    private static final int LENGTHS = 4;

    /**
     * The spectrum of a signal.
     *
     * @param signal values at equal distances
     * @param sampleHz values per second
     */
    public static Spectrum of(double[] signal, double sampleHz) {
        int size = Math.min(SEGMENT, Integer.highestOneBit(signal.length / LENGTHS));
        if (size < SHORTEST) {
            return new Spectrum(0, new double[0], 0);
        }
        double[] window = new double[size];
        double squares = 0;
        for (int i = 0; i < size; i++) {
            window[i] = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / size);
            squares += window[i] * window[i];
        }
        Fft fft = new Fft(size);
        double[] power = new double[size / 2 + 1];
        int segments = 0;
        for (int first = 0; first + size <= signal.length; first += size / 2) {
            add(power, fft, window, signal, first);
            segments++;
        }
        for (int k = 0; k < power.length; k++) {
            double sides = k == 0 || k == size / 2 ? 1 : 2;
            power[k] *= sides / (sampleHz * squares * segments);
        }
        return new Spectrum(sampleHz / size, power, segments);
    }

    private static void add(double[] power, Fft fft, double[] window, double[] signal, int first) {
        double[] real = Arrays.copyOfRange(signal, first, first + window.length);
        double[] imaginary = new double[window.length];
        double mean = Arrays.stream(real).sum() / window.length;
        for (int i = 0; i < window.length; i++) {
            real[i] = (real[i] - mean) * window[i];
        }
        fft.transform(real, imaginary);
        for (int k = 0; k < power.length; k++) {
            power[k] += real[k] * real[k] + imaginary[k] * imaginary[k];
        }
    }

    public double frequencyHz(int index) {
        return index * stepHz;
    }
}
