package org.ganglion.network.space;

import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** Parameters that several kernels share. */
final class KernelParameters {
    static final ParameterSpec CENTER = ParameterSpec.real(
            "p_center", Unit.NONE, 1, Range.NOT_NEGATIVE, "its largest value, by which all is scaled");

    private KernelParameters() {}
}
