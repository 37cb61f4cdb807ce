package org.ganglion.network.neuron.gif;

import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.part.DoubleColumn;
import org.ganglion.network.neuron.part.DoubleWords;
import org.ganglion.network.neuron.part.Propagators;
import org.ganglion.network.spec.Elements;

/**
 * A sum of quantities that decay exponentially and jump with every spike of their neuron, over a slice: the
 * spike-frequency adaptation and the spike-triggered current of {@link GifPscExp}. There are as many as the lists of time
 * constants and jumps have elements.
 */
final class SpikeTriggered {
    /** {@code [element][neuron]}. */
    final double[][] elements;

    /** Change of an element of 1 in a step, {@code [element]}. */
    final DoubleColumn[] leak;

    /** What the sum is without spikes. */
    final DoubleColumn base;

    /** Base and elements as they were when the last step began, {@code [neuron]}; decides nothing later. */
    final double[] sum;

    private final DoubleColumn[] jump;
    private final boolean vector;

    /**
     * @param tau name of the list of time constants, in ms
     * @param q name of the list of jumps
     * @param vector whether to use the vector form of the loops, or the scalar one that specifies it
     */
    SpikeTriggered(Columns columns, double dtMs, String tau, String q, DoubleColumn base, boolean vector) {
        int count = columns.elements(tau);
        this.elements = new double[count][columns.paddedSize()];
        this.leak = new DoubleColumn[count];
        this.jump = new DoubleColumn[count];
        for (int e = 0; e < count; e++) {
            String tauOfElement = Elements.name(tau, e);
            leak[e] = DoubleColumn.of(
                    columns, i -> Propagators.leak(dtMs, columns.parameter(tauOfElement, i)), tauOfElement);
            jump[e] = DoubleColumn.of(columns, Elements.name(q, e));
        }
        this.base = base;
        this.sum = new double[columns.paddedSize()];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = base.at(i);
        }
        this.vector = vector;
    }

    /** Takes the sum, then lets the elements decay by a step. */
    void advance(int first, int end) {
        if (vector) {
            SpikeTriggeredVector.start(first, end, base, sum);
        } else {
            SpikeTriggeredScalar.start(first, end, base, sum);
        }
        for (int e = 0; e < elements.length; e++) {
            if (vector) {
                SpikeTriggeredVector.add(first, end, elements[e], leak[e], sum);
            } else {
                SpikeTriggeredScalar.add(first, end, elements[e], leak[e], sum);
            }
        }
    }

    /** A neuron has fired in this step. */
    void spike(int neuron) {
        for (int e = 0; e < elements.length; e++) {
            elements[e][neuron] += jump[e].at(neuron);
        }
    }

    int stateWords() {
        return DoubleWords.WORDS * elements.length;
    }

    void copyState(int neuron, int[] target, int offset) {
        for (int e = 0; e < elements.length; e++) {
            DoubleWords.put(elements[e][neuron], target, offset + DoubleWords.WORDS * e);
        }
    }

    void restoreState(int neuron, int[] source, int offset) {
        for (int e = 0; e < elements.length; e++) {
            elements[e][neuron] = DoubleWords.get(source, offset + DoubleWords.WORDS * e);
        }
    }
}
