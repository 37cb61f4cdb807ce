package org.ganglion.network.neuron.simple;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.part.DirectCurrent;
import org.ganglion.network.neuron.part.DoubleColumn;
import org.ganglion.network.neuron.part.DoubleWords;
import org.ganglion.network.neuron.part.Membrane;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;

/**
 * Quadratic neuron with a recovery variable that imitates many firing patterns, in the two discrete forms that are in
 * use.
 *
 * <p>With {@code consistent_integration} both variables take one step of Euler's method from their old values, and a
 * spike makes {@code V_m} jump by its weight in mV. Without it the step is that of the paper: two half steps of
 * {@code V_m} with the old {@code U_m}, then {@code U_m} with the new {@code V_m}; the weight of a spike, in pA, is a
 * current that flows for this one step. The paper's step is 1 ms. Results depend on the step in both forms: it belongs
 * to the model.
 *
 * <p>E. M. Izhikevich (2003), doi:10.1109/TNN.2003.820440.
 */
public final class Izhikevich implements NeuronModel {
    private static final int POTENTIAL = 0;

    private static final Description DESCRIPTION = new Description(
            "izhikevich",
            "Quadratic neuron with a recovery variable that imitates many firing patterns.",
            """
            dV_m/dt = 0.04 V_m^2 + 5 V_m + 140 - U_m + I
            dU_m/dt = a (b V_m - U_m)
            V_m >= V_th: spike, V_m = c, U_m = U_m + d
            consistent_integration: a step of Euler's method, and V_m jumps by the weight of each spike (mV)
            otherwise: two half steps of V_m, then U_m with the new V_m; weights (pA) add to I for one step""",
            "The step belongs to the model: results depend on it. With consistent_integration it is one of Euler's method;"
                    + " otherwise two half steps of V_m and then one of U_m, as in the paper, whose step is 1 ms. In double"
                    + " precision.",
            List.of(
                    ParameterSpec.real("a", Unit.NONE, 0.02, Range.ANY, "rate of the recovery variable, in 1/ms"),
                    ParameterSpec.real(
                            "b", Unit.NONE, 0.2, Range.ANY, "how strongly the recovery variable follows V_m, in 1/ms"),
                    ParameterSpec.real("c", Unit.MILLIVOLT, -65, Range.ANY, "V_m after a spike"),
                    ParameterSpec.real("d", Unit.MILLIVOLT, 8, Range.ANY, "what a spike adds to U_m"),
                    Membrane.I_E,
                    ParameterSpec.real("V_th", Unit.MILLIVOLT, 30, Range.ANY, "potential at which the neuron fires"),
                    Membrane.V_MIN,
                    ParameterSpec.onOff(
                            "consistent_integration",
                            true,
                            "Euler's method, and spikes as jumps; otherwise the paper's steps, and spikes as currents")),
            List.of(
                    VariableSpec.startingAt(-65, "V_m", Unit.MILLIVOLT, "potential of the membrane"),
                    VariableSpec.startingAt(0, "U_m", Unit.MILLIVOLT, "recovery variable, in mV/ms")),
            "Izhikevich EM (2003), IEEE Transactions on Neural Networks 14:1569-1572, doi:10.1109/TNN.2003.820440");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Receptor> receptors(Map<String, Distribution> parameters) {
        Distribution consistent = parameters.get("consistent_integration");
        boolean jump = consistent == null || consistent.quantile(0.5) != 0;
        return List.of(
                jump
                        ? new Receptor("jump", Unit.MILLIVOLT, Receptor.Sign.ANY)
                        : new Receptor("current", Unit.PICOAMPERE, Receptor.Sign.ANY));
    }

    @Override
    public void check(Map<String, Double> parameters, BiConsumer<String, String> report) {
        Membrane.mustBeBelowThreshold("c", parameters, report);
        Membrane.mustBeBelowThreshold("V_min", parameters, report);
    }

    @Override
    public NeuronState create(Columns columns, double dtMs) {
        return new State(
                Cells.of(columns, dtMs), columns.parameter("consistent_integration", 0) != 0, columns.worthVectors());
    }

    /**
     * The neurons of a slice. Potentials are absolute: those of the equations have no resting value.
     *
     * @param v potential in mV, {@code [neuron]}
     * @param u recovery variable in mV/ms, {@code [neuron]}
     * @param dtMs the step
     * @param pace dt times a
     */
    record Cells(
            double[] v,
            double[] u,
            double dtMs,
            DoubleColumn pace,
            DoubleColumn b,
            DoubleColumn c,
            DoubleColumn d,
            DoubleColumn threshold,
            DoubleColumn bound,
            DirectCurrent current) {

        static Cells of(Columns columns, double dtMs) {
            double[] v = new double[columns.paddedSize()];
            double[] u = new double[columns.paddedSize()];
            for (int i = 0; i < v.length; i++) {
                v[i] = columns.initial("V_m", i);
                u[i] = columns.initial("U_m", i);
            }
            return new Cells(
                    v,
                    u,
                    dtMs,
                    DoubleColumn.of(columns, i -> dtMs * columns.parameter("a", i), "a"),
                    DoubleColumn.of(columns, "b"),
                    DoubleColumn.of(columns, "c"),
                    DoubleColumn.of(columns, "d"),
                    DoubleColumn.of(columns, "V_th"),
                    DoubleColumn.of(columns, "V_min"),
                    DirectCurrent.of(columns, "I_e"));
        }

        /** Whether all coefficients but the current are the same for all neurons. */
        boolean isUniform() {
            return (pace.mask | b.mask | c.mask | d.mask | threshold.mask | bound.mask) == 0;
        }
    }

    private record State(Cells cells, boolean consistent, boolean vector) implements NeuronState {
        @Override
        public void begin(long step) {}

        @Override
        public void step(int first, int end, float[][] input, long[] fired) {
            if (consistent && vector) {
                IzhikevichStepVector.consistent(first, end, cells, input[0], fired);
            } else if (consistent) {
                IzhikevichStep.consistent(first, end, cells, input[0], fired);
            } else if (vector) {
                IzhikevichStepVector.published(first, end, cells, input[0], fired);
            } else {
                IzhikevichStep.published(first, end, cells, input[0], fired);
            }
        }

        @Override
        public void setCurrent(int neuron, double currentPa) {
            cells.current.set(neuron, currentPa);
        }

        @Override
        public float value(int variable, int neuron) {
            return (float) (variable == POTENTIAL ? cells.v[neuron] : cells.u[neuron]);
        }

        @Override
        public int stateWords() {
            return 2 * DoubleWords.WORDS;
        }

        @Override
        public void copyState(int neuron, int[] target, int offset) {
            DoubleWords.put(cells.v[neuron], target, offset);
            DoubleWords.put(cells.u[neuron], target, offset + DoubleWords.WORDS);
        }

        @Override
        public void restoreState(long nextStep, int neuron, int[] source, int offset) {
            cells.v[neuron] = DoubleWords.get(source, offset);
            cells.u[neuron] = DoubleWords.get(source, offset + DoubleWords.WORDS);
        }
    }
}
