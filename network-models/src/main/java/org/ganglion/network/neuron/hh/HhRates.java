package org.ganglion.network.neuron.hh;

import org.ganglion.network.neuron.Columns;

/** Numbers of the equations of {@link HhPscAlpha}. */
final class HhRates {
    /** The potential from which exponents are counted, and where a neuron starts. */
    static final double REST_MV = -65;

    static final double M_MV = -40;
    static final double N_MV = -55;

    /** Slopes of the exponents, in 1/mV; exponents with 1/40, 1/20 and 1/10 are squares of the first. */
    static final double SLOWEST = -1.0 / 80;

    static final double OF_M = -1.0 / 18;
    static final double TENTH = 0.1;

    /** Factors from {@code exp(-(V - REST)/10)} to the same with the potential of m, n and h. */
    static final double TO_M = StrictMath.exp((M_MV - REST_MV) / 10);

    static final double TO_N = StrictMath.exp((N_MV - REST_MV) / 10);
    static final double TO_H = StrictMath.exp((-35 - REST_MV) / 10);

    /** So near 0 {@code x/(1 - exp(-x))} is taken as {@code 1 + x/2}. */
    static final double NEAR = 1e-6;

    static final double M_AT_REST = steady(ratio(-2.5), 4);
    static final double N_AT_REST = steady(0.1 * ratio(-1), 0.125);
    static final double H_AT_REST = steady(0.07, 1 / (1 + StrictMath.exp(3)));

    /**
     * The fastest a gate opens or closes, per part. Up to 2 the method moves a gate towards its steady state and never past
     * it, even if the rates of its stages differ; from 2.785 on the gate grows without end.
     */
    static final double MOST_PER_PART = 2;

    private static final double PARTS_PER_MS = 80;

    /** Parts per unit of (largest conductance / capacitance), and per rise time of a synaptic current. */
    private static final double PARTS_PER_RATE = 0.5;

    private static final double PARTS_PER_RISE = 4;
    private static final double MOST_FOR_RISE = 400;

    private HhRates() {}

    /**
     * Into how many parts a step is divided. With the default parameters a part is 0.0125 ms, which keeps the potential
     * within 3e-4 mV of the exact one, and within 2e-3 mV on the flank of a spike after strong input; a faster membrane or
     * a faster synapse needs shorter ones.
     */
    static int parts(Columns columns, double dtMs, int neuron) {
        double conductanceNs =
                columns.parameter("g_Na", neuron) + columns.parameter("g_K", neuron) + columns.parameter("g_L", neuron);
        double riseMs = Math.min(columns.parameter("tau_syn_ex", neuron), columns.parameter("tau_syn_in", neuron));
        double membrane = PARTS_PER_RATE * conductanceNs / columns.parameter("C_m", neuron);
        double synapse = Math.min(MOST_FOR_RISE, PARTS_PER_RISE / riseMs);
        double perMs = Math.max(PARTS_PER_MS, Math.max(membrane, synapse));
        return (int) Math.ceil(dtMs * perMs * (1 - 1e-12));
    }

    private static double steady(double opening, double closing) {
        return opening / (opening + closing);
    }

    private static double ratio(double x) {
        return x / -StrictMath.expm1(-x);
    }
}
