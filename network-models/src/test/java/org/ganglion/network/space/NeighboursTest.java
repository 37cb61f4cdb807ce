package org.ganglion.network.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NeighboursTest {

    /** All neurons in a mask by looking at each, and at its copies one period further on all sides. */
    private static int[] slowly(Points centres, int centre, Points pool, Mask mask, boolean withoutSelf) {
        return IntStream.range(0, pool.size())
                .filter(i -> !(withoutSelf && i == centre))
                .filter(i -> inside(centres, centre, pool, i, mask))
                .toArray();
    }

    private static boolean inside(Points centres, int centre, Points pool, int i, Mask mask) {
        int copies = pool.periodic() ? 2 : 0;
        for (int kx = -copies; kx <= copies; kx++) {
            for (int ky = -copies; ky <= copies; ky++) {
                for (int kz = pool.dimensions() == 3 ? -copies : 0; kz <= (pool.dimensions() == 3 ? copies : 0); kz++) {
                    double x = pool.at(0, i) - centres.at(0, centre) + kx * pool.period(0);
                    double y = pool.at(1, i) - centres.at(1, centre) + ky * pool.period(1);
                    double z = pool.dimensions() == 3 ? pool.at(2, i) - centres.at(2, centre) + kz * pool.period(2) : 0;
                    if (holds(mask, x, y, z)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean holds(Mask mask, double x, double y, double z) {
        return switch (mask) {
            case BallMask ball -> length(ball.anchor(), x, y, z) <= ball.radius();
            case AnnulusMask ring ->
                length(ring.anchor(), x, y, z) <= ring.outerRadius()
                        && length(ring.anchor(), x, y, z) > ring.innerRadius();
            case BoxMask box ->
                x >= box.low(0)
                        && x <= box.high(0)
                        && y >= box.low(1)
                        && y <= box.high(1)
                        && (box.dimensions() == 2 || (z >= box.low(2) && z <= box.high(2)));
            case Everywhere e -> true;
        };
    }

    private static double length(List<Double> anchor, double x, double y, double z) {
        double dz = anchor.size() == 3 ? z - anchor.get(2) : 0;
        return Math.sqrt(Math.pow(x - anchor.get(0), 2) + Math.pow(y - anchor.get(1), 2) + dz * dz);
    }

    private static final List<Mask> PLANE = List.of(
            Mask.EVERYWHERE,
            Mask.circle(0.21),
            Mask.circle(0.45),
            new BallMask(0.2, List.of(0.35, -0.6)),
            Mask.annulus(0.1, 0.3),
            Mask.box(-0.4, -0.1, 0.3, 0.2),
            new BoxMask(List.of(-0.1, -0.1), List.of(0.1, 0.2), List.of(0.5, 0.5)));

    private static final List<Mask> SPACE = List.of(
            Mask.sphere(0.3),
            new AnnulusMask(0.2, 0.4, List.of(0.0, 0.1, 0.0)),
            new BoxMask(List.of(-0.1, -0.2, -0.3), List.of(0.3, 0.2, 0.1), List.of(0.0, 0.0, 0.2)));

    private static void assertFound(Positions centres, Positions pool, Mask mask) {
        Points from = centres.points(60, 5, 0);
        Points to = pool.points(700, 5, 1);
        Neighbours neighbours = new Neighbours(from, to, mask, Double.POSITIVE_INFINITY, false);
        Neighbours.Found found = new Neighbours.Found();
        for (int centre = 0; centre < from.size(); centre++) {
            neighbours.findInOrder(centre, found);
            int[] numbers = IntStream.range(0, found.count()).map(found::neuron).toArray();
            assertArrayEquals(slowly(from, centre, to, mask, false), numbers, mask + " around " + from.text(centre));
            for (int i = 0; i < numbers.length; i++) {
                assertEquals(from.distance(centre, to, numbers[i]), found.distance(i));
            }
        }
    }

    @Test
    void thoseInAMaskAreFoundWhereverTheyAre() {
        for (Mask mask : PLANE) {
            assertFound(RandomPositions.in(1, 1.2), RandomPositions.in(1, 1.2), mask);
            assertFound(
                    RandomPositions.in(1, 1.2).wrapped(),
                    RandomPositions.in(1, 1.2).wrapped(),
                    mask);
            assertFound(RandomPositions.in(3, 0.1).center(1, 0), RandomPositions.in(0.2, 2), mask);
        }
        for (Mask mask : SPACE) {
            assertFound(RandomPositions.in(1, 1.2, 0.9), RandomPositions.in(1, 1, 1), mask);
            assertFound(
                    RandomPositions.in(1, 1.2, 0.9).wrapped(),
                    RandomPositions.in(1, 1.2, 0.9).wrapped(),
                    mask);
        }
    }

    @Test
    void distancesAcrossAPeriodicBoundaryAreTheShortest() {
        Points ring = GridPositions.of(10, 1).wrapped().points(10, 1, 0);
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 10; j++) {
                int apart = Math.min(Math.abs(i - j), 10 - Math.abs(i - j));
                assertEquals(0.1 * apart, ring.distance(i, ring, j), 1e-12);
            }
        }
    }

    /**
     * On a periodic grid all neurons have as many neighbours, also where the edge of the mask goes through neurons: rounding
     * decides on none. Numbers of points of the square lattice in circles: OEIS A000328.
     */
    @Test
    void everyNeuronOfAPeriodicGridHasAsManyNeighbours() {
        int[] inCircle = {1, 5, 13, 29, 49, 81, 113, 149, 197, 253, 317};
        Points grid = GridPositions.of(30, 30).extent(3, 3).wrapped().points(900, 1, 0);
        for (int radius = 1; radius <= 10; radius++) {
            Neighbours circle = new Neighbours(grid, grid, Mask.circle(0.1 * radius), Double.POSITIVE_INFINITY, false);
            Neighbours ring = new Neighbours(
                    grid, grid, Mask.annulus(0.1 * (radius - 1), 0.1 * radius), Double.POSITIVE_INFINITY, true);
            Neighbours.Found found = new Neighbours.Found();
            for (int centre = 0; centre < 900; centre++) {
                circle.find(centre, found);
                assertEquals(inCircle[radius], found.count(), "radius " + radius + ", neuron " + centre);
                ring.find(centre, found);
                int inner = radius == 1 ? 1 : inCircle[radius - 1];
                assertEquals(inCircle[radius] - inner, found.count(), "ring to " + radius + ", neuron " + centre);
            }
        }
    }

    @Test
    void aBoxAsLongAsSpaceHoldsEveryNeuronOnce() {
        Points grid = GridPositions.of(8, 8).wrapped().points(64, 1, 0);
        Neighbours all = new Neighbours(grid, grid, Mask.box(-0.5, -0.5, 0.5, 0.5), Double.POSITIVE_INFINITY, false);
        Neighbours.Found found = new Neighbours.Found();
        for (int centre = 0; centre < 64; centre++) {
            all.findInOrder(centre, found);
            assertEquals(64, found.count());
            for (int i = 0; i < 64; i++) {
                assertEquals(i, found.neuron(i));
            }
        }
    }

    @Test
    void aSearchWithinAReachFindsAllWithinIt() {
        Points points = RandomPositions.in(2, 2).points(2000, 3, 0);
        Neighbours near = new Neighbours(points, points, Mask.EVERYWHERE, 0.3, true);
        Neighbours.Found found = new Neighbours.Found();
        for (int centre = 0; centre < 50; centre++) {
            near.find(centre, found);
            int there = slowly(points, centre, points, Mask.circle(0.3), true).length;
            int within = (int) IntStream.range(0, found.count())
                    .filter(i -> found.distance(i) <= 0.3)
                    .count();
            assertEquals(there, within);
        }
    }
}
