package org.ganglion.network.neuron.part;

import java.util.List;
import java.util.Map;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;

/**
 * What neurons with an excitatory and an inhibitory synaptic current have in common: their names, and when the two are
 * one. The equations are linear, so currents with the same time constant may be summed before they are stepped: this is
 * exact and halves the state.
 */
public final class SynapticCurrents {
    public static final ParameterSpec TAU_SYN_EX = ParameterSpec.real(
            "tau_syn_ex", Unit.MILLISECOND, 2, Range.POSITIVE, "time constant of the excitatory synaptic current");
    public static final ParameterSpec TAU_SYN_IN = ParameterSpec.real(
            "tau_syn_in", Unit.MILLISECOND, 2, Range.POSITIVE, "time constant of the inhibitory synaptic current");

    /** State variables; their positions are the constants below. */
    public static final List<VariableSpec> VARIABLES = List.of(
            Membrane.V_M,
            VariableSpec.recordable(
                    "I_syn_ex",
                    Unit.PICOAMPERE,
                    "excitatory synaptic current; only if tau_syn_ex and tau_syn_in differ"),
            VariableSpec.recordable(
                    "I_syn_in",
                    Unit.PICOAMPERE,
                    "inhibitory synaptic current; only if tau_syn_ex and tau_syn_in differ"),
            VariableSpec.recordable("I_syn", Unit.PICOAMPERE, "sum of both synaptic currents"));

    public static final int POTENTIAL = 0;
    public static final int EXCITATORY = 1;
    public static final int INHIBITORY = 2;
    public static final int SUM = 3;

    private static final List<Receptor> MERGED = List.of(new Receptor("synaptic", Unit.PICOAMPERE, Receptor.Sign.ANY));
    private static final List<Receptor> SEPARATE = List.of(
            new Receptor("excitatory", Unit.PICOAMPERE, Receptor.Sign.POSITIVE),
            new Receptor("inhibitory", Unit.PICOAMPERE, Receptor.Sign.NEGATIVE));

    private SynapticCurrents() {}

    /** One receptor if the two currents are one, else an excitatory and an inhibitory one. */
    public static List<Receptor> receptors(Map<String, Distribution> parameters) {
        return merged(parameters) ? MERGED : SEPARATE;
    }

    /** Names of the variables that exist with these parameters. */
    public static List<String> recordable(Map<String, Distribution> parameters) {
        return merged(parameters) ? List.of("V_m", "I_syn") : List.of("V_m", "I_syn_ex", "I_syn_in", "I_syn");
    }

    /** Whether both currents have the same time constant in all neurons, and so are one. */
    public static boolean merged(Columns columns) {
        return !columns.drawn("tau_syn_ex")
                && !columns.drawn("tau_syn_in")
                && columns.parameter("tau_syn_ex", 0) == columns.parameter("tau_syn_in", 0);
    }

    private static boolean merged(Map<String, Distribution> parameters) {
        Distribution ex = parameters.get("tau_syn_ex");
        Distribution in = parameters.get("tau_syn_in");
        return ex != null && in != null && ex.isConstant() && in.isConstant() && ex.quantile(0.5) == in.quantile(0.5);
    }

    /** The value of a current that merging has removed. */
    public static float absent() {
        throw new IllegalArgumentException(
                "I_syn_ex and I_syn_in are one current while tau_syn_ex equals tau_syn_in; record I_syn");
    }
}
