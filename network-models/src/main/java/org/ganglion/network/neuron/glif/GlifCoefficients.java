package org.ganglion.network.neuron.glif;

import java.util.function.IntToDoubleFunction;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.part.DoubleColumn;
import org.ganglion.network.neuron.part.Propagators;
import org.ganglion.network.spec.Elements;

/** The parts of {@link GlifState}, each with what carries it over a step. */
final class GlifCoefficients {
    private GlifCoefficients() {}

    /**
     * The membranes.
     *
     * @param leak {@link Propagators#leak} of the potential
     * @param gain what a constant current of 1 pA adds to the potential in a step, in mV
     * @param threshold {@code V_th - E_L} in mV
     */
    record Potential(DoubleColumn leak, DoubleColumn gain, DoubleColumn threshold) {
        static Potential of(Columns columns, double dtMs) {
            IntToDoubleFunction tauMs = tauMs(columns);
            return new Potential(
                    DoubleColumn.of(columns, i -> Propagators.leak(dtMs, tauMs.applyAsDouble(i)), "C_m", "g"),
                    DoubleColumn.of(
                            columns,
                            i -> Propagators.constantCurrent(dtMs, tauMs.applyAsDouble(i), columns.parameter("C_m", i)),
                            "C_m",
                            "g"),
                    DoubleColumn.of(
                            columns, i -> columns.parameter("V_th", i) - columns.parameter("E_L", i), "V_th", "E_L"));
        }
    }

    /**
     * A synaptic current; see {@link org.ganglion.network.neuron.psc.IafPscAlpha.Current}, whose form it has in doubles.
     *
     * @param pA the current at the end of the last step, {@code [neuron]}
     * @param rise what makes it rise, in pA, {@code [neuron]}
     */
    record Synapse(
            double[] pA,
            double[] rise,
            DoubleColumn leak,
            DoubleColumn growth,
            DoubleColumn gain,
            DoubleColumn riseGain) {

        static Synapse of(Columns columns, double dtMs, int receptor) {
            String tauSyn = Elements.name("tau_syn", receptor);
            IntToDoubleFunction tauSynMs = i -> columns.parameter(tauSyn, i);
            IntToDoubleFunction tauMs = tauMs(columns);
            IntToDoubleFunction leak = i -> Propagators.leak(dtMs, tauSynMs.applyAsDouble(i));
            IntToDoubleFunction perRise = i -> Math.E / tauSynMs.applyAsDouble(i);
            return new Synapse(
                    new double[columns.paddedSize()],
                    new double[columns.paddedSize()],
                    DoubleColumn.of(columns, leak, tauSyn),
                    DoubleColumn.of(
                            columns, i -> dtMs * (1 + leak.applyAsDouble(i)) * perRise.applyAsDouble(i), tauSyn),
                    DoubleColumn.of(
                            columns,
                            i -> Propagators.exponentialCurrent(
                                    dtMs,
                                    tauSynMs.applyAsDouble(i),
                                    tauMs.applyAsDouble(i),
                                    columns.parameter("C_m", i)),
                            tauSyn,
                            "C_m",
                            "g"),
                    DoubleColumn.of(
                            columns,
                            i -> perRise.applyAsDouble(i)
                                    * Propagators.risingCurrent(
                                            dtMs,
                                            tauSynMs.applyAsDouble(i),
                                            tauMs.applyAsDouble(i),
                                            columns.parameter("C_m", i)),
                            tauSyn,
                            "C_m",
                            "g"));
        }

        boolean isUniform() {
            return (leak.mask | growth.mask | gain.mask | riseGain.mask) == 0;
        }
    }

