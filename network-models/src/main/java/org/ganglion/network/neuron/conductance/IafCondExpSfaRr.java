package org.ganglion.network.neuron.conductance;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.part.DoubleColumn;
import org.ganglion.network.neuron.part.Membrane;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;

/**
 * Leaky integrate-and-fire neuron with exponentially decaying conductances, two of which the neuron's own spikes raise:
 * one that adapts its rate, and one that makes it relatively refractory.
 *
 * <p>As {@link IafCondExp}, with {@code - g_sfa (V - E_sfa) - g_rr (V - E_rr)} on the right. At each spike of the neuron
 * {@code g_sfa} jumps by {@code q_sfa} and {@code g_rr} by {@code q_rr}; both decay exponentially.
 *
 * <p>P. Dayan and L. F. Abbott (2001), Theoretical Neuroscience, MIT Press, page 166; H. Meffin, A. N. Burkitt and D. B.
 * Grayden (2004), doi:10.1023/B:JCNS.0000014108.03012.81.
 */
public final class IafCondExpSfaRr implements NeuronModel {
    private static final Description DESCRIPTION = new Description(
            "iaf_cond_exp_sfa_rr",
            "Leaky integrate-and-fire neuron with conductances, an adapting spike rate and a relative refractory period.",
            """
            C_m dV_m/dt = -g_L (V_m - E_L) - g_ex (V_m - E_ex) - g_in (V_m - E_in)
                          - g_sfa (V_m - E_sfa) - g_rr (V_m - E_rr) + I
            dg/dt = -g/tau, and g_ex, g_in jump by the weight of each spike that arrives
            V_m >= V_th: spike, V_m = V_reset for t_ref, g_sfa jumps by q_sfa, g_rr by q_rr""",
            ConductanceNeurons.INTEGRATION,
            List.of(
                    ConductanceMembrane.potential("V_th", -57, "potential at which the neuron fires"),
                    ConductanceMembrane.potential(
                            "V_reset", -70, "potential after a spike, held for the refractory period"),
                    ConductanceMembrane.refractoryPeriod(0.5),
                    ConductanceMembrane.restingPotential(-70),
                    ConductanceMembrane.capacitance(289.5),
                    ConductanceMembrane.leak(28.95),
                    ConductanceMembrane.potential("E_ex", 0, "reversal potential of excitation"),
                    ConductanceMembrane.potential("E_in", -75, "reversal potential of inhibition"),
                    Conductances.tauSynEx(1.5),
                    Conductances.tauSynIn(10),
                    conductance("q_sfa", 14.48, "by how much the adaptation jumps with a spike"),
                    conductance("q_rr", 3214, "by how much the relative refractory conductance jumps with a spike"),
                    ParameterSpec.real(
                            "tau_sfa", Unit.MILLISECOND, 110, Range.POSITIVE, "time constant of the adaptation"),
                    ParameterSpec.real(
                            "tau_rr",
                            Unit.MILLISECOND,
                            1.97,
                            Range.POSITIVE,
                            "time constant of the relative refractory conductance"),
                    ConductanceMembrane.potential("E_sfa", -70, "reversal potential of the adaptation"),
                    ConductanceMembrane.potential(
                            "E_rr", -70, "reversal potential of the relative refractory conductance"),
                    Membrane.I_E),
            List.of(
                    Membrane.V_M,
                    Conductances.G_EX,
                    Conductances.G_IN,
                    VariableSpec.startingAt(0, "g_sfa", Unit.NANOSIEMENS, "conductance of the adaptation"),
                    VariableSpec.startingAt(0, "g_rr", Unit.NANOSIEMENS, "relative refractory conductance")),
            "Dayan P, Abbott LF (2001), Theoretical Neuroscience, MIT Press, page 166; Meffin H, Burkitt AN, Grayden DB (2004), Journal of Computational Neuroscience 16:159-175,"
                    + " doi:10.1023/B:JCNS.0000014108.03012.81");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Receptor> receptors(Map<String, Distribution> parameters) {
        return Conductances.RECEPTORS;
    }

    @Override
    public void check(Map<String, Double> parameters, BiConsumer<String, String> report) {
        ConductanceMembrane.mustBeBelow("V_reset", "V_th", parameters, report);
    }

    @Override
    public NeuronState create(Columns columns, double dtMs) {
        boolean vector = columns.worthVectors();
        Conductances conductances = Conductances.withAdaptation(columns, dtMs, vector);
        return ConductanceNeurons.of(columns, dtMs, vector, conductances, leaps(columns));
    }

    private static ParameterSpec conductance(String name, double standardNs, String sentence) {
        return ParameterSpec.real(name, Unit.NANOSIEMENS, standardNs, Range.ANY, sentence);
    }

    private static List<ConductanceNeurons.Leap> leaps(Columns columns) {
        return List.of(
                new ConductanceNeurons.Leap(
                        Conductances.SFA, DoubleColumn.of(columns, i -> columns.parameter("q_sfa", i), "q_sfa")),
                new ConductanceNeurons.Leap(
                        Conductances.RR, DoubleColumn.of(columns, i -> columns.parameter("q_rr", i), "q_rr")));
    }
}
