package org.ganglion.network.neuron.part;

import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronState;

/** The current into each neuron of a slice that does not come through synapses: a constant one, and that of stimuli. */
public final class DirectCurrent {
    /** Sum of both, in pA. */
    public final DoubleColumn pA;

    /** In pA, {@code [neuron]}; empty when no currents are injected. */
    private final double[] constant;

    private DirectCurrent(Columns columns, DoubleColumn constant) {
        boolean injected = columns.currentsInjected();
        this.constant = new double[injected ? columns.paddedSize() : 0];
        for (int i = 0; i < this.constant.length; i++) {
            this.constant[i] = constant.at(i);
        }
        pA = injected ? DoubleColumn.perNeuron(columns, constant::at) : constant;
    }

    /** The constant current is a parameter. */
    public static DirectCurrent of(Columns columns, String parameter) {
        return new DirectCurrent(columns, DoubleColumn.of(columns, parameter));
    }

    /** There are only stimuli. */
    public static DirectCurrent of(Columns columns) {
        return new DirectCurrent(columns, DoubleColumn.constant(0));
    }

    /** See {@link NeuronState#setCurrent}. */
    public void set(int neuron, double currentPa) {
        if (constant.length == 0) {
            throw new IllegalStateException("a current is injected, but none was announced when the neurons were made");
        }
        pA.values[neuron] = constant[neuron] + currentPa;
    }
}
