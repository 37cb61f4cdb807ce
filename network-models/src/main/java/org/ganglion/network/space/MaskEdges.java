package org.ganglion.network.space;

import java.util.List;
import java.util.function.BiConsumer;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** What several masks share: their anchor and the words of their checks. */
final class MaskEdges {
    static final ParameterSpec ANCHOR = ParameterSpec.real(
            "anchor", Unit.NONE, 0, Range.ANY, "a list: displacement of the mask from the neuron that it is for");

    private MaskEdges() {}

    static List<Double> negated(List<Double> point) {
        return point.stream().map(x -> 0 - x).toList();
    }

    static void length(String key, double value, BiConsumer<String, String> report) {
        if (!(value > 0 && Extents.usable(value))) {
            report.accept(key, Unit.NONE.format(value) + " is no radius; give a number above 0");
        }
    }

    static void point(String key, List<Double> point, BiConsumer<String, String> report) {
        if (point.size() != 2 && point.size() != 3) {
            report.accept(key, "has " + point.size() + " numbers; give 2 or, in space, 3");
            return;
        }
        point.stream()
                .filter(x -> !Extents.usable(x))
                .findFirst()
                .ifPresent(x -> report.accept(key, Extents.notUsable(x)));
    }
}
