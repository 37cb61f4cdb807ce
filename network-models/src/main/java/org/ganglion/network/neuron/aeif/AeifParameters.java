package org.ganglion.network.neuron.aeif;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.conductance.ConductanceMembrane;
import org.ganglion.network.neuron.conductance.Conductances;
import org.ganglion.network.neuron.part.Membrane;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;

/** Parameters and variables of {@link AeifCondExp} and {@link AeifCondAlpha}, which are the same. */
final class AeifParameters {
    static final List<ParameterSpec> ALL = List.of(
            ConductanceMembrane.potential("V_peak", 0, "potential at which a spike is over and the neuron is reset"),
            ConductanceMembrane.potential("V_reset", -60, "potential after a spike, held for the refractory period"),
            ConductanceMembrane.refractoryPeriod(0),
            ConductanceMembrane.leak(30),
            ConductanceMembrane.capacitance(281),
            ConductanceMembrane.potential("E_ex", 0, "reversal potential of excitation"),
            ConductanceMembrane.potential("E_in", -85, "reversal potential of inhibition"),
            ConductanceMembrane.restingPotential(-70.6),
            ParameterSpec.real(
                    "Delta_T",
                    Unit.MILLIVOLT,
                    2,
                    Range.NOT_NEGATIVE,
                    "range of potentials over which a spike sets in; at 0 the neuron fires at V_th"),
            ParameterSpec.real("tau_w", Unit.MILLISECOND, 144, Range.POSITIVE, "time constant of the adaptation"),
            ParameterSpec.real("a", Unit.NANOSIEMENS, 4, Range.ANY, "adaptation by the potential, below the threshold"),
            ParameterSpec.real("b", Unit.PICOAMPERE, 80.5, Range.ANY, "by how much the adaptation jumps with a spike"),
            ConductanceMembrane.potential("V_th", -50.4, "potential at which a spike sets in"),
            Conductances.tauSynEx(0.2),
            Conductances.tauSynIn(2),
            Membrane.I_E);

    static final List<VariableSpec> VARIABLES = List.of(
            Membrane.V_M,
            Conductances.G_EX,
            Conductances.G_IN,
            VariableSpec.startingAt(0, "w", Unit.PICOAMPERE, "adaptation current"));

    static final String REFERENCE =
            "Brette R, Gerstner W (2005), Journal of Neurophysiology 94:3637-3642, doi:10.1152/jn.00686.2005";

    /** Largest exponent of the spike current: beyond it, doubles have less than twenty decimal orders to spare. */
    private static final double LARGEST_EXPONENT = StrictMath.log(Double.MAX_VALUE / 1e20);

    private AeifParameters() {}

    /** See {@link NeuronModel#mostSpikesAtOnce}: once if every neuron is held for at least a step. */
    static int mostSpikesAtOnce(Map<String, Distribution> parameters, double dtMs) {
        Distribution period = parameters.get("t_ref");
        boolean held = period != null && Math.round(period.smallest() / dtMs) > 0;
        return held ? 1 : AeifNeurons.MOST_AT_ONCE;
    }

    /** See {@link NeuronModel#check}. */
    static void check(Map<String, Double> parameters, BiConsumer<String, String> report) {
        double threshold = parameters.getOrDefault("V_th", Double.NaN);
        double peak = parameters.getOrDefault("V_peak", Double.NaN);
        double deltaT = parameters.getOrDefault("Delta_T", Double.NaN);
        if (peak < threshold) {
            report.accept(
                    "V_peak",
                    Unit.MILLIVOLT.format(peak) + " is below V_th (" + Unit.MILLIVOLT.format(threshold)
                            + "); raise V_peak or lower V_th");
        }
        ConductanceMembrane.mustBeBelow("V_reset", deltaT == 0 ? "V_th" : "V_peak", parameters, report);
        double smallest = (peak - threshold) / LARGEST_EXPONENT;
        if (deltaT > 0 && deltaT <= smallest) {
            report.accept(
                    "Delta_T",
                    Unit.MILLIVOLT.format(deltaT)
                            + " is too small: exp((V_peak - V_th)/Delta_T) would overflow; it must be"
                            + " above " + Unit.MILLIVOLT.format(smallest)
                            + ", or 0 for a neuron that fires at V_th; raise Delta_T or lower V_peak");
        }
    }
}
