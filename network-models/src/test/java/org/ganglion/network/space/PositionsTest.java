package org.ganglion.network.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.ganglion.network.Statistics;
import org.junit.jupiter.api.Test;

final class PositionsTest {

    private static String problems(Positions positions, int size) {
        List<String> all = new ArrayList<>();
        positions.check(size, (key, message) -> all.add(key + ": " + message));
        return String.join("\n", all);
    }

    /** The order of NEST: down the first column, then the next. */
    @Test
    void aGridIsNumberedColumnByColumnFromTheTop() {
        Points grid = GridPositions.of(3, 2).extent(3, 2).center(10, 20).points(6, 1, 0);
        double[][] expected = {{9, 20.5}, {9, 19.5}, {10, 20.5}, {10, 19.5}, {11, 20.5}, {11, 19.5}};
        for (int i = 0; i < 6; i++) {
            assertArrayEquals(expected[i], new double[] {grid.at(0, i), grid.at(1, i)}, "neuron " + i);
        }
        Points cube = GridPositions.of(2, 2, 2).points(8, 1, 0);
        assertEquals("(-0.25, 0.25, -0.25)", cube.text(0));
        assertEquals("(-0.25, 0.25, 0.25)", cube.text(1));
        assertEquals("(-0.25, -0.25, -0.25)", cube.text(2));
        assertEquals("(0.25, 0.25, -0.25)", cube.text(4));
    }

    @Test
    void randomPositionsFillTheirExtentEvenly() {
        Points points = RandomPositions.in(2, 4, 1).center(1, 0, -5).points(100_000, 7, 3);
        long[] cells = new long[8 * 8 * 8];
        for (int i = 0; i < points.size(); i++) {
            int x = (int) (points.at(0, i) * 4);
            int y = (int) ((points.at(1, i) + 2) * 2);
            int z = (int) ((points.at(2, i) + 5.5) * 8);
            cells[(x * 8 + y) * 8 + z]++;
        }
        Statistics.assertUniform("cells", cells);
    }

    @Test
    void randomPositionsDependOnSeedAndPopulationAndOnNothingElse() {
        RandomPositions positions = RandomPositions.in(1, 1);
        String here = positions.points(50, 1, 2).text(17);
        assertEquals(here, positions.points(5000, 1, 2).text(17));
        assertNotEquals(here, positions.points(50, 2, 2).text(17));
        assertNotEquals(here, positions.points(50, 1, 3).text(17));
    }

    @Test
    void impossiblePositionsAreRefused() {
        assertEquals(
                "shape: 40 x 40 are 1600 places, but the population has 1000 neurons; change shape or size",
                problems(GridPositions.of(40, 40), 1000));
        assertEquals("shape: [7] has 1 dimensions; give 2 or 3 numbers", problems(GridPositions.of(7), 7));
        assertEquals(
                "shape: [0, 4] has no neurons along one of its sides; give numbers of at least 1",
                problems(GridPositions.of(0, 4), 4));
        assertEquals(
                "extent: has 3 numbers, but there are 2 dimensions; give one for each",
                problems(GridPositions.of(2, 2).extent(1, 1, 1), 4));
        assertEquals(
                "extent: -1 is no length of an extent; it must be above 0 and at most 1.0E12",
                problems(RandomPositions.in(1, -1), 4));
        assertEquals(
                "center: NaN is no coordinate; it must be between -1.0E12 and 1.0E12",
                problems(RandomPositions.in(1, 1).center(Double.NaN, 0), 4));
        assertEquals(
                "x: 2 places are given, but the population has 3 neurons; change the list or size",
                problems(ListedPositions.of(new double[] {0, 1}, new double[] {0, 1}), 3));
        assertEquals(
                "y: neuron 1: NaN is no coordinate; it must be between -1.0E12 and 1.0E12",
                problems(ListedPositions.of(new double[] {0, 1}, new double[] {0, Double.NaN}), 2));
        assertEquals(
                "extent: 1 is less than the 2 between the outermost places along y; enlarge it",
                problems(
                        ListedPositions.of(new double[] {0, 1}, new double[] {0, 2})
                                .wrapped(1, 1),
                        2));
        assertEquals(
                "",
                problems(
                        ListedPositions.of(new double[] {0, 1}, new double[] {0, 2})
                                .wrapped(1, 2),
                        2));
    }
}
