package org.ganglion.io.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.ganglion.io.TestExperiments;
import org.ganglion.network.Experiment;
import org.ganglion.network.Population;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {

    @TempDir
    Path folder;

    private static Experiment experiment(double durationMs, double warmUpMs, Population... populations) {
        List<Recorder> recorders = new ArrayList<>();
        for (Population population : populations) {
            recorders.add(new Recorder.Spikes(population.name() + " spikes", population.name(), Selection.ALL));
        }
        return TestExperiments.experiment(List.of(populations), recorders, durationMs, warmUpMs);
    }

    /** Feeds irregular spikes of given rates, the same neurons again and again for equal seeds. */
    private static void irregular(Pictures pictures, Experiment experiment, double... ratesHz) throws IOException {
        Random random = new Random(3);
        int[] offsets = org.ganglion.io.hdf5.PopulationOffsets.of(experiment.network());
        double dtMs = experiment.settings().dtMs();
        for (long step = 0; step < experiment.settings().endStep(); step++) {
            int[] neurons = new int[0];
            for (int p = 0; p < ratesHz.length; p++) {
                int size = offsets[p + 1] - offsets[p];
                double wave = 1 + 0.6 * Math.sin(step * dtMs / 12 + p);
                double mean = size * ratesHz[p] * wave * dtMs / 1000;
                int count =
                        (int) (Math.max(0, mean + Math.sqrt(mean) * 0.5 * random.nextGaussian()) + random.nextDouble());
                int[] more = random.ints(count, offsets[p], offsets[p + 1]).toArray();
                int before = neurons.length;
                neurons = Arrays.copyOf(neurons, before + count);
                System.arraycopy(more, 0, neurons, before, count);
            }
            Arrays.sort(neurons);
            pictures.spikes().spikes(step, neurons, neurons.length);
        }
    }

    /** Draws, and keeps a copy where {@code -Dpictures=DIR} asks for one. */
    private BufferedImage draw(Pictures pictures, String name, String copy) throws IOException {
        pictures.write(folder);
        Path file = folder.resolve(name);
        String keep = System.getProperty("pictures", "");
        if (!keep.isEmpty()) {
            Files.createDirectories(Path.of(keep));
            Files.copy(file, Path.of(keep, copy), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        return ImageIO.read(file.toFile());
    }

    private static long pixelsOf(BufferedImage image, int rgb) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xffffff) == rgb ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void aBalancedNetworkIsDrawnInTheColoursOfItsPopulations() throws IOException {
        Experiment brunel =
                experiment(1000, 0, TestExperiments.population("E", 10000), TestExperiments.population("I", 2500));
        Pictures pictures = Pictures.of(brunel, 10000);
        irregular(pictures, brunel, 31.9, 31.9);
        BufferedImage image = draw(pictures, "raster.png", "brunel.png");
        assertTrue(pixelsOf(image, 0x0072b2) > 10_000);
        assertTrue(pixelsOf(image, 0xd55e00) > 2_000);
    }

    @Test
    void eightPopulationsOverALongTimeAreDrawn() throws IOException {
        List<Population> layers = new ArrayList<>();
        int[] sizes = {20683, 5834, 21915, 5479, 4850, 1065, 14395, 2948};
        String[] names = {"L23E", "L23I", "L4E", "L4I", "L5E", "L5I", "L6E", "L6I"};
        for (int i = 0; i < sizes.length; i++) {
            layers.add(TestExperiments.population(names[i], sizes[i]));
        }
        Experiment microcircuit = experiment(2000, 500, layers.toArray(Population[]::new));
        Pictures pictures = Pictures.of(microcircuit, 25000);
        irregular(pictures, microcircuit, 0.9, 3, 4.4, 5.9, 7.6, 8.6, 1.1, 7.8);
        BufferedImage image = draw(pictures, "raster.png", "pd14.png");
        assertTrue(pixelsOf(image, 0x0072b2) > 1_000);
    }

    @Test
    void denseSparseShortAndEmptyRunsAreDrawn() throws IOException {
        Experiment dense = experiment(20_000, 0, TestExperiments.population("E", 3000));
        Pictures pictures = Pictures.of(dense, 200_000);
        irregular(pictures, dense, 20);
        assertTrue(pixelsOf(draw(pictures, "raster.png", "dense.png"), 0x0072b2) > 100_000);

        Experiment few = experiment(300, 0, TestExperiments.population("cells", 4), TestExperiments.population("b", 1));
        pictures = Pictures.of(few, 3000);
        irregular(pictures, few, 40, 40);
        assertTrue(pixelsOf(draw(pictures, "raster.png", "few.png"), 0x0072b2) > 1000);

        Experiment brief = experiment(10, 0, TestExperiments.population("one", 1));
        pictures = Pictures.of(brief, 100);
        pictures.spikes().spikes(50, new int[] {0}, 1);
        long one = pixelsOf(draw(pictures, "raster.png", "brief.png"), 0x0072b2);
        long none = pixelsOf(draw(Pictures.of(brief, 100), "raster.png", "empty.png"), 0x0072b2);
        assertTrue(one > none + 50, "a spike of at least 50 pixels");
        draw(Pictures.of(brief, 0), "raster.png", "nothing.png");

        Population[] many = new Population[60];
        Arrays.setAll(many, i -> TestExperiments.population("population number " + i, 20 + i));
        Experiment crowd = experiment(1000, 0, many);
        pictures = Pictures.of(crowd, 10_000);
        double[] rates = new double[60];
        Arrays.setAll(rates, i -> 5 + i % 7);
        irregular(pictures, crowd, rates);
        assertTrue(pixelsOf(draw(pictures, "raster.png", "many.png"), 0x009e73) > 500);
    }

    @Test
    void aVoltageTraceIsDrawnWithItsSpikes() throws IOException {
        Population cells = TestExperiments.population("cells", 8);
        Experiment hello = TestExperiments.experiment(
                List.of(cells),
                List.of(
                        new Recorder.State("v", "cells", new Selection.Slice(0, 3), List.of("V_m", "I_syn"), 0.1),
                        new Recorder.Spikes("s", "cells", Selection.ALL)),
                200,
                0);
        Pictures pictures = Pictures.of(hello, 2000);
        float[] values = {-70, 0, -68, 0, -66, 0};
        for (int step = 0; step < 2000; step++) {
            for (int i = 0; i < 3; i++) {
                values[2 * i] += (float) ((-52 - values[2 * i]) * 0.1 / (10 + i));
                if (values[2 * i] > -55) {
                    pictures.spikes().spikes(step, new int[] {i}, 1);
                    values[2 * i] = -70;
                }
            }
            pictures.states().sample(0, step, values);
        }
        BufferedImage image = draw(pictures, "states.png", "states.png");
        assertTrue(pixelsOf(image, 0xd55e00) > 500, "marks of spikes");
        assertTrue(pixelsOf(image, 0x0072b2) > 500, "trace");
    }

    @Test
    void whereThereAreNoFontsThePictureHasNoText() {
        Experiment few = experiment(300, 0, TestExperiments.population("cells", 4));
        RasterSample sample = new RasterSample(few, Span.of(few, 3000));
        sample.spikes(10, new int[] {0, 2}, 2);
        assertFalse(new RasterPicture(sample, "few").draw(false).hasText());
    }

    @Test
    void nothingIsDrawnOfWhatWasNotRecorded() throws IOException {
        Experiment bare = TestExperiments.experiment(List.of(TestExperiments.population("E", 4)), List.of(), 10, 0);
        assertEquals(List.of(), Pictures.of(bare, 100).write(folder).files());
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void rowsAreSharedInProportionButEveryPopulationGetsSome() {
        assertArrayEquals(new int[] {4, 1}, RasterSample.shares(new int[] {4, 1}));
        int[] shares = RasterSample.shares(new int[] {100_000, 30, 0, 50_000});
        assertEquals(RasterSample.LARGEST_ROWS, Arrays.stream(shares).sum());
        assertEquals(30, shares[1]);
        assertEquals(0, shares[2]);
        assertEquals(2.0, shares[0] / (double) shares[3], 0.1);
        assertEquals(
                RasterSample.LARGEST_ROWS,
                Arrays.stream(RasterSample.shares(new int[5000])).map(n -> 0).sum()
                        + Arrays.stream(RasterSample.shares(filled(5000, 3))).sum());
    }

    private static int[] filled(int size, int value) {
        int[] values = new int[size];
        Arrays.fill(values, value);
        return values;
    }

    @Test
    void ratesAreSpikesPerNeuronAndSecond() {
        Experiment two = experiment(100, 50, TestExperiments.population("a", 4), TestExperiments.population("b", 2));
        RasterSample sample = new RasterSample(two, Span.of(two, 1500));
        sample.spikes(499, new int[] {0, 5}, 2); // within the warm-up
        sample.spikes(500, new int[] {0, 1, 5}, 3);
        sample.spikes(1499, new int[] {3, 5, 5}, 3);
        assertEquals(3 / 4.0 / 0.1, sample.rateHz(0), 1e-9);
        assertEquals(3 / 2.0 / 0.1, sample.rateHz(1), 1e-9);
        assertEquals(2 / 4.0 / (sample.binMs() / 1000), sample.rateHz(0, 0), 1e-9);
        assertEquals(2, sample.spikes(5, sample.span().columns() - 1));
    }

    @Test
    void ticksAreRoundNumbersWithinTheAxis() {
        Ticks ticks = Ticks.between(500, 1500, 10);
        assertEquals(List.of("500", "600", "700"), List.of(ticks.label(0), ticks.label(1), ticks.label(2)));
        assertEquals(11, ticks.count());
        assertEquals("0.2", Ticks.between(0, 1, 5).label(1));
        assertEquals("-60", Ticks.between(-71.5, -48, 4).label(1));
    }
}
