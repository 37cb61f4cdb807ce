package org.ganglion.network.neuron.part;

import jdk.incubator.vector.DoubleVector;

/** {@link ExpNear}, a vector at a time. */
public final class ExpNearVector {
    private ExpNearVector() {}

    /** See {@link ExpNear#of}. */
    public static DoubleVector of(DoubleVector x) {
        return x.mul(ExpNear.C7)
                .add(ExpNear.C6)
                .mul(x)
                .add(ExpNear.C5)
                .mul(x)
                .add(ExpNear.C4)
                .mul(x)
                .add(ExpNear.C3)
                .mul(x)
                .add(ExpNear.C2)
                .mul(x)
                .add(ExpNear.C1)
                .mul(x)
                .add(ExpNear.C0)
                .mul(x)
                .add(1);
    }
}
