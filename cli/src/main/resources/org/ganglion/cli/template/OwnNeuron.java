import java.util.List;
import java.util.Map;
import org.ganglion.network.neuron.*;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.*;

/** A neuron model to change: a leaky integrator, stepped by Euler's method, whose potential jumps with each spike. */
public final class OwnNeuron implements NeuronModel {

    /** What can be set and recorded, with units, defaults and bounds: ganglion checks files by it. */
    @Override
    public Description description() {
        return new Description(
                "own_neuron",
                "Leaky integrator whose potential jumps with every incoming spike.",
                """
                dV_m/dt = -V_m/tau_m + I/C_m, and V_m jumps by the weight of each spike
                V_m >= V_th: spike, V_m = 0""",
                "Euler's method, one step of dt.",
                List.of(
                        ParameterSpec.real("tau_m", Unit.MILLISECOND, 20, Range.POSITIVE, "time constant"),
                        ParameterSpec.real("C_m", Unit.PICOFARAD, 250, Range.POSITIVE, "capacitance"),
                        ParameterSpec.real("V_th", Unit.MILLIVOLT, 20, Range.POSITIVE, "potential at which it fires"),
                        ParameterSpec.real("I_e", Unit.PICOAMPERE, 0, Range.ANY, "constant current")),
                List.of(VariableSpec.startingAt(0, "V_m", Unit.MILLIVOLT, "potential, from rest")),
                "");
    }

    /** What arrives: one sum of weights in mV, of either sign. */
    @Override
    public List<Receptor> receptors(Map<String, Distribution> parameters) {
        return List.of(new Receptor("jump", Unit.MILLIVOLT, Receptor.Sign.ANY));
    }

    @Override
    public NeuronState create(Columns columns, double dtMs) {
        return new State(columns, dtMs);
    }

    private static final class State implements NeuronState {
        private final Columns columns;
        private final double dtMs;
        private final float[] v; // [neuron], in mV
        private final float[] rise; // [neuron], in mV a step
        private final float[] leak; // [neuron], share of the potential lost in a step
        private final float[] threshold;

        State(Columns columns, double dtMs) {
            this.columns = columns;
            this.dtMs = dtMs;
            int size = columns.paddedSize();
            v = new float[size];
            rise = new float[size];
            leak = new float[size];
            threshold = new float[size];
            for (int i = 0; i < size; i++) {
                v[i] = (float) columns.initial("V_m", i);
                leak[i] = (float) (dtMs / columns.parameter("tau_m", i));
                threshold[i] = (float) columns.parameter("V_th", i);
                setCurrent(i, 0);
            }
        }

        @Override
        public void begin(long step) {}

        /** One step of dt: what you will want to change. */
        private float update(int i, float jump) {
            return v[i] - leak[i] * v[i] + rise[i] + jump;
        }

        @Override
        public void step(int first, int end, float[][] input, long[] fired) {
            for (int word = first; word < end; word += 64) {
                long bits = 0;
                for (int i = word; i < word + 64; i++) {
                    v[i] = update(i, input[0][i - first]);
                    if (v[i] >= threshold[i]) {
                        bits |= 1L << i;
                        v[i] = 0;
                    }
                }
                fired[word >>> 6] = bits;
            }
        }

        @Override
        public void setCurrent(int neuron, double currentPa) {
            double total = columns.parameter("I_e", neuron) + currentPa;
            rise[neuron] = (float) (dtMs * total / columns.parameter("C_m", neuron));
        }

        @Override
        public float value(int variable, int neuron) {
            return v[neuron];
        }

        @Override
        public int stateWords() {
            return 1;
        }

        /** All that decides the future of a neuron: checkpoints keep it. */
        @Override
        public void copyState(int neuron, int[] target, int offset) {
            target[offset] = Float.floatToIntBits(v[neuron]);
        }

        @Override
        public void restoreState(long nextStep, int neuron, int[] source, int offset) {
            v[neuron] = Float.intBitsToFloat(source[offset]);
        }
    }
}
