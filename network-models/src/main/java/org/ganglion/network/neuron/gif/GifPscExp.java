package org.ganglion.network.neuron.gif;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.part.Membrane;
import org.ganglion.network.neuron.part.SynapticCurrents;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Elements;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;

/**
 * Generalised integrate-and-fire neuron with a noisy, adapting threshold, spike-triggered currents, and synaptic currents
 * that decay exponentially.
 *
 * <p>Between spikes the equations are linear and are solved exactly. In each step a free neuron fires with the
 * probability {@code 1 - exp(-hazard dt)}. As in NEST, a spike's current acts on the potential in the step at whose end it
 * arrives; adaptation acts with the values from the step's beginning; and the potential goes to {@code V_reset} in the
 * step after the spike, for the refractory period. Where that period rounds to no step at all, it is not reset.
 *
 * <p>S. Mensi et al. (2012), doi:10.1152/jn.00408.2011; C. Pozzorini et al. (2015), doi:10.1371/journal.pcbi.1004275.
 */
public final class GifPscExp implements NeuronModel {
    private static final List<Receptor> RECEPTORS = List.of(
            new Receptor("excitatory", Unit.PICOAMPERE, Receptor.Sign.POSITIVE),
            new Receptor("inhibitory", Unit.PICOAMPERE, Receptor.Sign.NEGATIVE));

    private static final Description DESCRIPTION = new Description(
            "gif_psc_exp",
            "Generalised integrate-and-fire neuron with a noisy, adapting threshold and spike-triggered currents.",
            """
            C_m dV_m/dt = -g_L (V_m - E_L) - I_stc + I_syn_ex + I_syn_in + I
            dI_syn/dt = -I_syn/tau_syn, and I_syn jumps by the weight of each spike
            hazard = lambda_0 exp((V_m - E_sfa)/Delta_V): the rate at which the neuron fires
            E_sfa = V_T_star + sum of elements that decay with tau_sfa and jump by q_sfa at each spike
            I_stc = sum of elements that decay with tau_stc and jump by q_stc at each spike
            after a spike V_m = V_reset for t_ref""",
            "Exact between spikes, in double precision; threshold and spike-triggered current act with their values from"
                    + " the beginning of the step. At its end a neuron fires with the probability 1 - exp(-hazard dt).",
            List.of(
                    ParameterSpec.real("C_m", Unit.PICOFARAD, 80, Range.POSITIVE, "capacitance of the membrane"),
                    ParameterSpec.real("g_L", Unit.NANOSIEMENS, 4, Range.POSITIVE, "leak conductance"),
                    ParameterSpec.real("E_L", Unit.MILLIVOLT, -70, Range.ANY, "resting potential"),
                    ParameterSpec.real(
                            "t_ref",
                            Unit.MILLISECOND,
                            4,
                            Range.NOT_NEGATIVE,
                            "length of the refractory period, rounded to the nearest step"),
                    ParameterSpec.real(
                            "V_reset",
                            Unit.MILLIVOLT,
                            -55,
                            Range.ANY,
                            "potential after a spike, held for the refractory period"),
                    ParameterSpec.real("Delta_V", Unit.MILLIVOLT, 0.5, Range.POSITIVE, "softness of the threshold"),
                    ParameterSpec.real("V_T_star", Unit.MILLIVOLT, -35, Range.ANY, "threshold long after any spike"),
                    ParameterSpec.real(
                            "lambda_0", Unit.HERTZ, 1, Range.NOT_NEGATIVE, "rate of firing at the threshold"),
                    ParameterSpec.list(
                            "q_sfa", Unit.MILLIVOLT, Range.ANY, "what a spike adds to the elements of the threshold"),
                    ParameterSpec.list("tau_sfa", Unit.MILLISECOND, Range.POSITIVE, "time constants of these elements"),
                    ParameterSpec.list(
                            "q_stc",
                            Unit.PICOAMPERE,
                            Range.ANY,
                            "what a spike adds to the elements of the spike-triggered current"),
                    ParameterSpec.list("tau_stc", Unit.MILLISECOND, Range.POSITIVE, "time constants of these elements"),
                    SynapticCurrents.TAU_SYN_EX,
                    SynapticCurrents.TAU_SYN_IN,
                    Membrane.I_E),
            List.of(
                    VariableSpec.startingAt(-70, "V_m", Unit.MILLIVOLT, "potential of the membrane"),
                    new VariableSpec(
                            "E_sfa", Unit.MILLIVOLT, false, 0, "V_T_star", "threshold in the step, with adaptation"),
                    VariableSpec.recordable("I_stc", Unit.PICOAMPERE, "spike-triggered current in the step"),
                    VariableSpec.recordable("I_syn_ex", Unit.PICOAMPERE, "excitatory synaptic current"),
                    VariableSpec.recordable("I_syn_in", Unit.PICOAMPERE, "inhibitory synaptic current")),
            "Mensi S et al. (2012), Journal of Neurophysiology 107:1756-1775, doi:10.1152/jn.00408.2011;"
                    + " Pozzorini C et al. (2015), PLoS Computational Biology 11:e1004275,"
                    + " doi:10.1371/journal.pcbi.1004275");

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
        Elements.checkSameCount(parameters, report, "tau_sfa", "q_sfa");
        Elements.checkSameCount(parameters, report, "tau_stc", "q_stc");
    }

    @Override
    public NeuronState create(Columns columns, double dtMs) {
        return new GifState(columns, dtMs, columns.worthVectors());
    }
}
