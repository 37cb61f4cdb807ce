package org.ganglion.network.space;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Origin;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** Neurons at given places. Immutable; equal where the places and where they stand are. */
public final class ListedPositions implements Positions {
    public static final Description DESCRIPTION = Description.of(
            "list",
            "At given places: file, or coordinates in x, y and, in 3D, z.",
            ParameterSpec.real(
                    "file", Unit.NONE, 0, Range.ANY, "CSV with columns x, y, z, or HDF5 with datasets of these names"),
            ParameterSpec.real("x", Unit.NONE, 0, Range.ANY, "a list, where there is no file; likewise y and z"),
            ParameterSpec.real(
                    "extent", Unit.NONE, 1, Range.POSITIVE, "a list of lengths; needed where it is periodic"),
            Extents.PERIODIC);

    private static final double ROUNDING = 1e-9;

    private final double[][] coordinates; // [dimension][neuron]
    private final List<Double> extent;
    private final boolean periodic;
    private final Origin origin;

    /**
     * @param coordinates {@code [dimension][neuron]}; kept, so not to be written any more
     * @param extent length along each dimension, empty where it does not matter
     */
    public ListedPositions(double[][] coordinates, List<Double> extent, boolean periodic, Origin origin) {
        this.coordinates = coordinates;
        this.extent = List.copyOf(extent);
        this.periodic = periodic;
        this.origin = origin;
    }

    /** Places in the plane. */
    public static ListedPositions of(double[] x, double[] y) {
        return new ListedPositions(new double[][] {x.clone(), y.clone()}, List.of(), false, Origin.INLINE);
    }

    /** Places in space. */
    public static ListedPositions of(double[] x, double[] y, double[] z) {
        return new ListedPositions(new double[][] {x.clone(), y.clone(), z.clone()}, List.of(), false, Origin.INLINE);
    }

    /** The same with boundaries through which one comes in again on the other side, so far apart. */
    public ListedPositions wrapped(double... lengths) {
        return new ListedPositions(coordinates, Extents.list(lengths), true, origin);
    }

    public List<Double> extent() {
        return extent;
    }

    public Origin origin() {
        return origin;
    }

    /** Coordinates of all neurons along a dimension. */
    public double[] along(int dimension) {
        return coordinates[dimension].clone();
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public int dimensions() {
        return coordinates.length;
    }

    @Override
    public boolean periodic() {
        return periodic;
    }

    @Override
    public void check(int size, BiConsumer<String, String> report) {
        for (int d = 0; d < dimensions(); d++) {
            String key = origin instanceof Origin.File
                    ? "file"
                    : List.of("x", "y", "z").get(d);
            if (coordinates[d].length != size) {
                report.accept(
                        key,
                        coordinates[d].length + " places are given, but the population has " + size
                                + " neurons; change the list or size");
                return;
            }
            for (int neuron = 0; neuron < size; neuron++) {
                if (!Extents.usable(coordinates[d][neuron])) {
                    report.accept(key, "neuron " + neuron + ": " + Extents.notUsable(coordinates[d][neuron]));
                    return;
                }
            }
        }
        if (extent.isEmpty() && periodic) {
            report.accept(
                    "extent", "is missing; where positions are periodic, it says after which length space repeats");
        } else if (!extent.isEmpty()) {
            Extents.check(extent, Extents.all(dimensions(), 0), dimensions(), report);
            fits(report);
        }
    }

    private void fits(BiConsumer<String, String> report) {
        Points points = new Points(coordinates, new double[0]);
        for (int d = 0; d < Math.min(dimensions(), extent.size()); d++) {
            double span = points.high(d) - points.low(d);
            if (span > extent.get(d) * (1 + ROUNDING)) {
                report.accept(
                        "extent",
                        Unit.NONE.format(extent.get(d)) + " is less than the " + Unit.NONE.format(span)
                                + " between the outermost places along " + "xyz".charAt(d) + "; enlarge it");
            }
        }
    }

    @Override
    public Points points(int size, long seed, int population) {
        return new Points(coordinates, periodic ? Extents.array(extent) : new double[0]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListedPositions that
                && Arrays.deepEquals(coordinates, that.coordinates)
                && extent.equals(that.extent)
                && periodic == that.periodic
                && origin.equals(that.origin);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.deepHashCode(coordinates), extent, periodic, origin);
    }

    @Override
    public String toString() {
        return "ListedPositions[" + coordinates.length + " dimensions, extent " + extent + ", periodic " + periodic
                + ", " + origin + "]";
    }
}
