package org.ganglion.network.neuron.simple;

import java.util.List;
import java.util.Map;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.EventState;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;

/**
 * NEURON's artificial cell of the same name: a membrane state without unit that decays, jumps by the weight of a spike, and
 * fires above 1.
 *
 * <p>Nothing happens between events, so times of spikes are as fine as the step, which is 0.001 ms in a network with such
 * cells. All events of one step are summed before the threshold is tested. A spike is followed by a refractory period in
 * which events are dropped; at its end, an event at that very time included, the state begins at 0.
 *
 * <p>M. L. Hines and N. T. Carnevale (2004), Discrete event simulation in the NEURON environment,
 * doi:10.1016/j.neucom.2004.01.175.
 */
public final class IntFire1 implements NeuronModel {
    private static final double STEP_MS = 0.001;

    private static final Description DESCRIPTION = new Description(
            "IntFire1",
            "Event-driven leaky integrate-and-fire cell without unit, as in NEURON.",
            """
            dm/dt = -m/tau; a spike of weight w adds w to m
            m > 1: spike, then all events are dropped for refrac, and m begins at 0""",
            "Exact, from event to event, in double precision. A network with such cells is run in steps of 0.001 ms,"
                    + " whatever simulation.dt says.",
            List.of(
                    ParameterSpec.real("tau", Unit.MILLISECOND, 10, Range.POSITIVE, "time constant of the decay"),
                    ParameterSpec.real("refrac", Unit.MILLISECOND, 5, Range.NOT_NEGATIVE, "refractory period")),
            List.of(VariableSpec.startingAt(0, "m", Unit.NONE, "state; 2 while the cell is refractory, as in NEURON")),
            "Hines ML, Carnevale NT (2004), Discrete event simulation in the NEURON environment, Neurocomputing"
                    + " 58-60:1117-1122, doi:10.1016/j.neucom.2004.01.175");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Receptor> receptors(Map<String, Distribution> parameters) {
        return List.of(new Receptor("events", Unit.NONE, Receptor.Sign.ANY, true));
    }

    @Override
    public double ownStepMs() {
        return STEP_MS;
    }

    @Override
    public NeuronState create(Columns columns, double dtMs) {
        int size = columns.paddedSize();
        State state = new State(1 / dtMs, new double[size], new double[size], new long[size], new long[size]);
        for (int i = 0; i < size; i++) {
            state.tauMs[i] = columns.parameter("tau", i);
            state.refractorySteps[i] = Math.round(columns.parameter("refrac", i) / dtMs);
            state.m[i] = columns.initial("m", i);
            state.since[i] = START;
        }
        return state;
    }

    /** Events reach the cells at the ends of steps; the run begins where a step before the first would end. */
    private static final long START = -1;

    /** A cell is refractory exactly while this step lies ahead of, or at, the one that was begun last. */
    private static final double FIRED = 2;

    /** Cells of a slice. */
    private static final class State implements EventState {
        private final double stepsPerMs;
        private final double[] tauMs; // [neuron]
        private final double[] m; // [neuron]: state just after step since[neuron]
        private final long[] refractorySteps; // [neuron]
        private final long[]
                since; // [neuron]: last step in which m was set; where it lies ahead, the cell is refractory
        private long step;

        private State(double stepsPerMs, double[] tauMs, double[] m, long[] refractorySteps, long[] since) {
            // A step is a whole part of a millisecond; dividing by a whole number rounds once.
            this.stepsPerMs = Math.rint(stepsPerMs) / stepsPerMs > 1 - 1e-9 ? Math.rint(stepsPerMs) : stepsPerMs;
            this.tauMs = tauMs;
            this.m = m;
            this.refractorySteps = refractorySteps;
            this.since = since;
        }

        @Override
        public void begin(long begun) {
            step = begun;
        }

        @Override
        public boolean receive(int neuron, double input) {
            if (step < since[neuron]) {
                return false;
            }
            double now = decayed(neuron) + input;
            if (now > 1) {
                since[neuron] = step + refractorySteps[neuron];
                m[neuron] = 0;
                return true;
            }
            since[neuron] = step;
            m[neuron] = now;
            return false;
        }

        private double decayed(int neuron) {
            double elapsedMs = (step - since[neuron]) / stepsPerMs;
            return elapsedMs == 0 ? m[neuron] : m[neuron] * StrictMath.exp(-elapsedMs / tauMs[neuron]);
        }

        @Override
        public void setCurrent(int neuron, double currentPa) {
            throw new UnsupportedOperationException("IntFire1 takes no current, only spikes");
        }

        @Override
        public float value(int variable, int neuron) {
            return (float) (step < since[neuron] ? FIRED : decayed(neuron));
        }

        @Override
        public int stateWords() {
            return 4;
        }

        @Override
        public void copyState(int neuron, int[] target, int offset) {
            long bits = Double.doubleToRawLongBits(m[neuron]);
            target[offset] = (int) bits;
            target[offset + 1] = (int) (bits >>> 32);
            target[offset + 2] = (int) since[neuron];
            target[offset + 3] = (int) (since[neuron] >>> 32);
        }

        @Override
        public void restoreState(long nextStep, int neuron, int[] source, int offset) {
            step = nextStep - 1;
            m[neuron] = Double.longBitsToDouble(joined(source, offset));
            since[neuron] = joined(source, offset + 2);
        }

        private static long joined(int[] words, int at) {
            return (words[at] & 0xFFFFFFFFL) | (long) words[at + 1] << 32;
        }
    }
}
