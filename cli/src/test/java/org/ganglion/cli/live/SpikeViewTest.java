package org.ganglion.cli.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.network.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the spikes the page is told. */
class SpikeViewTest {
    @TempDir
    Path folder;

    private Experiment experiment(String populations, String recorders, String duration) throws Exception {
        Path file = folder.resolve("n.yaml");
        Files.writeString(
                file,
                "name: n\npopulations: " + populations + "\nrecorders: " + recorders + "\nsimulation: {duration: "
                        + duration + "}\n");
        return ConfigReader.read(file, Overrides.NONE).experiment();
    }

    private Experiment two(String duration) throws Exception {
        return experiment(
                "{E: {model: iaf_psc_delta, size: 900000}, I: {model: iaf_psc_delta, size: 100000}}",
                "{s: {type: spikes, from: [E, I]}}",
                duration);
    }

    @Test
    void aMillionNeuronsHaveEvenlyChosenRows() throws Exception {
        SampledRows rows = new SampledRows(two("1 s"));
        assertEquals(540, rows.rows(0), "0.9 of 600");
        assertEquals(60, rows.rows(1));
        int[] withRow =
                IntStream.range(0, 1_000_000).filter(n -> rows.row(n) >= 0).toArray();
        assertEquals(600, withRow.length);
        assertArrayEquals(
                IntStream.range(0, 600).toArray(),
                Arrays.stream(withRow).map(rows::row).toArray());
        assertEquals(0, withRow[0]);
        assertEquals(1666, withRow[1], "900000 / 540 = 1666.7");
        assertEquals(900_000, withRow[540], "the first of the second population");
        assertEquals(1, rows.population(900_000));
        assertEquals(0, rows.population(899_999));
    }

    @Test
    void onlyRecordedNeuronsHaveRows() throws Exception {
        SampledRows rows = new SampledRows(experiment(
                "{A: {model: iaf_psc_delta, size: 50}, B: {model: iaf_psc_delta, size: 50}, C: {model: iaf_psc_delta, size: 4}}",
                "{s: {type: spikes, from: B, neurons: 10..19}, t: {type: spikes, from: C}}",
                "1 s"));
        assertEquals(0, rows.rows(0));
        assertEquals(10, rows.recorded(1));
        assertEquals(10, rows.rows(1));
        assertEquals(-1, rows.row(50 + 9));
        assertEquals(0, rows.row(50 + 10));
        assertEquals(13, rows.row(103));
    }

    @Test
    void ratesAreSpikesByRecordedNeuronsAndLengthOfABin() throws Exception {
        SpikeView view = new SpikeView(experiment(
                "{A: {model: iaf_psc_delta, size: 4}, B: {model: iaf_psc_delta, size: 2}}",
                "{s: {type: spikes, from: A}}",
                "100 ms"));
        assertEquals(1, view.binMs(), "the smallest");
        view.spikes(0, new int[] {0, 1, 1}, 3);
        view.spikes(9, new int[] {3}, 1);
        view.spikes(10, new int[] {3}, 1);
        SpikeView.Rates rates = view.takeRates(19);
        assertEquals(0, rates.first());
        assertEquals(1, rates.hertz().size(), "the second bin has one more step");
        assertEquals(4 / (4 * 0.001), rates.hertz().getFirst().getFirst(), "4 spikes of 4 neurons in 1 ms");
        assertTrue(rates.hertz().getFirst().get(1).isNaN(), "B is not recorded");
        assertEquals(1, view.takeRates(20).first());
        assertEquals(0, view.takeRates(20).hertz().size(), "each bin is told once");
        assertEquals(2, view.toldRates().hertz().size(), "who comes later is told all");
    }

    @Test
    void ratesOfWhatWasMissedAreNotKnown() throws Exception {
        SpikeView view = new SpikeView(two("100 ms"));
        view.missed(25); // in the third bin
        SpikeView.Rates rates = view.takeRates(40);
        assertEquals(
                List.of(true, true, true, false),
                rates.hertz().stream().map(bin -> bin.getFirst().isNaN()).toList());
    }

    @Test
    void aLongRunHasBinsOfARoundLength() throws Exception {
        assertEquals(2, new SpikeView(two("1 s")).binMs());
        assertEquals(200, new SpikeView(two("100 s")).binMs());
        assertEquals(20_000, new SpikeView(two("10000 s")).binMs());
    }

    @Test
    void ofTooManySpikesTheLatestAreShownOfAllGroups() {
        LatestSpikes latest = new LatestSpikes();
        int steps = 50_000;
        for (int group = 0; group < 2; group++) { // one after the other, as files are read
            for (int step = 0; step < steps; step++) {
                latest.add(step, group);
            }
        }
        long[] shown = latest.take();
        assertTrue(shown.length / 2 <= LatestSpikes.MOST_SHOWN);
        assertEquals(2 * steps, shown.length / 2 + latest.takeLeft());
        for (int group = 0; group < 2; group++) {
            int row = group;
            long[] ofGroup = IntStream.range(0, shown.length / 2)
                    .filter(i -> shown[2 * i + 1] == row)
                    .mapToLong(i -> shown[2 * i])
                    .toArray();
            assertTrue(ofGroup.length > 1000, "some of each group: " + ofGroup.length);
            assertArrayEquals(LongStream.range(steps - ofGroup.length, steps).toArray(), ofGroup);
        }
        latest.add(0, 0);
        assertArrayEquals(new long[] {0, 0}, latest.take(), "the next look begins anew");
    }

    @Test
    void whoComesLaterIsShownTheLatestSpikes() throws Exception {
        SpikeView view = new SpikeView(two("100 ms"));
        view.spikes(7, new int[] {0, 1, 900_000}, 3);
        assertArrayEquals(new long[] {7, 0, 7, 540}, view.takeShown());
        assertEquals(0, view.takeShown().length);
        assertArrayEquals(new long[] {7, 0, 7, 540}, view.kept());
    }
}
