package org.ganglion.network.neuron.aeif;

import java.util.function.IntToDoubleFunction;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.conductance.ConductanceMembrane;
import org.ganglion.network.neuron.part.DoubleColumn;

/**
 * What a step of {@link AeifNeurons} multiplies with; potentials are above {@code E_L}.
 *
 * <p>Where {@code Delta_T} is 0 there is no spike current, and the neuron fires at {@code V_th}.
 */
final class AeifCoefficients {
    /** Largest decay of w over a step that the kernels take, and largest effect of w on itself through the potential. */
    private static final double FASTEST_ADAPTATION = 0.5;

    private static final double STRONGEST_ADAPTATION = 0.02;

    /** {@code V_th} in mV. */
    final DoubleColumn threshold;

    /** Potential at which the neuron fires, in mV. */
    final DoubleColumn peak;

    /** {@code 1 / Delta_T}, or 0, in 1/mV. */
    final DoubleColumn sharpness;

    /** Spike current over capacitance at {@code V_th}, in mV/ms. */
    final DoubleColumn spike;

    /** {@code 1 / C_m} in mV/ms per pA. */
    final DoubleColumn perCapacitance;

    /** {@code exp(-h/tau_w)} of half a step and of a whole one. */
    final DoubleColumn halfDecay;

    final DoubleColumn decay;

    /** What half a step adds to w, in pA per mV. */
    final DoubleColumn halfGrowth;

    /** What w approaches while the neuron is held, times what a step takes it nearer, in pA. */
    final DoubleColumn heldGrowth;

    /** {@code a} in nS, {@code b} in pA, {@code tau_w} in ms, {@code Delta_T} in mV. */
    final DoubleColumn a;

    final DoubleColumn b;
    final DoubleColumn tauW;
    final DoubleColumn deltaT;

    /** Whether all coefficients are the same for all neurons. */
    final boolean uniform;

    AeifCoefficients(Columns columns, double dtMs) {
        threshold = ConductanceMembrane.aboveRest(columns, "V_th");
        peak = DoubleColumn.of(
                columns,
                i -> columns.parameter(columns.parameter("Delta_T", i) > 0 ? "V_peak" : "V_th", i)
                        - columns.parameter("E_L", i),
                "Delta_T",
                "V_peak",
                "V_th",
                "E_L");
        deltaT = of(columns, "Delta_T");
        sharpness = DoubleColumn.of(
                columns, i -> columns.parameter("Delta_T", i) > 0 ? 1 / columns.parameter("Delta_T", i) : 0, "Delta_T");
        spike = DoubleColumn.of(
                columns,
                i -> columns.parameter("g_L", i) * columns.parameter("Delta_T", i) / columns.parameter("C_m", i),
                "g_L",
                "Delta_T",
                "C_m");
        perCapacitance = DoubleColumn.of(columns, i -> 1 / columns.parameter("C_m", i), "C_m");
        a = of(columns, "a");
        b = of(columns, "b");
        tauW = of(columns, "tau_w");
        halfDecay = DoubleColumn.of(columns, i -> StrictMath.exp(-dtMs / 2 / columns.parameter("tau_w", i)), "tau_w");
        IntToDoubleFunction whole = i -> StrictMath.exp(-dtMs / columns.parameter("tau_w", i));
        decay = DoubleColumn.of(columns, whole, "tau_w");
        halfGrowth = DoubleColumn.of(
                columns, i -> dtMs / 2 * columns.parameter("a", i) / columns.parameter("tau_w", i), "a", "tau_w");
        heldGrowth = DoubleColumn.of(
                columns,
                i -> (1 - whole.applyAsDouble(i))
                        * columns.parameter("a", i)
                        * (columns.parameter("V_reset", i) - columns.parameter("E_L", i)),
                "a",
                "tau_w",
                "V_reset",
                "E_L");
        uniform = (threshold.mask
                        | peak.mask
                        | sharpness.mask
                        | spike.mask
                        | halfDecay.mask
                        | halfGrowth.mask
                        | heldGrowth.mask)
                == 0;
    }

    private static DoubleColumn of(Columns columns, String parameter) {
        return DoubleColumn.of(columns, i -> columns.parameter(parameter, i), parameter);
    }

    /** 0, or infinite where w is too fast for the kernels; depends on {@code tau_w}, {@code a} and {@code C_m}. */
    static double gate(Columns columns, double dtMs, int neuron) {
        double decays = dtMs / columns.parameter("tau_w", neuron);
        double effect = decays * dtMs * Math.abs(columns.parameter("a", neuron)) / columns.parameter("C_m", neuron);
        return decays > FASTEST_ADAPTATION || effect > STRONGEST_ADAPTATION ? Double.POSITIVE_INFINITY : 0;
    }
}
