package org.ganglion.network.space;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** What several kinds of positions share: an extent, its centre, and their checks. */
final class Extents {
    static final ParameterSpec EXTENT =
            ParameterSpec.real("extent", Unit.NONE, 1, Range.POSITIVE, "a list: length along x, y and, in 3D, z");
    static final ParameterSpec CENTER =
            ParameterSpec.real("center", Unit.NONE, 0, Range.ANY, "a list: coordinates of the middle of the extent");
    static final ParameterSpec PERIODIC = ParameterSpec.onOff(
            "periodic", false, "whether what leaves on one side of the extent comes back on the other");

    /** Larger coordinates lose too many digits once they are squared. */
    private static final double LARGEST = 1e12;

    private Extents() {}

    static List<Double> list(double... values) {
        return Arrays.stream(values).boxed().toList();
    }

    static List<Double> all(int dimensions, double value) {
        return Collections.nCopies(dimensions, value);
    }

    static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Checks lengths of an extent and coordinates of its centre. */
    static void check(List<Double> extent, List<Double> center, int dimensions, BiConsumer<String, String> report) {
        if (extent.size() != dimensions) {
            report.accept("extent", lengths(extent.size(), dimensions));
        } else {
            extent.stream()
                    .filter(x -> !(x > 0 && x <= LARGEST))
                    .findFirst()
                    .ifPresent(x -> report.accept(
                            "extent",
                            Unit.NONE.format(x) + " is no length of an extent; it must be above 0 and at most "
                                    + LARGEST));
        }
        if (center.size() != dimensions) {
            report.accept("center", lengths(center.size(), dimensions));
        } else {
            center.stream().filter(x -> !usable(x)).findFirst().ifPresent(x -> report.accept("center", notUsable(x)));
        }
    }

    /** A product that stays at the largest number where it would be larger. */
    static long product(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }

    private static String lengths(int given, int dimensions) {
        return "has " + given + " numbers, but there are " + dimensions + " dimensions; give one for each";
    }

    static boolean usable(double coordinate) {
        return Math.abs(coordinate) <= LARGEST;
    }

    static String notUsable(double coordinate) {
        return Unit.NONE.format(coordinate) + " is no coordinate; it must be between " + -LARGEST + " and " + LARGEST;
    }

    /** A list as written in a file. */
    static String text(List<?> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i) instanceof Double x ? Unit.NONE.format(x) : String.valueOf(values.get(i)))
                .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
    }
}
