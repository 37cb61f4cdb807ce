package org.ganglion.network.space;

import java.util.List;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.random.Squares;
import org.ganglion.network.spec.Description;

/**
 * Neurons anywhere in an extent, independently of each other.
 *
 * @param extent length along each dimension, of which there are two or three
 * @param center its middle
 */
public record RandomPositions(List<Double> extent, List<Double> center, boolean periodic) implements Positions {
    public static final Description DESCRIPTION = Description.of(
            "random",
            "Anywhere in the extent, each neuron drawn from the seed.",
            Extents.EXTENT,
            Extents.CENTER,
            Extents.PERIODIC);

    public RandomPositions {
        extent = List.copyOf(extent);
        center = List.copyOf(center);
    }

    /** In a rectangle or box around the origin. */
    public static RandomPositions in(double... extent) {
        return new RandomPositions(Extents.list(extent), Extents.all(extent.length, 0), false);
    }

    public RandomPositions center(double... coordinates) {
        return new RandomPositions(extent, Extents.list(coordinates), periodic);
    }

    /** The same with boundaries through which one comes in again on the other side. */
    public RandomPositions wrapped() {
        return new RandomPositions(extent, center, true);
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public int dimensions() {
        return extent.size();
    }

    @Override
    public void check(int size, BiConsumer<String, String> report) {
        if (extent.size() != 2 && extent.size() != 3) {
            report.accept(
                    "extent", Extents.text(extent) + " has " + extent.size() + " dimensions; give 2 or 3 lengths");
            return;
        }
        Extents.check(extent, center, dimensions(), report);
    }

    @Override
    public Points points(int size, long seed, int population) {
        double[][] coordinates = new double[dimensions()][size];
        for (int d = 0; d < coordinates.length; d++) {
            long key = Keys.of(seed, Purpose.POSITION, population, d);
            double low = center.get(d) - extent.get(d) / 2;
            for (int neuron = 0; neuron < size; neuron++) {
                coordinates[d][neuron] = low + extent.get(d) * Squares.uniform(Squares.bits(key, neuron));
            }
        }
        return new Points(coordinates, periodic ? Extents.array(extent) : new double[0]);
    }
}
