package org.ganglion.simulator;

import java.util.List;
import java.util.Map;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;

/** A neuron that does nothing but show the current injected into it, as {@code I}, and the input of a step, as {@code in}. */
public final class CurrentProbe implements NeuronModel {
    private static final Description DESCRIPTION = new Description(
            "current_probe",
            "Shows what reaches it.",
            "",
            List.of(),
            List.of(
                    VariableSpec.recordable("I", Unit.PICOAMPERE, "injected current"),
                    VariableSpec.recordable("in", Unit.PICOAMPERE, "input of the step")),
            "");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Receptor> receptors(Map<String, Distribution> parameters) {
        return List.of(new Receptor("all", Unit.PICOAMPERE, Receptor.Sign.ANY));
    }

    @Override
    public NeuronState create(Columns columns, double dtMs) {
        return new State(new float[columns.paddedSize()], new float[columns.paddedSize()]);
    }

    private record State(float[] currents, float[] inputs) implements NeuronState {
        @Override
        public void begin(long step) {}

        @Override
        public void step(int first, int end, float[][] input, long[] fired) {
            System.arraycopy(input[0], 0, inputs, first, end - first);
        }

        @Override
        public void setCurrent(int neuron, double currentPa) {
            currents[neuron] = (float) currentPa;
        }

        @Override
        public float value(int variable, int neuron) {
            return variable == 0 ? currents[neuron] : inputs[neuron];
        }

        @Override
        public int stateWords() {
            return 1;
        }

        @Override
        public void copyState(int neuron, int[] target, int offset) {
            target[offset] = Float.floatToIntBits(currents[neuron]);
        }

        @Override
        public void restoreState(long nextStep, int neuron, int[] source, int offset) {}
    }
}
