package org.ganglion.network.neuron.hh;

import java.util.function.IntToDoubleFunction;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.part.DirectCurrent;
import org.ganglion.network.neuron.part.DoubleColumn;
import org.ganglion.network.neuron.part.Propagators;
import org.ganglion.network.neuron.part.Refractory;

/**
 * The neurons of a slice of {@link HhPscAlpha}. State is {@code [neuron]}.
 *
 * @param size number of neurons; arrays are longer, and what lies behind it is nobody's
 * @param v potential in mV
 * @param m activation of sodium
 * @param h inactivation of sodium
 * @param n activation of potassium
 * @param parts into how many parts a step is divided
 * @param partMs length of a part
 * @param fastest the fastest a gate opens or closes, per ms
 * @param perCapacitance 1 over the capacitance, in 1/pF
 */
record HhCells(
        int size,
        double[] v,
        double[] m,
        double[] h,
        double[] n,
        Current excitatory,
        Current inhibitory,
        DoubleColumn parts,
        DoubleColumn partMs,
        DoubleColumn fastest,
        DoubleColumn perCapacitance,
        DoubleColumn sodiumNs,
        DoubleColumn potassiumNs,
        DoubleColumn leakNs,
        DoubleColumn sodiumMv,
        DoubleColumn potassiumMv,
        DoubleColumn leakMv,
        DirectCurrent direct,
        Refractory refractory) {

    private static final String[] PARTS_DEPEND_ON = {"g_Na", "g_K", "g_L", "C_m", "tau_syn_ex", "tau_syn_in"};

    /**
     * A synaptic current, advanced by half a part at a time.
     *
     * @param pA the current, {@code [neuron]}
     * @param rise what makes it rise, in pA, {@code [neuron]}; a spike adds its weight to it
     * @param leak change of a current, or rise, of 1 in half a part
     * @param growth what a rise of 1 adds to the current in half a part
     */
    record Current(double[] pA, double[] rise, DoubleColumn leak, DoubleColumn growth) {
        static Current of(Columns columns, IntToDoubleFunction partMs, String tauSyn) {
            IntToDoubleFunction tauMs = i -> columns.parameter(tauSyn, i);
            IntToDoubleFunction leak = i -> Propagators.leak(0.5 * partMs.applyAsDouble(i), tauMs.applyAsDouble(i));
            return new Current(
                    new double[columns.paddedSize()],
                    new double[columns.paddedSize()],
                    DoubleColumn.of(columns, leak, PARTS_DEPEND_ON),
                    DoubleColumn.of(
                            columns,
                            i -> 0.5
                                    * partMs.applyAsDouble(i)
                                    * (1 + leak.applyAsDouble(i))
                                    * (Math.E / tauMs.applyAsDouble(i)),
                            PARTS_DEPEND_ON));
        }
    }

    static HhCells of(Columns columns, double dtMs) {
        IntToDoubleFunction parts = i -> HhRates.parts(columns, dtMs, i);
        IntToDoubleFunction partMs = i -> dtMs / parts.applyAsDouble(i);
        return new HhCells(
                columns.size(),
                initial(columns, "V_m"),
                initial(columns, "Act_m"),
                initial(columns, "Inact_h"),
                initial(columns, "Act_n"),
                Current.of(columns, partMs, "tau_syn_ex"),
                Current.of(columns, partMs, "tau_syn_in"),
                DoubleColumn.of(columns, parts, PARTS_DEPEND_ON),
                DoubleColumn.of(columns, partMs, PARTS_DEPEND_ON),
                DoubleColumn.of(columns, i -> HhRates.MOST_PER_PART / partMs.applyAsDouble(i), PARTS_DEPEND_ON),
                DoubleColumn.of(columns, i -> 1 / columns.parameter("C_m", i), "C_m"),
                DoubleColumn.of(columns, "g_Na"),
                DoubleColumn.of(columns, "g_K"),
                DoubleColumn.of(columns, "g_L"),
                DoubleColumn.of(columns, "E_Na"),
                DoubleColumn.of(columns, "E_K"),
                DoubleColumn.of(columns, "E_L"),
                DirectCurrent.of(columns, "I_e"),
                new Refractory(columns, dtMs));
    }

    private static double[] initial(Columns columns, String variable) {
        double[] values = new double[columns.paddedSize()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.initial(variable, i);
        }
        return values;
    }
}
