package org.ganglion.simulator.plan;

import java.util.HashMap;
import java.util.Map;

/** Values in whole units, made once for all projections that have the same ones: a sampler takes milliseconds to make. */
final class Samplers {
    private record Asked(PlannedValue value, double unit) {}

    private final Map<Asked, WholeValues> made = new HashMap<>();

    /** As {@link PlannedValue#whole}. */
    WholeValues whole(PlannedValue value, double unit) {
        return made.computeIfAbsent(new Asked(value, unit), a -> a.value().whole(a.unit()));
    }
}
