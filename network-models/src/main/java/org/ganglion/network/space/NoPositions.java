package org.ganglion.network.space;

import java.util.function.BiConsumer;
import org.ganglion.network.spec.Description;

/** Neurons that are nowhere in particular. */
record NoPositions() implements Positions {
    private static final Description DESCRIPTION = Description.of("none", "Neurons have no places.");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public int dimensions() {
        return 0;
    }

    @Override
    public boolean periodic() {
        return false;
    }

    @Override
    public void check(int size, BiConsumer<String, String> report) {
        // Always possible.
    }

    @Override
    public Points points(int size, long seed, int population) {
        return Points.NONE;
    }
}
