package org.ganglion.network.neuron.psc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.Membrane;
import org.ganglion.network.neuron.part.Propagators;
import org.ganglion.network.neuron.part.SynapticCurrents;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;

/**
 * Leaky integrate-and-fire neuron with synaptic currents that jump with every incoming spike and decay exponentially.
 *
 * <p>{@code dV/dt = -(V - E_L)/tau_m + (I_syn + I)/C_m} and {@code dI_syn/dt = -I_syn/tau_syn}, once for excitation and
 * once for inhibition, are solved exactly. A spike adds its weight in pA to the current at the end of the step; positive
 * weights are excitatory, negative ones inhibitory. A neuron at or above {@code V_th} fires, is reset to {@code V_reset}
 * and held there for {@code t_ref}, while its currents go on.
 *
 * <p>S. Rotter and M. Diesmann (1999), doi:10.1007/s004220050570; M. Tsodyks, A. Uziel and H. Markram (2000),
 * doi:10.1523/JNEUROSCI.20-01-j0003.2000.
 */
public final class IafPscExp implements NeuronModel {
    private static final Description DESCRIPTION = new Description(
            "iaf_psc_exp",
            "Leaky integrate-and-fire neuron with exponentially decaying synaptic currents.",
            """
            dV_m/dt = -(V_m - E_L)/tau_m + (I_syn_ex + I_syn_in + I)/C_m
            dI_syn/dt = -I_syn/tau_syn, and I_syn jumps by the weight of each spike
            V_m >= V_th: spike, V_m = V_reset for t_ref""",
            Membrane.INTEGRATION,
            List.of(
                    Membrane.E_L,
                    Membrane.C_M,
                    Membrane.TAU_M,
                    Membrane.T_REF,
                    Membrane.V_TH,
                    Membrane.V_RESET,
                    SynapticCurrents.TAU_SYN_EX,
                    SynapticCurrents.TAU_SYN_IN,
                    Membrane.I_E),
            SynapticCurrents.VARIABLES,
            "Tsodyks M, Uziel A, Markram H (2000), Journal of Neuroscience 20:RC50,"
                    + " doi:10.1523/JNEUROSCI.20-01-j0003.2000");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Receptor> receptors(Map<String, Distribution> parameters) {
        return SynapticCurrents.receptors(parameters);
    }

    @Override
    public List<String> recordable(Map<String, Distribution> parameters) {
        return SynapticCurrents.recordable(parameters);
    }

    @Override
    public void check(Map<String, Double> parameters, BiConsumer<String, String> report) {
        Membrane.check(parameters, report);
    }

    @Override
    public Optional<String> note(Map<String, Distribution> parameters, double dtMs) {
        return Membrane.note(parameters, dtMs);
    }

    @Override
    public NeuronState create(Columns columns, double dtMs) {
        boolean vector = columns.worthVectors();
        Membrane membrane = new Membrane(columns, dtMs, false, vector);
        Current excitatory = Current.of(columns, dtMs, "tau_syn_ex");
        return SynapticCurrents.merged(columns)
                ? new State(membrane, List.of(excitatory), vector)
                : new State(membrane, List.of(excitatory, Current.of(columns, dtMs, "tau_syn_in")), vector);
    }

    /**
     * One synaptic current of the neurons of a slice.
     *
     * @param pA the current at the end of the last step, {@code [neuron]}
     * @param leak {@link Propagators#leak} of the current
     * @param gain {@link Propagators#exponentialCurrent}
     */
    record Current(float[] pA, Column leak, Column gain) {
        static Current of(Columns columns, double dtMs, String tauSyn) {
            return new Current(
                    new float[columns.paddedSize()],
                    Column.of(columns, i -> Propagators.leak(dtMs, columns.parameter(tauSyn, i)), tauSyn),
                    Column.of(
                            columns,
                            i -> Propagators.exponentialCurrent(
                                    dtMs,
                                    columns.parameter(tauSyn, i),
                                    columns.parameter("tau_m", i),
                                    columns.parameter("C_m", i)),
                            tauSyn,
                            "tau_m",
                            "C_m"));
        }

        /** Whether the coefficients are the same for all neurons. */
        boolean isUniform() {
            return (leak.mask | gain.mask) == 0;
        }
    }

    /** @param currents one for both signs, or the excitatory and the inhibitory one */
    private record State(Membrane membrane, List<Current> currents, boolean vector) implements NeuronState {
        @Override
        public void begin(long step) {
            membrane.begin(step);
        }

        @Override
        public void step(int first, int end, float[][] input, long[] fired) {
            Current ex = currents.getFirst();
            Current in = currents.getLast();
            boolean merged = currents.size() == 1;
            if (merged && vector) {
                IafPscExpStepVector.one(first, end, membrane, ex, input[0], fired);
            } else if (merged) {
                IafPscExpStep.one(first, end, membrane, ex, input[0], fired);
            } else if (vector) {
                IafPscExpStepVector.two(first, end, membrane, ex, in, input, fired);
            } else {
                IafPscExpStep.two(first, end, membrane, ex, in, input, fired);
            }
            membrane.finish(first, end, fired);
        }

        @Override
        public void setCurrent(int neuron, double currentPa) {
            membrane.setCurrent(neuron, currentPa);
        }

        @Override
        public float value(int variable, int neuron) {
            float ex = currents.getFirst().pA()[neuron];
            float in = currents.getLast().pA()[neuron];
            boolean merged = currents.size() == 1;
            return switch (variable) {
                case SynapticCurrents.POTENTIAL -> membrane.potential(neuron);
                case SynapticCurrents.EXCITATORY -> merged ? SynapticCurrents.absent() : ex;
                case SynapticCurrents.INHIBITORY -> merged ? SynapticCurrents.absent() : in;
                case SynapticCurrents.SUM -> merged ? ex : ex + in;
                default -> throw new IllegalArgumentException("no state variable " + variable);
            };
        }

        @Override
        public int stateWords() {
            return Membrane.STATE_WORDS + currents.size();
        }

        @Override
        public void copyState(int neuron, int[] target, int offset) {
            membrane.copyState(neuron, target, offset);
            for (int i = 0; i < currents.size(); i++) {
                target[offset + Membrane.STATE_WORDS + i] =
                        Float.floatToIntBits(currents.get(i).pA()[neuron]);
            }
        }

        @Override
        public void restoreState(long nextStep, int neuron, int[] source, int offset) {
            membrane.restoreState(nextStep, neuron, source, offset);
            for (int i = 0; i < currents.size(); i++) {
                currents.get(i).pA()[neuron] = Float.intBitsToFloat(source[offset + Membrane.STATE_WORDS + i]);
            }
        }
    }
}
