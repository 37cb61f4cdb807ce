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
 * Adaptive exponential integrate-and-fire neuron with conductances that rise and fall as an alpha function after every
 * incoming spike.
 *
 * <p>As {@link AeifCondExp}; a spike of weight {@code w} in nS adds {@code w t/tau_syn exp(1 - t/tau_syn)} to the
 * conductance, which is {@code w} at its peak, {@code tau_syn} after it came.
 *
 * <p>R. Brette and W. Gerstner (2005), doi:10.1152/jn.00686.2005.
 */
public final class AeifCondAlpha implements NeuronModel {
    private static final Description DESCRIPTION = new Description(
            "aeif_cond_alpha",
            "Adaptive exponential integrate-and-fire neuron with synaptic conductances that run as alpha functions.",
            """
            C_m dV_m/dt = -g_L (V_m - E_L) + g_L Delta_T exp((V_m - V_th)/Delta_T)
                          - g_ex (V_m - E_ex) - g_in (V_m - E_in) - w + I
            tau_w dw/dt = a (V_m - E_L) - w
            each spike that arrives adds w t/tau_syn exp(1 - t/tau_syn) to g, which is w at its peak
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
        return new AeifNeurons(columns, dtMs, vector, Conductances.alpha(columns, dtMs, vector));
    }
}
