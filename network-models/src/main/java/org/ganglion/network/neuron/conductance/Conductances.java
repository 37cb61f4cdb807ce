package org.ganglion.network.neuron.conductance;

import java.util.List;
import java.util.stream.IntStream;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.part.DoubleColumn;
import org.ganglion.network.neuron.part.DoubleWords;
import org.ganglion.network.neuron.part.Pass;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;

/**
 * The conductances of a slice of neurons, which decay between jumps, solved exactly.
 *
 * <p>Each is one part that decays exponentially, or two that together run as an alpha function. Incoming weights are in
 * nS, negative ones for inhibition; conductances are positive for both.
 */
public final class Conductances {
    /** Where weights of zero and above end, then those below zero. */
    public static final List<Receptor> RECEPTORS = List.of(
            new Receptor("excitatory", Unit.NANOSIEMENS, Receptor.Sign.POSITIVE),
            new Receptor("inhibitory", Unit.NANOSIEMENS, Receptor.Sign.NEGATIVE));

    public static final VariableSpec G_EX =
            VariableSpec.startingAt(0, "g_ex", Unit.NANOSIEMENS, "excitatory synaptic conductance");
    public static final VariableSpec G_IN =
            VariableSpec.startingAt(0, "g_in", Unit.NANOSIEMENS, "inhibitory synaptic conductance");

    private static final List<DecayingPart> EXPONENTIAL =
            List.of(new DecayingPart("tau_syn_ex", "E_ex", false), new DecayingPart("tau_syn_in", "E_in", false));
    private static final List<DecayingPart> ALPHA = List.of(
            new DecayingPart("tau_syn_ex", "E_ex", false),
            new DecayingPart("tau_syn_ex", "E_ex", true),
            new DecayingPart("tau_syn_in", "E_in", false),
            new DecayingPart("tau_syn_in", "E_in", true));
    private static final List<DecayingPart> WITH_ADAPTATION = List.of(
            new DecayingPart("tau_syn_ex", "E_ex", false),
            new DecayingPart("tau_syn_in", "E_in", false),
            new DecayingPart("tau_sfa", "E_sfa", false),
            new DecayingPart("tau_rr", "E_rr", false));

    /** Parts that the neuron's own spikes raise, of {@link #withAdaptation}. */
    static final int SFA = 2;

    static final int RR = 3;

    /** What the conductances are made of, in the order of {@link #values}. */
    public final List<DecayingPart> parts;

    /** In nS, or, of a rising part, in nS/ms: {@code [part][neuron]}. */
    public final double[][] values;

    /** What a step leaves of each part. */
    private final DoubleColumn[] decays;

    /** By how much weights of 1 raise each part; zero where none arrive. */
    private final DoubleColumn[] jumps;

    private final boolean alpha;

    /** What lets the parts decay. */
    private final Pass[] passes;

    private Conductances(Columns columns, double dtMs, boolean vector, List<DecayingPart> parts, boolean alpha) {
        this.parts = parts;
        this.alpha = alpha;
        values = new double[parts.size()][columns.paddedSize()];
        decays = new DoubleColumn[parts.size()];
        jumps = new DoubleColumn[parts.size()];
        for (int p = 0; p < parts.size(); p++) {
            DecayingPart part = parts.get(p);
            String tau = part.tau();
            double sign = part.reversal().equals("E_ex") ? 1 : part.reversal().equals("E_in") ? -1 : 0;
            decays[p] = DoubleColumn.of(columns, i -> StrictMath.exp(-dtMs / columns.parameter(tau, i)), tau);
            jumps[p] = part.rising()
                    ? DoubleColumn.of(columns, i -> sign * StrictMath.E / columns.parameter(tau, i), tau)
                    : DoubleColumn.constant(alpha ? 0 : sign);
        }
        passes = alpha
                ? new Pass[] {rise(0, dtMs, vector), rise(2, dtMs, vector)}
                : IntStream.range(0, parts.size())
                        .mapToObj(p -> decay(p, vector))
                        .toArray(Pass[]::new);
    }

    /** {@code g_ex} and {@code g_in}, which jump with each spike and decay exponentially. */
    public static Conductances exponential(Columns columns, double dtMs, boolean vector) {
        Conductances result = new Conductances(columns, dtMs, vector, EXPONENTIAL, false);
        result.start(columns, 0, "g_ex");
        result.start(columns, 1, "g_in");
        return result;
    }

