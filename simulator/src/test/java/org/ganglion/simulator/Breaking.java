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

/** Neurons whose potential is a number for some steps; that of those from some index on is not one afterwards. */
public record Breaking(int firstNeuron, long sound) implements NeuronModel {
    private static final Description DESCRIPTION = new Description(
            "breaking",
            "Is sound for a while.",
            "",
            List.of(),
            List.of(VariableSpec.recordable("V_m", Unit.MILLIVOLT, "membrane potential")),
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
        return new State(columns);
    }

    private final class State implements NeuronState {
        private final Columns columns;
        private long steps;

        State(Columns columns) {
            this.columns = columns;
        }

        @Override
        public void begin(long step) {
            steps = step + 1;
        }

        @Override
        public void step(int first, int end, float[][] input, long[] fired) {}

        @Override
        public void setCurrent(int neuron, double currentPa) {}

        @Override
        public float value(int variable, int neuron) {
            return steps > sound && columns.index(neuron) >= firstNeuron ? Float.NaN : -70;
        }

        @Override
        public int stateWords() {
            return 1;
        }

        @Override
        public void copyState(int neuron, int[] target, int offset) {}

        @Override
        public void restoreState(long nextStep, int neuron, int[] source, int offset) {}
    }
}
