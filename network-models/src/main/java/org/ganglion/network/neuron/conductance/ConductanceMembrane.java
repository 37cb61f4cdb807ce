package org.ganglion.network.neuron.conductance;

import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.part.DoubleColumn;
import org.ganglion.network.neuron.part.DoubleWords;
import org.ganglion.network.neuron.part.Refractory;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/**
 * The membranes of a slice of neurons with conductances, in double precision: potential, leak, reset, refractory period
 * and the constant part of the current. When a neuron fires is the model's own.
 */
public final class ConductanceMembrane {

    /** Words that {@link #copyState} writes. */
    public static final int STATE_WORDS = 3;

    /** Potential above {@code E_L} in mV, {@code [neuron]}. */
    public final double[] u;

    /** {@code V_reset - E_L} in mV. */
    public final DoubleColumn reset;

    /** Constant and injected current over capacitance, in mV/ms. */
    public final DoubleColumn drive;

    /** Who is held at the reset, and until when. */
    public final Refractory refractory;

    private final DoubleColumn rest;

    /** The constant current in pA and the capacitance in pF, {@code [neuron]}; empty when no currents are injected. */
    private final double[] constantPa;

    private final double[] capacitancePf;

    public ConductanceMembrane(Columns columns, double dtMs) {
        u = new double[columns.paddedSize()];
        for (int i = 0; i < u.length; i++) {
            u[i] = columns.initial("V_m", i) - columns.parameter("E_L", i);
        }
        rest = DoubleColumn.of(columns, i -> columns.parameter("E_L", i), "E_L");
        reset = aboveRest(columns, "V_reset");
        refractory = new Refractory(columns, dtMs);
        boolean injected = columns.currentsInjected();
        constantPa = new double[injected ? u.length : 0];
        capacitancePf = new double[constantPa.length];
        for (int i = 0; i < constantPa.length; i++) {
            constantPa[i] = columns.parameter("I_e", i);
            capacitancePf[i] = columns.parameter("C_m", i);
        }
        drive = injected
                ? DoubleColumn.perNeuron(columns, i -> drive(columns, i))
                : DoubleColumn.of(columns, i -> drive(columns, i), "I_e", "C_m");
    }

    private static double drive(Columns columns, int neuron) {
        return columns.parameter("I_e", neuron) / columns.parameter("C_m", neuron);
    }

    /** A potential that is a parameter, above {@code E_L} in mV. */
    public static DoubleColumn aboveRest(Columns columns, String parameter) {
        return DoubleColumn.of(
                columns, i -> columns.parameter(parameter, i) - columns.parameter("E_L", i), parameter, "E_L");
    }

    /** The parameter {@code E_L}. */
    public static ParameterSpec restingPotential(double standardMv) {
        return potential("E_L", standardMv, "reversal potential of the leak");
    }

    /** The parameter {@code C_m}. */
    public static ParameterSpec capacitance(double standardPf) {
        return ParameterSpec.real("C_m", Unit.PICOFARAD, standardPf, Range.POSITIVE, "capacitance of the membrane");
    }

    /** The parameter {@code g_L}. */
    public static ParameterSpec leak(double standardNs) {
        return ParameterSpec.real("g_L", Unit.NANOSIEMENS, standardNs, Range.POSITIVE, "conductance of the leak");
    }

    /** The parameter {@code t_ref}. */
    public static ParameterSpec refractoryPeriod(double standardMs) {
        return ParameterSpec.real(
                "t_ref",
                Unit.MILLISECOND,
                standardMs,
                Range.NOT_NEGATIVE,
                "length of the refractory period, rounded to the nearest step");
    }

    /** A parameter in mV. */
    public static ParameterSpec potential(String name, double standardMv, String sentence) {
        return ParameterSpec.real(name, Unit.MILLIVOLT, standardMv, Range.ANY, sentence);
    }

    /** Reports a potential that is not below another one. */
    public static void mustBeBelow(
            String name, String limit, Map<String, Double> parameters, BiConsumer<String, String> report) {
        double value = parameters.getOrDefault(name, Double.NaN);
        double highest = parameters.getOrDefault(limit, Double.NaN);
        if (value >= highest) {
            report.accept(
                    name,
                    Unit.MILLIVOLT.format(value) + " is not below " + limit + " (" + Unit.MILLIVOLT.format(highest)
                            + "); lower " + name + " or raise " + limit);
        }
    }

    boolean isHeld(int neuron) {
        return (refractory.held[neuron >>> 6] >>> neuron & 1) != 0;
    }

    /** See {@link NeuronState#setCurrent}. */
    public void setCurrent(int neuron, double currentPa) {
        if (constantPa.length == 0) {
            throw new IllegalStateException("a current is injected, but none was announced when the neurons were made");
        }
        drive.values[neuron] = (constantPa[neuron] + currentPa) / capacitancePf[neuron];
    }

    /** The potential in mV. */
    public float potential(int neuron) {
        return (float) (u[neuron] + rest.at(neuron));
    }

    /** See {@link NeuronState#copyState}. */
    public void copyState(int neuron, int[] target, int offset) {
        DoubleWords.put(u[neuron], target, offset, offset + 2);
        target[offset + 1] = refractory.remaining(neuron);
    }

    /** See {@link NeuronState#restoreState}. */
    public void restoreState(long nextStep, int neuron, int[] source, int offset) {
        u[neuron] = DoubleWords.get(source, offset, offset + 2);
        refractory.restore(nextStep, neuron, source[offset + 1]);
    }
}
