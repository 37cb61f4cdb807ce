package org.ganglion.io.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpectrumTest {

    /** The same numbers as in {@code spectrum.py}. */
    private static double[] signal(int size) {
        double[] values = new double[size];
        long x = 1;
        for (int i = 0; i < size; i++) {
            x = (1103515245 * x + 12345) % (1L << 31);
            values[i] = x >> 16 & 15;
        }
        return values;
    }

    @Test
    void spectraAreThoseThatScipyFinds() throws IOException {
        String[] lines;
        try (InputStream in = SpectrumTest.class.getResourceAsStream("spectrum.txt")) {
            lines = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).split("\n");
        }
        assertEquals(2, lines.length);
        for (String line : lines) {
            double[] numbers = Arrays.stream(line.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            Spectrum spectrum = Spectrum.of(signal((int) numbers[0]), 1000);
            assertEquals(numbers[1], spectrum.frequencyHz(1), 1e-9);
            assertEquals(numbers.length - 2, spectrum.power().length);
            for (int k = 0; k < spectrum.power().length; k++) {
                assertEquals(numbers[k + 2], spectrum.power()[k], 1e-9 * (1 + numbers[k + 2]), "frequency " + k);
            }
        }
    }

    @Test
    void aTransformIsTheSumThatDefinesIt() {
        for (int size = 1; size <= 64; size *= 2) {
            Random random = new Random(size);
            double[] real = random.doubles(size).toArray();
            double[] imaginary = random.doubles(size).toArray();
            double[] expectedReal = new double[size];
            double[] expectedImaginary = new double[size];
            for (int k = 0; k < size; k++) {
                for (int n = 0; n < size; n++) {
                    double angle = -2 * Math.PI * k * n / size;
                    expectedReal[k] += real[n] * Math.cos(angle) - imaginary[n] * Math.sin(angle);
                    expectedImaginary[k] += real[n] * Math.sin(angle) + imaginary[n] * Math.cos(angle);
                }
            }
            new Fft(size).transform(real, imaginary);
            for (int k = 0; k < size; k++) {
                assertEquals(expectedReal[k], real[k], 1e-12 * size);
                assertEquals(expectedImaginary[k], imaginary[k], 1e-12 * size);
            }
        }
    }

    @Test
    void aWaveHasItsPowerAtItsFrequency() {
        double[] wave = new double[10_240];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = 3 + 2 * Math.sin(2 * Math.PI * 40 * i / 1024);
        }
        Spectrum spectrum = Spectrum.of(wave, 1024);
        double[] power = spectrum.power();
        int largest = 0;
        for (int k = 0; k < power.length; k++) {
            largest = power[k] > power[largest] ? k : largest;
        }
        assertEquals(40, spectrum.frequencyHz(largest), 1e-9);
        assertEquals(2, Arrays.stream(power).sum() * spectrum.stepHz(), 1e-6, "variance of a wave of amplitude 2");
    }

    @Test
    void aSignalThatIsTooShortHasNoSpectrum() {
        assertEquals(0, Spectrum.of(new double[63], 1000).power().length);
        assertEquals(0, Spectrum.of(new double[0], 1000).power().length);
    }
}
