package org.ganglion.io.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ganglion.io.sonata.source.H5File;
import org.ganglion.io.sonata.source.H5Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights and state variables as they are read for figures, against all that the files hold. */
class RecordedCoursesTest {
    @TempDir
    Path folder;

    @Test
    void quantilesOfWeightsAreThoseOfTheSortedWeights() throws IOException, InterruptedException {
        SmallRun.of(
                folder,
                SmallRun.NETWORK.replace("weight: -1 mV", "weight: {distribution: uniform, min: -2 mV, max: -1 mV}")
                        + "recorders: {w: {type: weights, projection: I-E, interval: 100 ms}}");
        StepWindow whole = new StepWindow(0, 4500, 0.1);
        WeightCourse course =
                WeightCourse.read(folder.resolve("weights.h5"), whole).getFirst();
        try (H5File file = H5File.open(folder.resolve("weights.h5"))) {
            H5Group group = file.root()
                    .requireGroup("weights", "")
                    .groups()
                    .values()
                    .iterator()
                    .next();
            double[] all = group.requireColumn("final").allDoubles();
            assertEquals(300, all.length, "60 neurons have 5 each");
            assertArrayEquals(all, course.last());
            double[] sorted = all.clone();
            Arrays.sort(sorted);
            int last = course.timesMs().length - 1;
            assertEquals(450, course.timesMs()[last]);
            assertEquals(sorted[15], course.quantiles()[0][last], 1e-6, "0.05 * 299 is about 15");
            assertEquals(sorted[284], course.quantiles()[4][last], 1e-6, "0.95 * 299 is about 284");
            assertArrayEquals(new double[] {100, 200, 300, 400, 450}, course.timesMs(), 1e-9);
        }
        StepWindow part = new StepWindow(1500, 3000, 0.1);
        WeightCourse middle =
                WeightCourse.read(folder.resolve("weights.h5"), part).getFirst();
        assertArrayEquals(new double[] {200, 300}, middle.timesMs(), 1e-9);
        assertArrayEquals(new double[] {course.quantiles()[2][1], course.quantiles()[2][2]}, middle.quantiles()[2]);
        assertEquals("mV", course.units());
        assertEquals("I-E", course.projection());
    }

    @Test
    void tracesAreTheSamplesOfThePartThatIsAskedFor() throws IOException, InterruptedException {
        SmallRun.of(
                folder,
                SmallRun.NETWORK
                        + "recorders: {v: {type: state, from: E, neurons: 3..10, variables: [V_m], interval: 1 ms}}");
        StepWindow part = new StepWindow(1000, 2000, 0.1);
        Traces traces = Traces.read(folder.resolve("states.h5"), part).getFirst();
        assertArrayEquals(new long[] {3, 4, 5, 6, 7}, traces.nodes());
        assertEquals(101, traces.timesMs().length, "every ms from 100 to 200");
        assertEquals(100, traces.timesMs()[0], 1e-9);
        assertTrue(traces.complete());
        try (H5File file = H5File.open(folder.resolve("states.h5"))) {
            H5Group group = file.root()
                    .requireGroup("report", "")
                    .groups()
                    .values()
                    .iterator()
                    .next();
            double firstMs =
                    group.requireGroup("mapping", "").requireColumn("time").allDoubles()[0];
            double[] row = new double[8];
            for (int s = 0; s <= 100; s++) {
                group.rows("data").orElseThrow().doubles(Math.round(100 + s - firstMs), 1, row);
                for (int n = 0; n < 5; n++) {
                    assertEquals(row[n], traces.values()[n][s]);
                }
            }
        }
    }

    @Test
    void whatWasNotRecordedHasNoCourse() {
        assertEquals(List.of(), WeightCourse.read(folder.resolve("weights.h5"), new StepWindow(0, 10, 0.1)));
        assertEquals(List.of(), Traces.read(folder.resolve("states.h5"), new StepWindow(0, 10, 0.1)));
    }
}
