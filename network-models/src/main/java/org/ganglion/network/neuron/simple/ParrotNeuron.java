package org.ganglion.network.neuron.simple;

import java.util.List;
import java.util.Map;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Unit;

/**
 * Relay that repeats every incoming spike, whatever its weight.
 *
 * <p>When several spikes arrive in a step it fires once, with their number as its multiplicity.
 */
public final class ParrotNeuron implements NeuronModel {
    private static final Description DESCRIPTION = new Description(
            "parrot_neuron",
            "Relay that repeats every incoming spike, whatever its weight.",
            "",
            List.of(),
            List.of(),
            "");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Receptor> receptors(Map<String, Distribution> parameters) {
        return List.of(new Receptor("spikes", Unit.NONE, Receptor.Sign.COUNT));
    }

    @Override
    public NeuronState create(Columns columns, double dtMs) {
        return new State(new float[columns.paddedSize()], columns.worthVectors());
    }

    /** @param arrived number of spikes that arrived in the last step, {@code [neuron]}; decides nothing later */
    private record State(float[] arrived, boolean vector) implements NeuronState {
        @Override
        public void begin(long step) {}

        @Override
        public void step(int first, int end, float[][] input, long[] fired) {
            if (vector) {
                ParrotStepVector.step(first, end, arrived, input[0], fired);
            } else {
                ParrotStep.step(first, end, arrived, input[0], fired);
            }
        }

        @Override
        public boolean restsWithoutInput() {
            return true;
        }

        @Override
        public int multiplicity(int neuron) {
            return Math.round(arrived[neuron]);
        }

        @Override
        public void setCurrent(int neuron, double currentPa) {
            throw new UnsupportedOperationException("parrot_neuron takes no current, only spikes");
        }

        @Override
        public float value(int variable, int neuron) {
            throw new IllegalArgumentException("parrot_neuron has no state variables");
        }

        @Override
        public int stateWords() {
            return 0;
        }

        @Override
        public void copyState(int neuron, int[] target, int offset) {}

        @Override
        public void restoreState(long nextStep, int neuron, int[] source, int offset) {}
    }
}
