package org.ganglion.network.neuron.simple;

import java.util.List;
import java.util.Map;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/**
 * Neuron that fires at a constant rate, whatever its input: for measurements in which traffic must not depend on the
 * network.
 *
 * <p>The first spike comes {@code phase} periods after the start, where the period is {@code 1 / rate}. As in NEST, time
 * to the first spike and period are rounded to 0.001 ms and then up to whole steps; a neuron fires once a step at most.
 * Spikes and currents are taken and do nothing.
 */
public final class IgnoreAndFire implements NeuronModel {
    private static final double TICS_PER_MS = 1000;

    private static final Description DESCRIPTION = new Description(
            "ignore_and_fire",
            "Neuron that fires at a constant rate, whatever its input.",
            "first spike after phase / rate, then one every 1 / rate; input does nothing",
            "Time to the first spike and period are rounded to 0.001 ms and then up to whole steps. The first spike comes in the step that begins then and so has the time of its end, one step later, as in NEST.",
            List.of(
                    ParameterSpec.real(
                            "phase",
                            Unit.NONE,
                            1,
                            new Range(0, false, 1, true),
                            "time to the first spike, as a share of the period"),
                    ParameterSpec.real("rate", Unit.HERTZ, 10, Range.POSITIVE, "spikes per second")),
            List.of(),
            "");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Receptor> receptors(Map<String, Distribution> parameters) {
        return List.of(new Receptor("ignored", Unit.PICOAMPERE, Receptor.Sign.ANY));
    }

    @Override
    public NeuronState create(Columns columns, double dtMs) {
        int size = columns.paddedSize();
        int[] left = new int[size];
        int[] period = new int[Math.max(Column.WORD, size)];
        for (int i = 0; i < size; i++) {
            double periodMs = 1000 / columns.parameter("rate", i);
            period[i] = Math.max(1, steps(periodMs, dtMs));
            left[i] = steps(columns.parameter("phase", i) * periodMs, dtMs);
        }
        return new State(left, period, columns.worthVectors());
    }

    private static int steps(double ms, double dtMs) {
        long tics = (long) Math.floor(ms * TICS_PER_MS + 0.5);
        return (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(tics, Math.max(1, Math.round(dtMs * TICS_PER_MS))));
    }

    /**
     * @param left steps before the one in which the neuron fires, {@code [neuron]}
     * @param period steps from spike to spike, {@code [neuron]}
     */
    private record State(int[] left, int[] period, boolean vector) implements NeuronState {
        @Override
        public void begin(long step) {}

        @Override
        public void step(int first, int end, float[][] input, long[] fired) {
            if (vector) {
                IgnoreAndFireStepVector.step(first, end, left, period, fired);
            } else {
                IgnoreAndFireStep.step(first, end, left, period, fired);
            }
        }

        @Override
        public void setCurrent(int neuron, double currentPa) {}

        @Override
        public float value(int variable, int neuron) {
            throw new IllegalArgumentException("ignore_and_fire has no state variables");
        }

        @Override
        public int stateWords() {
            return 1;
        }

        @Override
        public void copyState(int neuron, int[] target, int offset) {
            target[offset] = left[neuron];
        }

        @Override
        public void restoreState(long nextStep, int neuron, int[] source, int offset) {
            left[neuron] = source[offset];
        }
    }
}
