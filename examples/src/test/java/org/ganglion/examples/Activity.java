package org.ganglion.examples;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ganglion.examples.Example.Ran;
import org.ganglion.examples.Example.Spike;
import org.ganglion.simulator.PopulationSummary;

/** What can be said of the spikes of a population as a whole: counts in bins, and how they vary. */
record Activity(double[] counts, double binMs) {

    /** Counts the spikes of populations in bins from {@code fromMs} to {@code toMs}. */
    static Activity of(Ran ran, double fromMs, double toMs, double binMs, String... populations) {
        double[] counts = new double[(int) Math.round((toMs - fromMs) / binMs)];
        for (Spike spike : ran.spikes()) {
            // Half a tic keeps times on the border of two bins together, whatever rounding did to them.
            int bin = (int) Math.floor((spike.timeMs() + 5e-4 - fromMs) / binMs);
            if (bin >= 0 && bin < counts.length && Arrays.asList(populations).contains(spike.population())) {
                counts[bin]++;
            }
        }
        return new Activity(counts, binMs);
    }

    double mean() {
        return Arrays.stream(counts).average().orElseThrow();
    }

    double variance() {
        double mean = mean();
        return Arrays.stream(counts).map(c -> (c - mean) * (c - mean)).average().orElseThrow();
    }

    /** Standard deviation over mean: near 0 where the population fires evenly, above 1 where it fires in volleys. */
    double variation() {
        return Math.sqrt(variance()) / mean();
    }

    /** Variance over mean: 1 for neurons that know nothing of each other, as many as fire together otherwise. */
    double fano() {
        return variance() / mean();
    }

    /** Frequency in Hz at which a periodogram of the counts is largest, from {@code fromHz} to {@code toHz}. */
    double peakHz(double fromHz, double toHz) {
        double resolutionHz = 1000 / (counts.length * binMs);
        int first = (int) Math.max(1, Math.ceil(fromHz / resolutionHz));
        int last = (int) Math.min(counts.length / 2.0, Math.floor(toHz / resolutionHz));
        int peak = IntStream.rangeClosed(first, last)
                .boxed()
                .max((a, b) -> Double.compare(power(a), power(b)))
                .orElseThrow();
        return peak * resolutionHz;
    }

    /** Share of the variance that lies between two frequencies. */
    double share(double fromHz, double toHz) {
        double resolutionHz = 1000 / (counts.length * binMs);
        double all = 0;
        double inside = 0;
        for (int i = 1; i <= counts.length / 2; i++) {
            double power = power(i);
            all += power;
            inside += i * resolutionHz >= fromHz && i * resolutionHz <= toHz ? power : 0;
        }
        return inside / all;
    }

    /**
     * Mean power between two frequencies, relative to that of neurons which fire as often and know nothing of each other:
     * over windows of so many bins that overlap by half, each tapered by a raised cosine.
     */
    double relativePower(double fromHz, double toHz, int windowBins) {
        double resolutionHz = 1000 / (windowBins * binMs);
        double sum = 0;
        int terms = 0;
        for (int from = 0; from + windowBins <= counts.length; from += windowBins / 2) {
            double[] window = Arrays.copyOfRange(counts, from, from + windowBins);
            double mean = Arrays.stream(window).average().orElseThrow();
            double squares = 0;
            for (int i = 0; i < windowBins; i++) {
                double taper = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / windowBins);
                window[i] = taper * (window[i] - mean);
                squares += taper * taper;
            }
            Activity tapered = new Activity(window, binMs);
            for (int k = (int) Math.ceil(fromHz / resolutionHz); k * resolutionHz <= toHz; k++) {
                sum += tapered.power(k) / (mean * squares);
                terms++;
            }
        }
        return sum / terms;
    }

    private double power(int cycles) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < counts.length; i++) {
            double angle = 2 * Math.PI * cycles * i / counts.length;
            real += counts[i] * Math.cos(angle);
            imaginary += counts[i] * Math.sin(angle);
        }
        return real * real + imaginary * imaginary;
    }

    /** What a run counted of one population. */
    static PopulationSummary summary(Ran ran, String population) {
        return ran.summary().populations().stream()
                .filter(p -> p.name().equals(population))
                .findFirst()
                .orElseThrow();
    }
}
