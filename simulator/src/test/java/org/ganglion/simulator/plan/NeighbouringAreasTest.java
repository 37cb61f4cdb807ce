package org.ganglion.simulator.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.ganglion.simulator.plan.NeighbouringAreas.Wiring;
import org.junit.jupiter.api.Test;

/** Which areas share a group. */
class NeighbouringAreasTest {
    /** 0 - 3 - 1 - 4 - 2 - 5, in this order. */
    private static final List<Wiring> CHAIN = List.of(
            new Wiring(0, 3, 10),
            new Wiring(1, 3, 10),
            new Wiring(1, 4, 10),
            new Wiring(4, 2, 10),
            new Wiring(2, 5, 10));

    @Test
    void whatIsWiredIsTogetherAndWhatIsLeftStaysInOnePiece() {
        double[] loads = {1, 1, 1, 1, 1, 1};
        assertArrayEquals(new int[] {0, 0, 1, 0, 1, 1}, NeighbouringAreas.together(loads, CHAIN, 2));
        assertArrayEquals(new int[] {0, 1, 2, 0, 1, 2}, NeighbouringAreas.together(loads, CHAIN, 3));
    }

    @Test
    void severalProjectionsBetweenTwoAddUp() {
        List<Wiring> wirings = List.of(new Wiring(0, 1, 5), new Wiring(0, 2, 3), new Wiring(2, 0, 3));
        assertArrayEquals(new int[] {0, 1, 0}, NeighbouringAreas.together(new double[] {1, 1, 0.5}, wirings, 2));
    }

    @Test
    void noGroupIsEmptyAndNoneHasMuchMoreThanOthersIfThatCanBe() {
        double[] loads = {1, 1, 1, 9, 1, 1};
        assertArrayEquals(new int[] {0, 2, 4, 1, 3, 5}, NeighbouringAreas.together(loads, CHAIN, 6));
        assertArrayEquals(
                new int[] {0, 1, 1, 1, 1, 1}, NeighbouringAreas.together(new double[] {9, 1, 1, 1, 1, 1}, CHAIN, 2));
        assertArrayEquals(new int[] {0, 0, 1, 1}, NeighbouringAreas.together(new double[] {1, 1, 1, 1}, List.of(), 2));
    }
}
