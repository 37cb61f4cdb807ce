package org.ganglion.network.neuron.glif;

import java.util.ArrayList;
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
import org.ganglion.network.spec.Elements;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;

/**
 * The five generalised leaky integrate-and-fire models of the Allen Institute, with synaptic currents in the shape of
 * alpha functions.
 *
 * <p>Three switches choose the model: none for GLIF 1, {@code spike_dependent_threshold} for 2, {@code
 * after_spike_currents} for 3, both for 4, and {@code adapting_threshold} besides for 5. All equations are linear and are
 * solved exactly between spikes; an after-spike current acts on the potential by its mean over the step, and the
 * threshold follows the potential as it would move without synaptic currents, as in NEST. A neuron above (not at) its
 * threshold fires. In the refractory period potential, thresholds and after-spike currents are held; what they lose
 * meanwhile is taken off at the spike.
 *
 * <p>Where {@code E_L + voltage_reset_fraction (V_th - E_L) + voltage_reset_add} is not below {@code V_th + th_spike_add}, a
 * neuron with {@code spike_dependent_threshold} may be reset above its threshold, and then fires on and on.
 *
 * <p>Each element of {@code tau_syn} makes a receptor; they are called 1, 2, 3 and so on, as NEST numbers its ports.
 *
 * <p>C. Teeter et al. (2018), doi:10.1038/s41467-017-02717-4.
 */
public final class GlifPsc implements NeuronModel {
    private static final Description DESCRIPTION = new Description(
            "glif_psc",
            "Generalised leaky integrate-and-fire neuron (GLIF 1 to 5) with alpha-shaped synaptic currents.",
            """
            C_m dV_m/dt = -g (V_m - E_L) + I_syn + sum of ASC + I
            dASC/dt = -asc_decay ASC, for each after-spike current
            dth_s/dt = -th_spike_decay th_s
            dth_v/dt = th_voltage_index (V_m - E_L) - th_voltage_decay th_v
            V_m > V_th + th_s + th_v: spike, and for t_ref all is held at
              V_m = V_reset, or with spike_dependent_threshold
              V_m = E_L + voltage_reset_fraction (V_before - E_L) + voltage_reset_add, V_before: V_m when the step began
              th_s = th_s exp(-th_spike_decay t_ref) + th_spike_add
              ASC = ASC asc_r exp(-asc_decay t_ref) + asc_amps""",
            "Exact between spikes, in double precision. After-spike currents act on V_m by their mean over the step; th_v"
                    + " follows V_m as it would move without synaptic currents.",
            GlifParameters.ALL,
            List.of(
                    Membrane.V_M,
                    VariableSpec.recordable(
                            "ASCurrents_sum",
                            Unit.PICOAMPERE,
                            "sum of the after-spike currents, their mean in the step; with after_spike_currents it starts"
                                    + " at the sum of asc_init"),
                    VariableSpec.recordable("I", Unit.PICOAMPERE, "current of stimuli in the step"),
                    VariableSpec.recordable(
                            "I_syn", Unit.PICOAMPERE, "synaptic current when the step began; held after a spike"),
                    new VariableSpec(
                            "threshold", Unit.MILLIVOLT, false, 0, "V_th", "potential above which the neuron fires"),
                    VariableSpec.recordable("threshold_spike", Unit.MILLIVOLT, "what spikes have added to V_th"),
                    VariableSpec.recordable(
                            "threshold_voltage", Unit.MILLIVOLT, "what the potential has added to V_th")),
            "Teeter C et al. (2018), Nature Communications 9:709, doi:10.1038/s41467-017-02717-4");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Receptor> receptors(Map<String, Distribution> parameters) {
        int count = Elements.count("tau_syn", parameters.keySet());
        List<Receptor> receptors = new ArrayList<>();
        for (int r = 1; r <= count; r++) {
            receptors.add(new Receptor(Integer.toString(r), Unit.PICOAMPERE, Receptor.Sign.ANY));
        }
        return receptors;
    }

    @Override
    public void check(Map<String, Double> parameters, BiConsumer<String, String> report) {
        GlifParameters.check(parameters, report);
    }

    @Override
    public NeuronState create(Columns columns, double dtMs) {
        return new GlifState(columns, dtMs, columns.worthVectors());
    }
}
