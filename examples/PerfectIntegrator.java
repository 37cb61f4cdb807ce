import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.neuron.*;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.*;

/**
 * Integrate-and-fire neuron without a leak, whose potential jumps with every incoming spike.
 *
 * <p>G. L. Gerstein and B. Mandelbrot (1964), Random walk models for the spike activity of a single neuron, Biophysical
 * Journal 4:41-68, doi 10.1016/S0006-3495(64)86768-0. Expect intervals that follow the inverse Gaussian distribution.
 */
public final class PerfectIntegrator implements NeuronModel {

    @Override
    public Description description() {
        return new Description(
                "perfect_integrator",
                "Integrate-and-fire neuron without a leak, whose potential jumps with every incoming spike.",
                """
                dV_m/dt = I/C_m, and V_m jumps by the weight of each spike
                V_m >= V_th: spike, V_m = V_reset""",
                "Exact.",
                List.of(
                        ParameterSpec.real("C_m", Unit.PICOFARAD, 250, Range.POSITIVE, "capacitance of the membrane"),
                        ParameterSpec.real("V_th", Unit.MILLIVOLT, 20, Range.ANY, "potential at which it fires"),
                        ParameterSpec.real("V_reset", Unit.MILLIVOLT, 0, Range.ANY, "potential after a spike"),
                        ParameterSpec.real("I_e", Unit.PICOAMPERE, 0, Range.ANY, "constant current")),
                List.of(VariableSpec.startingAt("V_reset", "V_m", Unit.MILLIVOLT, "potential of the membrane")),
                "Gerstein GL, Mandelbrot B (1964), Biophysical Journal 4:41-68, doi:10.1016/S0006-3495(64)86768-0");
    }

    /** One sum of weights, of either sign, in mV. */
    @Override
    public List<Receptor> receptors(Map<String, Distribution> parameters) {
        return List.of(new Receptor("jump", Unit.MILLIVOLT, Receptor.Sign.ANY));
    }

    /** What single ranges cannot say. */
    @Override
    public void check(Map<String, Double> parameters, BiConsumer<String, String> report) {
        if (parameters.get("V_reset") >= parameters.get("V_th")) {
            report.accept("V_reset", "is not below V_th; lower V_reset or raise V_th");
        }
    }

    @Override
    public NeuronState create(Columns columns, double dtMs) {
        return new State(columns, dtMs);
    }

    /** Some neurons of a population: arrays, stepped by one loop. */
    private static final class State implements NeuronState {
        private final float[] v; // [neuron], in mV
        private final float[] rise; // [neuron], in mV a step
        private final float[] threshold;
        private final float[] reset;
        private final double[] stepOverCapacitance; // in mV / pA
        private final double[] constantPa;

        State(Columns columns, double dtMs) {
            int size = columns.paddedSize(); // a multiple of 64; what is beyond columns.size() is ignored
            v = new float[size];
            rise = new float[size];
            threshold = new float[size];
            reset = new float[size];
            stepOverCapacitance = new double[size];
            constantPa = new double[size];
            for (int i = 0; i < size; i++) {
                v[i] = (float) columns.initial("V_m", i);
                threshold[i] = (float) columns.parameter("V_th", i);
                reset[i] = (float) columns.parameter("V_reset", i);
                stepOverCapacitance[i] = dtMs / columns.parameter("C_m", i);
                constantPa[i] = columns.parameter("I_e", i);
                setCurrent(i, 0);
            }
        }

        @Override
        public void begin(long step) {}

        /** Nothing but arithmetic on arrays: no allocation, no configuration, no elementary functions. */
        @Override
        public void step(int first, int end, float[][] input, long[] fired) {
            for (int word = first; word < end; word += 64) {
                long bits = 0;
                for (int i = word; i < word + 64; i++) {
                    v[i] += rise[i] + input[0][i - first];
                    if (v[i] >= threshold[i]) {
                        bits |= 1L << i;
                        v[i] = reset[i];
                    }
                }
                fired[word >>> 6] = bits;
            }
        }

        @Override
        public void setCurrent(int neuron, double currentPa) {
            rise[neuron] = (float) (stepOverCapacitance[neuron] * (constantPa[neuron] + currentPa));
        }

        @Override
        public float value(int variable, int neuron) {
            return v[neuron];
        }

        @Override
        public int stateWords() {
            return 1;
        }

        /** All that decides the future of a neuron, for checkpoints: here the potential alone. */
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
