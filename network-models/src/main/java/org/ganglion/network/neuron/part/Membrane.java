package org.ganglion.network.neuron.part;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;

/**
 * The membranes of a slice of leaky integrate-and-fire neurons: potential, leak, threshold, reset, refractory period and
 * the constant part of the current. What comes in through synapses is the model's own.
 */
public final class Membrane {
    public static final ParameterSpec E_L =
            ParameterSpec.real("E_L", Unit.MILLIVOLT, -70, Range.ANY, "resting potential");
    public static final ParameterSpec C_M =
            ParameterSpec.real("C_m", Unit.PICOFARAD, 250, Range.POSITIVE, "capacitance of the membrane");
    public static final ParameterSpec TAU_M =
            ParameterSpec.real("tau_m", Unit.MILLISECOND, 10, Range.POSITIVE, "time constant of the membrane");
    public static final ParameterSpec T_REF = ParameterSpec.real(
            "t_ref",
            Unit.MILLISECOND,
            2,
            Range.NOT_NEGATIVE,
            "length of the refractory period, rounded to the nearest step");
    public static final ParameterSpec V_TH =
            ParameterSpec.real("V_th", Unit.MILLIVOLT, -55, Range.ANY, "potential at which the neuron fires");
    public static final ParameterSpec V_RESET = ParameterSpec.real(
            "V_reset", Unit.MILLIVOLT, -70, Range.ANY, "potential after a spike, held for the refractory period");
    public static final ParameterSpec V_MIN = ParameterSpec.real(
            "V_min",
            Unit.MILLIVOLT,
            Double.NEGATIVE_INFINITY,
            new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, false),
            "potential below which the neuron is not taken; unbounded unless set");
    public static final ParameterSpec I_E =
            ParameterSpec.real("I_e", Unit.PICOAMPERE, 0, Range.ANY, "constant current into the neuron");
    public static final VariableSpec V_M =
            VariableSpec.startingAt("E_L", "V_m", Unit.MILLIVOLT, "potential of the membrane");

    /** What models with such membranes say of their integration. */
    public static final String INTEGRATION =
            "Exact between spikes but for rounding, in single precision. A change in a step of less than half a unit in the"
                    + " last place of V_m - E_L is lost, so that V_m stops up to 4.8e-7 mV * tau_m/dt short of its steady"
                    + " state where that is 8 to 16 mV from E_L, twice as much from 16 to 32 mV, half as much from 4 to 8 mV,"
                    + " and so on: 4.8e-5 mV with tau_m = 10 ms and dt = 0.1 ms, but 0.024 mV with 50 ms and 0.001 ms. There"
                    + " a longer dt is more exact.";

    /** Half a unit in the last place of a float from 8 to 16. */
    private static final double LOST_MV = 0.5 * Math.ulp(8f);

    /** More steps in a time constant are worth a note: some 5 microvolt are lost. */
    private static final double MANY_STEPS = 10_000;

    /** Words that {@link #copyState} writes. */
    public static final int STATE_WORDS = 2;

    /** Potential above {@code E_L} in mV, {@code [neuron]}: near 0, where floats are finest. */
    public final float[] v;

    /** {@link Propagators#leak}. */
    public final Column leak;

    /** What the constant and the injected current add to the potential in a step, in mV. */
    public final Column drive;

    /** {@code V_th - E_L} in mV. */
    public final Column threshold;

    /** Who is held at the reset, and until when. */
    public final Refractory refractory;

    private final boolean vector;
    private final Column rest;
    private final Column reset;
    private final Column bound;
    private final boolean bounded;

    /** mV per pA, and the constant current in pA, {@code [neuron]}; empty when no currents are injected. */
    private final double[] gain;

    private final double[] constantCurrent;

    /**
     * @param mayBeBounded whether the model has the parameter {@code V_min}
     * @param vector whether to use the vector form of the loops, or the scalar one that specifies it
     */
    public Membrane(Columns columns, double dtMs, boolean mayBeBounded, boolean vector) {
        this.vector = vector;
        v = new float[columns.paddedSize()];
        for (int i = 0; i < v.length; i++) {
            v[i] = (float) (columns.initial("V_m", i) - columns.parameter("E_L", i));
        }
        leak = Column.of(columns, i -> Propagators.leak(dtMs, columns.parameter("tau_m", i)), "tau_m");
        rest = Column.of(columns, i -> columns.parameter("E_L", i), "E_L");
        threshold = aboveRest(columns, "V_th");
        reset = aboveRest(columns, "V_reset");
        bound = mayBeBounded ? aboveRest(columns, "V_min") : Column.constant(Double.NEGATIVE_INFINITY);
        bounded = bound.mask != 0 || bound.at(0) != Float.NEGATIVE_INFINITY;
        refractory = new Refractory(columns, dtMs);

        boolean injected = columns.currentsInjected();
        gain = new double[injected ? v.length : 0];
        constantCurrent = new double[gain.length];
        for (int i = 0; i < gain.length; i++) {
            gain[i] = gain(columns, dtMs, i);
            constantCurrent[i] = columns.parameter("I_e", i);
        }
        drive = injected
                ? Column.perNeuron(columns, i -> gain[i] * constantCurrent[i])
                : Column.of(columns, i -> gain(columns, dtMs, i) * columns.parameter("I_e", i), "tau_m", "C_m", "I_e");
    }

    private static Column aboveRest(Columns columns, String parameter) {
        return Column.of(columns, i -> columns.parameter(parameter, i) - columns.parameter("E_L", i), parameter, "E_L");
    }

    private static double gain(Columns columns, double dtMs, int neuron) {
        return Propagators.constantCurrent(dtMs, columns.parameter("tau_m", neuron), columns.parameter("C_m", neuron));
    }

    /** See {@link NeuronModel#check}. */
    public static void check(Map<String, Double> parameters, BiConsumer<String, String> report) {
        mustBeBelowThreshold("V_reset", parameters, report);
        mustBeBelowThreshold("V_min", parameters, report);
    }

    /** Reports a potential that is at or above {@code V_th}. */
    public static void mustBeBelowThreshold(
            String name, Map<String, Double> parameters, BiConsumer<String, String> report) {
        double threshold = parameters.getOrDefault("V_th", Double.NaN);
        double value = parameters.getOrDefault(name, Double.NaN);
        if (value >= threshold) {
            report.accept(
                    name,
                    Unit.MILLIVOLT.format(value) + " is not below V_th (" + Unit.MILLIVOLT.format(threshold)
                            + "); lower " + name + " or raise V_th");
        }
    }

    /** See {@link NeuronModel#note}: tells how far rounding keeps the potential of a usual neuron from its steady state. */
    public static Optional<String> note(Map<String, Distribution> parameters, double dtMs) {
        double tauMs = parameters
                .getOrDefault("tau_m", Distribution.constant(Double.NaN))
                .quantile(0.5);
        double steps = tauMs / dtMs;
        return steps > MANY_STEPS
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "V_m is in single precision and, 8 to 16 mV from E_L, does not come closer than %.2g mV to its steady"
                                + " state, because tau_m is %,.0f steps; a longer step is more exact",
                        LOST_MV * steps,
                        steps))
                : Optional.empty();
    }

    /** Whether leak and threshold are the same for all neurons. */
    public boolean isUniform() {
        return (leak.mask | threshold.mask) == 0;
    }

    /** See {@link NeuronState#begin}. */
    public void begin(long step) {
        refractory.begin(step);
    }

    /**
     * Ends the step of some neurons, once the model has advanced {@link #v} and found who fired: applies the lower
     * bound, resets those who fired and holds them.
     */
    public void finish(int first, int end, long[] fired) {
        if (bounded && vector) {
            LowerBoundVector.apply(first, end, v, refractory.held, bound);
        } else if (bounded) {
            LowerBound.apply(first, end, v, refractory.held, bound);
        }
        for (int word = first >>> 6; word < end >>> 6; word++) {
            for (long bits = fired[word]; bits != 0; bits &= bits - 1) {
                int neuron = (word << 6) + Long.numberOfTrailingZeros(bits);
                v[neuron] = reset.at(neuron);
                refractory.hold(neuron);
            }
        }
    }

    /** See {@link NeuronState#setCurrent}. */
    public void setCurrent(int neuron, double currentPa) {
        if (gain.length == 0) {
            throw new IllegalStateException("a current is injected, but none was announced when the neurons were made");
        }
        drive.values[neuron] = (float) (gain[neuron] * (constantCurrent[neuron] + currentPa));
    }

    /** The potential in mV. */
    public float potential(int neuron) {
        return v[neuron] + rest.at(neuron);
    }

    /** See {@link NeuronState#copyState}. */
    public void copyState(int neuron, int[] target, int offset) {
        target[offset] = Float.floatToIntBits(v[neuron]);
        target[offset + 1] = refractory.remaining(neuron);
    }

    /** See {@link NeuronState#restoreState}. */
    public void restoreState(long nextStep, int neuron, int[] source, int offset) {
        v[neuron] = Float.intBitsToFloat(source[offset]);
        refractory.restore(nextStep, neuron, source[offset + 1]);
    }
}
