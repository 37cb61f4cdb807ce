package org.ganglion.network.neuron.aeif;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.conductance.Conductances;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;

/**
 * Adaptive exponential integrate-and-fire neuron with conductances that jump with every incoming spike and decay
 * exponentially.
 *
 * <p>{@code C_m dV/dt = -g_L (V - E_L) + g_L Delta_T exp((V - V_th)/Delta_T) - g_ex (V - E_ex) - g_in (V - E_in) - w + I}
 * and {@code tau_w dw/dt = a (V - E_L) - w}. A spike adds its weight in nS to the conductance at the end of the step;
 * positive weights are excitatory, negative ones inhibitory. When V reaches {@code V_peak} the neuron fires: inside the
 * step, {@code V} becomes {@code V_reset} and w jumps by {@code b}; what is left of the step goes on from there, or, with
 * {@code t_ref}, V is held for it and for the refractory period, while w and the conductances go on. With
 * {@code Delta_T = 0} there is no exponential, and the neuron fires at {@code V_th}.
 *
 * <p>R. Brette and W. Gerstner (2005), doi:10.1152/jn.00686.2005.
 */
public final class AeifCondExp implements NeuronModel {
    private static final Description DESCRIPTION = new Description(
            "aeif_cond_exp",
            "Adaptive exponential integrate-and-fire neuron with synaptic conductances that decay exponentially.",
            """
            C_m dV_m/dt = -g_L (V_m - E_L) + g_L Delta_T exp((V_m - V_th)/Delta_T)
                          - g_ex (V_m - E_ex) - g_in (V_m - E_in) - w + I
            tau_w dw/dt = a (V_m - E_L) - w
            dg/dt = -g/tau_syn, and g jumps by the weight of each spike that arrives
            V_m >= V_peak: spike, V_m = V_reset for t_ref, w jumps by b""",
            AeifNeurons.INTEGRATION,
            AeifParameters.ALL,
            AeifParameters.VARIABLES,
            AeifParameters.REFERENCE);

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
        AeifParameters.check(parameters, report);
    }

    @Override
    public int mostSpikesAtOnce(Map<String, Distribution> parameters, double dtMs) {
        return AeifParameters.mostSpikesAtOnce(parameters, dtMs);
    }

    @Override
    public NeuronState create(Columns columns, double dtMs) {
        boolean vector = columns.worthVectors();
        return new AeifNeurons(columns, dtMs, vector, Conductances.exponential(columns, dtMs, vector));
    }
}