    /** {@code g_ex} and {@code g_in} as alpha functions, each with its rise behind it. */
    public static Conductances alpha(Columns columns, double dtMs, boolean vector) {
        Conductances result = new Conductances(columns, dtMs, vector, ALPHA, true);
        result.start(columns, 0, "g_ex");
        result.start(columns, 2, "g_in");
        return result;
    }

    /** {@code g_ex} and {@code g_in}, then {@code g_sfa} and {@code g_rr}, which jump with the neuron's own spikes. */
    static Conductances withAdaptation(Columns columns, double dtMs, boolean vector) {
        Conductances result = new Conductances(columns, dtMs, vector, WITH_ADAPTATION, false);
        result.start(columns, 0, "g_ex");
        result.start(columns, 1, "g_in");
        result.start(columns, SFA, "g_sfa");
        result.start(columns, RR, "g_rr");
        return result;
    }

    private void start(Columns columns, int part, String variable) {
        for (int i = 0; i < values[part].length; i++) {
            values[part][i] = columns.initial(variable, i);
        }
    }

    /** The parameter {@code tau_syn_ex}. */
    public static ParameterSpec tauSynEx(double standardMs) {
        return ParameterSpec.real(
                "tau_syn_ex",
                Unit.MILLISECOND,
                standardMs,
                Range.POSITIVE,
                "time constant of the excitatory synaptic conductance");
    }

    /** The parameter {@code tau_syn_in}. */
    public static ParameterSpec tauSynIn(double standardMs) {
        return ParameterSpec.real(
                "tau_syn_in",
                Unit.MILLISECOND,
                standardMs,
                Range.POSITIVE,
                "time constant of the inhibitory synaptic conductance");
    }

    /** How many conductances there are; an alpha function is one. */
    public int count() {
        return alpha ? parts.size() / 2 : parts.size();
    }

    /** A conductance in nS. */
    public double conductance(int index, int neuron) {
        return values[alpha ? 2 * index : index][neuron];
    }

    /** Lets conductances decay over the step, and adds what arrives at its end; see {@link NeuronState#step}. */
    public void finishStep(int first, int end, float[][] input, long[] fired) {
        Pass.runAll(passes, first, end, input, fired);
    }

    private Pass decay(int part, boolean vector) {
        double[] g = values[part];
        DoubleColumn decay = decays[part];
        DoubleColumn jump = jumps[part];
        boolean fed = part < RECEPTORS.size();
        if (fed && vector) {
            return (first, end, input, fired) -> ConductanceStepVector.decay(first, end, g, decay, jump, input[part]);
        } else if (fed) {
            return (first, end, input, fired) -> ConductanceStep.decay(first, end, g, decay, jump, input[part]);
        } else if (vector) {
            return (first, end, input, fired) -> ConductanceStepVector.decay(first, end, g, decay);
        }
        return (first, end, input, fired) -> ConductanceStep.decay(first, end, g, decay);
    }

    private Pass rise(int part, double dtMs, boolean vector) {
        int receptor = part / 2;
        double[] g = values[part];
        double[] slope = values[part + 1];
        DoubleColumn decay = decays[part];
        DoubleColumn jump = jumps[part + 1];
        return vector
                ? (first, end, input, fired) ->
                        ConductanceStepVector.rise(first, end, dtMs, g, slope, decay, jump, input[receptor])
                : (first, end, input, fired) ->
                        ConductanceStep.rise(first, end, dtMs, g, slope, decay, jump, input[receptor]);
    }

    /** How fast the rise of a conductance goes on, in nS/ms; 0 for exponential ones. */
    double slope(int index, int neuron) {
        return alpha ? values[2 * index + 1][neuron] : 0;
    }

    /** The first part of each conductance. */
    List<DecayingPart> ofEachConductance() {
        return parts.stream().filter(part -> !part.rising()).toList();
    }

    /** Words that {@link #copyState} writes. */
    public int stateWords() {
        return values.length * DoubleWords.WORDS;
    }

    /** See {@link NeuronState#copyState}. */
    public void copyState(int neuron, int[] target, int offset) {
        for (int p = 0; p < values.length; p++) {
            int at = offset + p * DoubleWords.WORDS;
            DoubleWords.put(values[p][neuron], target, at, at + 1);
        }
    }

    /** See {@link NeuronState#restoreState}. */
    public void restoreState(int neuron, int[] source, int offset) {
        for (int p = 0; p < values.length; p++) {
            int at = offset + p * DoubleWords.WORDS;
            values[p][neuron] = DoubleWords.get(source, at, at + 1);
        }
    }
}
