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
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Unit;

/**
 * Leaky integrate-and-fire neuron whose potential jumps with every incoming spike.
 *
 * <p>Between spikes {@code dV/dt = -(V - E_L)/tau_m + I/C_m} is solved exactly. The jump of a spike, its weight in mV,
 * comes at the end of the step. A neuron at or above {@code V_th} fires, is reset to {@code V_reset} and held there for
 * {@code t_ref}. Spikes that arrive meanwhile are lost; with {@code refractory_input} they are saved, decay with
 * {@code tau_m}, and are added when the neuron is free again.
 *
 * <p>S. Rotter and M. Diesmann (1999), doi:10.1007/s004220050570; N. Brunel (2000), doi:10.1023/A:1008925309027.
 */
public final class IafPscDelta implements NeuronModel {
    private static final Description DESCRIPTION = new Description(
            "iaf_psc_delta",
            "Leaky integrate-and-fire neuron whose potential jumps with every incoming spike.",
            """
            dV_m/dt = -(V_m - E_L)/tau_m + I/C_m, and V_m jumps by the weight of each spike
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
                    Membrane.I_E,
                    ParameterSpec.onOff(
                            "refractory_input",
                            false,
                            "whether spikes that arrive in the refractory period are saved for its end")),
            List.of(Membrane.V_M),
            "Rotter S, Diesmann M (1999), Biological Cybernetics 81:381-402, doi:10.1007/s004220050570");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Receptor> receptors(Map<String, Distribution> parameters) {
        return List.of(new Receptor("jump", Unit.MILLIVOLT, Receptor.Sign.ANY));
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
        boolean saving = columns.drawn("refractory_input") || columns.parameter("refractory_input", 0) != 0;
        float[] savedMv = new float[saving ? columns.paddedSize() : 0];
        Column kept = Column.of(columns, i -> columns.parameter("refractory_input", i), "refractory_input");
        return new State(new Membrane(columns, dtMs, true, vector), new Saved(savedMv, kept), saving, vector);
    }

    /**
     * Input that arrived in the refractory period.
     *
     * @param mV what has been saved, decayed to the end of the last step, {@code [neuron]}; empty if no neuron saves
     * @param kept 1 for neurons that save their input, 0 for those that do not
     */
    record Saved(float[] mV, Column kept) {}

    private record State(Membrane membrane, Saved saved, boolean saving, boolean vector) implements NeuronState {
        @Override
        public void begin(long step) {
            membrane.begin(step);
        }

        @Override
        public void step(int first, int end, float[][] input, long[] fired) {
            if (saving && vector) {
                IafPscDeltaStepVector.save(first, end, membrane, saved, input[0], fired);
            } else if (saving) {
                IafPscDeltaStep.save(first, end, membrane, saved, input[0], fired);
            } else if (vector) {
                IafPscDeltaStepVector.drop(first, end, membrane, input[0], fired);
            } else {
                IafPscDeltaStep.drop(first, end, membrane, input[0], fired);
            }
            membrane.finish(first, end, fired);
        }

        @Override
        public void setCurrent(int neuron, double currentPa) {
            membrane.setCurrent(neuron, currentPa);
        }

        @Override
        public float value(int variable, int neuron) {
            return membrane.potential(neuron);
        }

        @Override
        public int stateWords() {
            return Membrane.STATE_WORDS + (saving ? 1 : 0);
        }

        @Override
        public void copyState(int neuron, int[] target, int offset) {
            membrane.copyState(neuron, target, offset);
            if (saving) {
                target[offset + Membrane.STATE_WORDS] = Float.floatToIntBits(saved.mV()[neuron]);
            }
        }

        @Override
        public void restoreState(long nextStep, int neuron, int[] source, int offset) {
            membrane.restoreState(nextStep, neuron, source, offset);
            if (saving) {
                saved.mV()[neuron] = Float.intBitsToFloat(source[offset + Membrane.STATE_WORDS]);
            }
        }
    }
}
