package org.ganglion.network.neuron.hh;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.part.Membrane;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;

/**
 * Hodgkin-Huxley neuron with synaptic currents in the shape of alpha functions.
 *
 * <p>Sodium, potassium and leak currents are those of the squid's axon, with the potential shifted so that rest is at
 * -65 mV. A spike is a maximum of the potential at or above 0 mV: the first step that ends lower than it began. For
 * {@code t_ref} after it no spike is told, but nothing is reset.
 *
 * <p>Each step is divided into equal parts, see {@link HhRates#parts}, which the method of Runge and Kutta of fourth order
 * takes; synaptic currents are exact.
 *
 * <p>A. L. Hodgkin and A. F. Huxley (1952), doi:10.1113/jphysiol.1952.sp004764.
 */
public final class HhPscAlpha implements NeuronModel {
    /** Faster membranes, in 1/ms, would need more parts of a step than are sensible. */
    private static final double FASTEST_PER_MS = 10_000;

    private static final List<Receptor> RECEPTORS = List.of(
            new Receptor("excitatory", Unit.PICOAMPERE, Receptor.Sign.POSITIVE),
            new Receptor("inhibitory", Unit.PICOAMPERE, Receptor.Sign.NEGATIVE));

    private static final Description DESCRIPTION = new Description(
            "hh_psc_alpha",
            "Hodgkin-Huxley neuron with synaptic currents in the shape of alpha functions.",
            """
            C_m dV_m/dt = -g_Na m^3 h (V_m - E_Na) - g_K n^4 (V_m - E_K) - g_L (V_m - E_L) + I_syn_ex + I_syn_in + I
            dm/dt = a_m (1 - m) - b_m m, and likewise for n and h (Act_m, Act_n, Inact_h); in mV and 1/ms
            a_m = 0.1 (V_m + 40)/(1 - exp(-(V_m + 40)/10)),   b_m = 4 exp(-(V_m + 65)/18)
            a_n = 0.01 (V_m + 55)/(1 - exp(-(V_m + 55)/10)),  b_n = 0.125 exp(-(V_m + 65)/80)
            a_h = 0.07 exp(-(V_m + 65)/20),                   b_h = 1/(1 + exp(-(V_m + 35)/10))
            I_syn(t) = sum over spikes of weight * s/tau_syn * exp(1 - s/tau_syn), s the time since the spike
            V_m >= 0 mV and lower than a step before: spike, and no other one for t_ref""",
            "The method of Runge and Kutta of fourth order, in parts of the step that are 0.0125 ms long with the default"
                    + " parameters and shorter where membrane or synapses are faster; synaptic currents are exact. Gates"
                    + " open and close at a rate of at most 2 per part, so that V_m stays finite far below E_K: with the"
                    + " default parameters this bounds b_m below -131 mV, where no sodium flows. V_m is within 3e-4 mV of"
                    + " the solution, and within 2e-3 mV on the flank of a spike after strong input. In double precision.",
            List.of(
                    ParameterSpec.real(
                            "t_ref",
                            Unit.MILLISECOND,
                            2,
                            Range.NOT_NEGATIVE,
                            "time after a spike without another one, rounded to the nearest step"),
                    ParameterSpec.real(
                            "g_Na", Unit.NANOSIEMENS, 12_000, Range.NOT_NEGATIVE, "largest sodium conductance"),
                    ParameterSpec.real(
                            "g_K", Unit.NANOSIEMENS, 3600, Range.NOT_NEGATIVE, "largest potassium conductance"),
                    ParameterSpec.real("g_L", Unit.NANOSIEMENS, 30, Range.NOT_NEGATIVE, "leak conductance"),
                    ParameterSpec.real("C_m", Unit.PICOFARAD, 100, Range.POSITIVE, "capacitance of the membrane"),
                    ParameterSpec.real("E_Na", Unit.MILLIVOLT, 50, Range.ANY, "reversal potential of sodium"),
                    ParameterSpec.real("E_K", Unit.MILLIVOLT, -77, Range.ANY, "reversal potential of potassium"),
                    ParameterSpec.real("E_L", Unit.MILLIVOLT, -54.402, Range.ANY, "reversal potential of the leak"),
                    ParameterSpec.real(
                            "tau_syn_ex",
                            Unit.MILLISECOND,
                            0.2,
                            Range.POSITIVE,
                            "rise time of the excitatory synaptic current"),
                    ParameterSpec.real(
                            "tau_syn_in",
                            Unit.MILLISECOND,
                            2,
                            Range.POSITIVE,
                            "rise time of the inhibitory synaptic current"),
                    Membrane.I_E),
            List.of(
                    VariableSpec.startingAt(HhRates.REST_MV, "V_m", Unit.MILLIVOLT, "potential of the membrane"),
                    gate("Act_m", HhRates.M_AT_REST, "activation of sodium"),
                    gate("Inact_h", HhRates.H_AT_REST, "inactivation of sodium, 1 if there is none"),
                    gate("Act_n", HhRates.N_AT_REST, "activation of potassium"),
                    VariableSpec.recordable("I_syn_ex", Unit.PICOAMPERE, "excitatory synaptic current"),
                    VariableSpec.recordable("I_syn_in", Unit.PICOAMPERE, "inhibitory synaptic current")),
            "Hodgkin AL, Huxley AF (1952), Journal of Physiology 117:500-544, doi:10.1113/jphysiol.1952.sp004764");

    private static VariableSpec gate(String name, double standard, String sentence) {
        return new VariableSpec(name, Unit.NONE, true, standard, "", Range.PROBABILITY, sentence);
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Receptor> receptors(Map<String, Distribution> parameters) {
        return RECEPTORS;
    }

    @Override
    public void check(Map<String, Double> parameters, BiConsumer<String, String> report) {
        double capacitancePf = parameters.getOrDefault("C_m", Double.NaN);
        double conductanceNs = parameters.getOrDefault("g_Na", Double.NaN)
                + parameters.getOrDefault("g_K", Double.NaN)
                + parameters.getOrDefault("g_L", Double.NaN);
        if (conductanceNs / capacitancePf > FASTEST_PER_MS) {
            report.accept(
                    "C_m",
                    Unit.PICOFARAD.format(capacitancePf) + " makes the membrane too fast for conductances of "
                            + Unit.NANOSIEMENS.format(conductanceNs) + " in all; raise it to "
                            + Unit.PICOFARAD.format(conductanceNs / FASTEST_PER_MS) + " or lower g_Na and g_K");
        }
    }

    @Override
    public NeuronState create(Columns columns, double dtMs) {
        return new HhState(HhCells.of(columns, dtMs), columns.worthVectors());
    }
}
