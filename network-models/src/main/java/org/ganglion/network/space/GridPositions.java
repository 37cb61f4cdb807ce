package org.ganglion.network.space;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;

/**
 * Neurons at the centres of the cells of a regular grid.
 *
 * <p>They are numbered as in NEST: along the last dimension first, x last, and from the largest y to the smallest. Neuron
 * 0 of a grid in the plane is at the upper left, neuron 1 below it.
 *
 * @param shape number of neurons along each dimension
 * @param extent length of the grid along each dimension
 * @param center its middle
 */
public record GridPositions(List<Integer> shape, List<Double> extent, List<Double> center, boolean periodic)
        implements Positions {
    public static final Description DESCRIPTION = Description.of(
            "grid",
            "At the centres of the cells of a regular grid.",
            ParameterSpec.requiredWhole(
                    "shape", Range.atLeast(1), "a list: number of neurons along x, y and, in 3D, z"),
            Extents.EXTENT,
            Extents.CENTER,
            Extents.PERIODIC);

    public GridPositions {
        shape = List.copyOf(shape);
        extent = List.copyOf(extent);
        center = List.copyOf(center);
    }

    /** A grid of length 1 along each dimension around the origin. */
    public static GridPositions of(int... shape) {
        List<Integer> list = java.util.Arrays.stream(shape).boxed().toList();
        return new GridPositions(list, Extents.all(shape.length, 1), Extents.all(shape.length, 0), false);
    }

    public GridPositions extent(double... lengths) {
        return new GridPositions(shape, Extents.list(lengths), center, periodic);
    }

    public GridPositions center(double... coordinates) {
        return new GridPositions(shape, extent, Extents.list(coordinates), periodic);
    }

    /** The same with boundaries through which one comes in again on the other side. */
    public GridPositions wrapped() {
        return new GridPositions(shape, extent, center, true);
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public int dimensions() {
        return shape.size();
    }

    @Override
    public void check(int size, BiConsumer<String, String> report) {
        if (shape.size() != 2 && shape.size() != 3) {
            report.accept("shape", shape + " has " + shape.size() + " dimensions; give 2 or 3 numbers");
            return;
        }
        if (shape.stream().anyMatch(n -> n < 1)) {
            report.accept("shape", shape + " has no neurons along one of its sides; give numbers of at least 1");
            return;
        }
        long cells = shape.stream().mapToLong(Integer::longValue).reduce(1, Extents::product);
        if (cells != size) {
            String product = shape.stream().map(String::valueOf).collect(Collectors.joining(" x "));
            report.accept(
                    "shape",
                    product + " are " + cells + " places, but the population has " + size
                            + " neurons; change shape or size");
        }
        Extents.check(extent, center, dimensions(), report);
    }

    @Override
    public Points points(int size, long seed, int population) {
        double[][] coordinates = new double[dimensions()][size];
        for (int neuron = 0; neuron < size; neuron++) {
            int rest = neuron;
            for (int d = dimensions() - 1; d >= 0; d--) {
                int n = shape.get(d);
                int cell = rest % n;
                rest /= n;
                coordinates[d][neuron] = coordinate(d, d == 1 ? n - 1 - cell : cell, n);
            }
        }
        return new Points(coordinates, periodic ? Extents.array(extent) : new double[0]);
    }

    /** The middle of a cell. Cells as far on either side of the centre have coordinates of the same size. */
    private double coordinate(int dimension, int cell, int cells) {
        return center.get(dimension) + extent.get(dimension) * (2 * cell + 1 - cells) / (2.0 * cells);
    }
}
