package org.ganglion.network.neuron.conductance;

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

/**
 * Leaky integrate-and-fire neuron with conductances that jump with every incoming spike and decay exponentially.
 *
 * <p>{@code C_m dV/dt = -g_L (V - E_L) - g_ex (V - E_ex) - g_in (V - E_in) + I} and {@code dg/dt = -g/tau_syn}. A spike
 * adds its weight in nS to the conductance at the end of the step; positive weights are excitatory, negative ones
 * inhibitory. A neuron at or above {@code V_th} at the end of a step fires, is reset to {@code V_reset} and held there
 * for {@code t_ref}, while its conductances go on.
 *
 * <p>H. Meffin, A. N. Burkitt and D. B. Grayden (2004), doi:10.1023/B:JCNS.0000014108.03012.81.
 */
public final class IafCondExp implements NeuronModel {
    private static final Description DESCRIPTION = new Description(
            "iaf_cond_exp",
            "Leaky integrate-and-fire neuron with synaptic conductances that decay exponentially.",
            """
            C_m dV_m/dt = -g_L (V_m - E_L) - g_ex (V_m - E_ex) - g_in (V_m - E_in) + I
            dg/dt = -g/tau_syn, and g jumps by the weight of each spike
            V_m >= V_th: spike, V_m = V_reset for t_ref""",
            ConductanceNeurons.INTEGRATION,
            List.of(
                    ConductanceMembrane.potential("V_th", -55, "potential at which the neuron fires"),
                    ConductanceMembrane.potential(
                            "V_reset", -60, "potential after a spike, held for the refractory period"),
                    ConductanceMembrane.refractoryPeriod(2),
                    ConductanceMembrane.restingPotential(-70),
                    ConductanceMembrane.capacitance(250),
                    ConductanceMembrane.leak(16.6667),
                    ConductanceMembrane.potential("E_ex", 0, "reversal potential of excitation"),
                    ConductanceMembrane.potential("E_in", -85, "reversal potential of inhibition"),
                    Conductances.tauSynEx(0.2),
                    Conductances.tauSynIn(2),
                    Membrane.I_E),
            List.of(Membrane.V_M, Conductances.G_EX, Conductances.G_IN),
            "Meffin H, Burkitt AN, Grayden DB (2004), Journal of Computational Neuroscience 16:159-175,"
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
        Conductances conductances = Conductances.exponential(columns, dtMs, vector);
        return ConductanceNeurons.of(columns, dtMs, vector, conductances, List.of());
    }
}
