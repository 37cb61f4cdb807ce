package org.ganglion.network.neuron.psc;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntToDoubleFunction;
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
 * Leaky integrate-and-fire neuron in which every incoming spike starts a synaptic current in the shape of an alpha
 * function.
 *
 * <p>{@code dV/dt = -(V - E_L)/tau_m + (I_syn + I)/C_m} is solved exactly, where a spike of weight w at time 0 adds
 * {@code w (t/tau_syn) exp(1 - t/tau_syn)} to I_syn: a current that peaks at w, in pA, at {@code tau_syn}. Positive weights
 * are excitatory, negative ones inhibitory. A neuron at or above {@code V_th} fires, is reset to {@code V_reset} and held
 * there for {@code t_ref}, while its currents go on.
 *
 * <p>S. Rotter and M. Diesmann (1999), doi:10.1007/s004220050570.
 */
public final class IafPscAlpha implements NeuronModel {
    private static final Description DESCRIPTION = new Description(
            "iaf_psc_alpha",
            "Leaky integrate-and-fire neuron with synaptic currents in the shape of alpha functions.",
            """
            dV_m/dt = -(V_m - E_L)/tau_m + (I_syn_ex + I_syn_in + I)/C_m
            I_syn(t) = sum over spikes of weight * s/tau_syn * exp(1 - s/tau_syn), s the time since the spike
            V_m >= V_th: spike, V_m = V_reset for t_ref""",
            Membrane.INTEGRATION,
            List.of(
                    Membrane.E_L,
                    Membrane.C_M,
                    Membrane.TAU_M,
                    Membrane.T_REF,
                    Membrane.V_TH,
                    Membrane.V_RESET,
                    Membrane.V_MIN,
                    SynapticCurrents.TAU_SYN_EX,
                    SynapticCurrents.TAU_SYN_IN,
                    Membrane.I_E),
            SynapticCurrents.VARIABLES,
            "Rotter S, Diesmann M (1999), Biological Cybernetics 81:381-402, doi:10.1007/s004220050570");

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
        Membrane membrane = new Membrane(columns, dtMs, true, vector);
        Current excitatory = Current.of(columns, dtMs, "tau_syn_ex");
        List<Current> currents = SynapticCurrents.merged(columns)
                ? List.of(excitatory)
                : List.of(excitatory, Current.of(columns, dtMs, "tau_syn_in"));
        return new State(membrane, currents, new float[columns.paddedSize()], vector);
    }

    /**
     * One synaptic current of the neurons of a slice. {@code rise} is {@code dI/dt + I/tau_syn} times tau_syn/e, so that a
     * spike adds its weight to it.
     *
     * @param pA the current at the end of the last step, {@code [neuron]}
     * @param rise what makes the current rise, in pA, {@code [neuron]}
     * @param leak {@link Propagators#leak} of rise and current
     * @param growth what a rise of 1 adds to the current in a step
     * @param gain what a current of 1 pA adds to the potential in a step, in mV
     * @param riseGain what a rise of 1 adds to the potential in a step, in mV
     */
    record Current(float[] pA, float[] rise, Column leak, Column growth, Column gain, Column riseGain) {
        static Current of(Columns columns, double dtMs, String tauSyn) {
            IntToDoubleFunction tauSynMs = i -> columns.parameter(tauSyn, i);
            IntToDoubleFunction tauMs = i -> columns.parameter("tau_m", i);
            IntToDoubleFunction capacitancePf = i -> columns.parameter("C_m", i);
            IntToDoubleFunction perRise = i -> Math.E / tauSynMs.applyAsDouble(i);
            IntToDoubleFunction leak = i -> Propagators.leak(dtMs, tauSynMs.applyAsDouble(i));
            IntToDoubleFunction growth = i -> dtMs * (1 + leak.applyAsDouble(i)) * perRise.applyAsDouble(i);
            IntToDoubleFunction gain = i -> Propagators.exponentialCurrent(
                    dtMs, tauSynMs.applyAsDouble(i), tauMs.applyAsDouble(i), capacitancePf.applyAsDouble(i));
            IntToDoubleFunction riseGain = i -> perRise.applyAsDouble(i)
                    * Propagators.risingCurrent(
                            dtMs, tauSynMs.applyAsDouble(i), tauMs.applyAsDouble(i), capacitancePf.applyAsDouble(i));
            return new Current(
                    new float[columns.paddedSize()],
                    new float[columns.paddedSize()],
                    Column.of(columns, leak, tauSyn),
                    Column.of(columns, growth, tauSyn),
                    Column.of(columns, gain, tauSyn, "tau_m", "C_m"),
                    Column.of(columns, riseGain, tauSyn, "tau_m", "C_m"));
        }

        /** Whether the coefficients are the same for all neurons. */
        boolean isUniform() {
            return (leak.mask | growth.mask | gain.mask | riseGain.mask) == 0;
        }
    }

    /**
     * @param currents one for both signs, or the excitatory and the inhibitory one
     * @param push what the currents add to the potential in a step, in mV: {@code [neuron - first]}
     */
    private record State(Membrane membrane, List<Current> currents, float[] push, boolean vector)
            implements NeuronState {
        @Override
        public void begin(long step) {
            membrane.begin(step);
        }

        @Override
        public void step(int first, int end, float[][] input, long[] fired) {
            Arrays.fill(push, 0, end - first, 0);
            for (int i = 0; i < currents.size(); i++) {
                if (vector) {
                    IafPscAlphaStepVector.current(first, end, currents.get(i), input[i], push);
                } else {
                    IafPscAlphaStep.current(first, end, currents.get(i), input[i], push);
                }
            }
            if (vector) {
                IafPscAlphaStepVector.potential(first, end, membrane, push, fired);
            } else {
                IafPscAlphaStep.potential(first, end, membrane, push, fired);
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
            return Membrane.STATE_WORDS + 2 * currents.size();
        }

        @Override
        public void copyState(int neuron, int[] target, int offset) {
            membrane.copyState(neuron, target, offset);
            for (int i = 0; i < currents.size(); i++) {
                int at = offset + Membrane.STATE_WORDS + 2 * i;
                target[at] = Float.floatToIntBits(currents.get(i).pA()[neuron]);
                target[at + 1] = Float.floatToIntBits(currents.get(i).rise()[neuron]);
            }
        }

        @Override
        public void restoreState(long nextStep, int neuron, int[] source, int offset) {
            membrane.restoreState(nextStep, neuron, source, offset);
            for (int i = 0; i < currents.size(); i++) {
                int at = offset + Membrane.STATE_WORDS + 2 * i;
                currents.get(i).pA()[neuron] = Float.intBitsToFloat(source[at]);
                currents.get(i).rise()[neuron] = Float.intBitsToFloat(source[at + 1]);
            }
        }
    }
}
