package org.ganglion.network.neuron.glif;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.part.Membrane;
import org.ganglion.network.spec.Elements;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** What can be set of {@link GlifPsc}; defaults are those of NEST, for cell 490626718 of the Allen Cell Types Database. */
final class GlifParameters {
    static final String SPIKE_DEPENDENT_THRESHOLD = "spike_dependent_threshold";
    static final String AFTER_SPIKE_CURRENTS = "after_spike_currents";
    static final String ADAPTING_THRESHOLD = "adapting_threshold";

    static final List<ParameterSpec> ALL = List.of(
            ParameterSpec.real("V_th", Unit.MILLIVOLT, -51.68, Range.ANY, "threshold long after any spike, at rest"),
            ParameterSpec.real("g", Unit.NANOSIEMENS, 9.43, Range.POSITIVE, "conductance of the membrane"),
            ParameterSpec.real("E_L", Unit.MILLIVOLT, -78.85, Range.ANY, "resting potential"),
            ParameterSpec.real("C_m", Unit.PICOFARAD, 58.72, Range.POSITIVE, "capacitance of the membrane"),
            ParameterSpec.real(
                    "t_ref",
                    Unit.MILLISECOND,
                    3.75,
                    Range.POSITIVE,
                    "length of the refractory period, rounded to the nearest step"),
            ParameterSpec.real(
                    "V_reset",
                    Unit.MILLIVOLT,
                    -78.85,
                    Range.ANY,
                    "potential after a spike, without spike_dependent_threshold"),
            ParameterSpec.real("th_spike_add", Unit.MILLIVOLT, 0.37, Range.ANY, "what a spike adds to the threshold"),
            ParameterSpec.real(
                    "th_spike_decay",
                    Unit.PER_MILLISECOND,
                    0.009,
                    Range.POSITIVE,
                    "rate at which the spikes' part of the threshold decays"),
            ParameterSpec.real(
                    "voltage_reset_fraction",
                    Unit.NONE,
                    0.2,
                    Range.PROBABILITY,
                    "share of the potential, relative to E_L, that is left after a spike"),
            ParameterSpec.real(
                    "voltage_reset_add",
                    Unit.MILLIVOLT,
                    18.51,
                    Range.ANY,
                    "what is added to that share of the potential after a spike"),
            ParameterSpec.real(
                    "th_voltage_index",
                    Unit.PER_MILLISECOND,
                    0.005,
                    Range.ANY,
                    "rate at which the threshold follows the potential"),
            ParameterSpec.real(
                    "th_voltage_decay",
                    Unit.PER_MILLISECOND,
                    0.09,
                    Range.POSITIVE,
                    "rate at which the potential's part of the threshold decays"),
            ParameterSpec.list("asc_init", Unit.PICOAMPERE, Range.ANY, "after-spike currents at the start", 0, 0),
            ParameterSpec.list(
                    "asc_decay",
                    Unit.PER_MILLISECOND,
                    Range.POSITIVE,
                    "rates at which the after-spike currents decay",
                    0.003,
                    0.1),
            ParameterSpec.list(
                    "asc_amps",
                    Unit.PICOAMPERE,
                    Range.ANY,
                    "what a spike adds to the after-spike currents",
                    -9.18,
                    -198.94),
            ParameterSpec.list(
                    "asc_r",
                    Unit.NONE,
                    Range.PROBABILITY,
                    "shares of the after-spike currents that outlast a spike",
                    1,
                    1),
            ParameterSpec.list(
                    "tau_syn",
                    Unit.MILLISECOND,
                    Range.POSITIVE,
                    "rise times of the synaptic currents, one for each receptor",
                    2),
            ParameterSpec.onOff(
                    SPIKE_DEPENDENT_THRESHOLD,
                    false,
                    "whether spikes raise the threshold, and the potential is reset from where it was"),
            ParameterSpec.onOff(AFTER_SPIKE_CURRENTS, false, "whether spikes start currents"),
            ParameterSpec.onOff(ADAPTING_THRESHOLD, false, "whether the threshold follows the potential"));

    private GlifParameters() {}

    static boolean on(Columns columns, String mechanism) {
        return columns.parameter(mechanism, 0) != 0;
    }

    /** See {@link NeuronModel#check}. */
    static void check(Map<String, Double> parameters, BiConsumer<String, String> report) {
        Membrane.mustBeBelowThreshold("V_reset", parameters, report);
        boolean spikes = parameters.getOrDefault(SPIKE_DEPENDENT_THRESHOLD, 0.0) != 0;
        boolean currents = parameters.getOrDefault(AFTER_SPIKE_CURRENTS, 0.0) != 0;
        boolean adapting = parameters.getOrDefault(ADAPTING_THRESHOLD, 0.0) != 0;
        if (adapting && !(spikes && currents)) {
            report.accept(
                    ADAPTING_THRESHOLD,
                    "true goes only with spike_dependent_threshold and after_spike_currents (GLIF 5); set both to true"
                            + " or this to false");
        }
        if (currents) {
            Elements.checkSameCount(parameters, report, "asc_decay", "asc_init", "asc_amps", "asc_r");
        }
    }
}