    /**
     * An after-spike current.
     *
     * @param pA the current at the end of the last step, {@code [neuron]}
     * @param mean its mean over a step in which it begins with 1
     * @param leak {@link Propagators#leak}
     * @param kept what a spike leaves of it, when the refractory period is over
     * @param added what a spike adds to it, in pA
     */
    record AfterSpike(double[] pA, DoubleColumn mean, DoubleColumn leak, DoubleColumn kept, DoubleColumn added) {
        static AfterSpike of(Columns columns, double dtMs, int element) {
            String decay = Elements.name("asc_decay", element);
            String share = Elements.name("asc_r", element);
            String start = Elements.name("asc_init", element);
            double[] pA = new double[columns.paddedSize()];
            for (int i = 0; i < pA.length; i++) {
                pA[i] = columns.parameter(start, i);
            }
            IntToDoubleFunction steps = i -> columns.parameter(decay, i) * dtMs;
            return new AfterSpike(
                    pA,
                    DoubleColumn.of(
                            columns, i -> -StrictMath.expm1(-steps.applyAsDouble(i)) / steps.applyAsDouble(i), decay),
                    DoubleColumn.of(columns, i -> StrictMath.expm1(-steps.applyAsDouble(i)), decay),
                    DoubleColumn.of(
                            columns,
                            i -> columns.parameter(share, i)
                                    * StrictMath.exp(-columns.parameter(decay, i) * columns.parameter("t_ref", i)),
                            share,
                            decay,
                            "t_ref"),
                    DoubleColumn.of(columns, Elements.name("asc_amps", element)));
        }
    }

    /**
     * How spikes move threshold and potential.
     *
     * @param mV what spikes have added to the threshold, {@code [neuron]}
     * @param leak {@link Propagators#leak}
     * @param kept what a spike leaves of it, when the refractory period is over
     * @param added what a spike adds to it, in mV
     */
    record SpikeThreshold(double[] mV, DoubleColumn leak, DoubleColumn kept, DoubleColumn added) {
        static SpikeThreshold of(Columns columns, double dtMs) {
            IntToDoubleFunction decay = i -> columns.parameter("th_spike_decay", i);
            return new SpikeThreshold(
                    new double[columns.paddedSize()],
                    DoubleColumn.of(columns, i -> StrictMath.expm1(-decay.applyAsDouble(i) * dtMs), "th_spike_decay"),
                    DoubleColumn.of(
                            columns,
                            i -> StrictMath.exp(-decay.applyAsDouble(i) * columns.parameter("t_ref", i)),
                            "th_spike_decay",
                            "t_ref"),
                    DoubleColumn.of(columns, "th_spike_add"));
        }
    }

    /**
     * How the threshold follows the potential V, which itself goes to B, where the current alone would take it.
     *
     * @param mV what the potential has added to the threshold, {@code [neuron]}
     * @param leak {@link Propagators#leak}
     * @param toward what B of 1 mV adds in a step, where V begins at B
     * @param follow what V of 1 mV above B adds in a step
     * @param resistance B for a current of 1 pA, in mV
     */
    record VoltageThreshold(
            double[] mV, DoubleColumn leak, DoubleColumn toward, DoubleColumn follow, DoubleColumn resistance) {

        static VoltageThreshold of(Columns columns, double dtMs) {
            IntToDoubleFunction index = i -> columns.parameter("th_voltage_index", i);
            IntToDoubleFunction decayMs = i -> 1 / columns.parameter("th_voltage_decay", i);
            IntToDoubleFunction tauMs = tauMs(columns);
            return new VoltageThreshold(
                    new double[columns.paddedSize()],
                    DoubleColumn.of(columns, i -> Propagators.leak(dtMs, decayMs.applyAsDouble(i)), "th_voltage_decay"),
                    DoubleColumn.of(
                            columns,
                            i -> index.applyAsDouble(i)
                                    * Propagators.constantCurrent(dtMs, decayMs.applyAsDouble(i), 1),
                            "th_voltage_index",
                            "th_voltage_decay"),
                    DoubleColumn.of(
                            columns,
                            i -> index.applyAsDouble(i)
                                    * Propagators.exponentialCurrent(
                                            dtMs, tauMs.applyAsDouble(i), decayMs.applyAsDouble(i), 1),
                            "th_voltage_index",
                            "th_voltage_decay",
                            "C_m",
                            "g"),
                    DoubleColumn.of(columns, i -> 1 / columns.parameter("g", i), "g"));
        }
    }

    private static IntToDoubleFunction tauMs(Columns columns) {
        return i -> columns.parameter("C_m", i) / columns.parameter("g", i);
    }
}
