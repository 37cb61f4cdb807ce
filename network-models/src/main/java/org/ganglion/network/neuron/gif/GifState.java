package org.ganglion.network.neuron.gif;

import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.part.DirectCurrent;
import org.ganglion.network.neuron.part.DoubleColumn;
import org.ganglion.network.neuron.part.DoubleWords;
import org.ganglion.network.neuron.part.Pass;
import org.ganglion.network.neuron.part.Propagators;
import org.ganglion.network.neuron.part.Refractory;

/** The neurons of a slice of {@link GifPscExp}. Potentials and thresholds are in mV above {@code E_L}. */
final class GifState implements NeuronState {
    /** Words of {@link #copyState} before those of the adaptation. */
    private static final int OF_MEMBRANES = 1 + 3 * DoubleWords.WORDS;

    private final Membranes membranes;
    private final SpikeTriggered threshold;
    private final SpikeTriggered current;
    private final EscapeNoise noise;
    private final DoubleColumn rest;

    /** What moves potentials and currents, and what draws who fires. */
    private final Pass[] advance;

    private final Pass[] escape;
    private long step;

    GifState(Columns columns, double dtMs, boolean vector) {
        membranes = Membranes.of(columns, dtMs);
        DoubleColumn base = aboveRest(columns, "V_T_star");
        threshold = new SpikeTriggered(columns, dtMs, "tau_sfa", "q_sfa", base, vector);
        current = new SpikeTriggered(columns, dtMs, "tau_stc", "q_stc", DoubleColumn.constant(0), vector);
        noise = EscapeNoise.of(columns, dtMs);
        rest = DoubleColumn.of(columns, "E_L");
        DoubleColumn exLeak = currentLeak(columns, dtMs, "tau_syn_ex");
        DoubleColumn inLeak = currentLeak(columns, dtMs, "tau_syn_in");
        advance = vector ? advanceVectors(exLeak, inLeak) : advanceNeurons(exLeak, inLeak);
        escape = vector ? escapeVectors() : escapeNeurons();
    }

    private static DoubleColumn currentLeak(Columns columns, double dtMs, String tauSyn) {
        return DoubleColumn.of(columns, i -> Propagators.leak(dtMs, columns.parameter(tauSyn, i)), tauSyn);
    }

    private Pass[] advanceNeurons(DoubleColumn exLeak, DoubleColumn inLeak) {
        return new Pass[] {
            (first, end, input, fired) -> threshold.advance(first, end),
            (first, end, input, fired) -> current.advance(first, end),
            (first, end, input, fired) -> GifStep.current(first, end, membranes.exPa, exLeak, input[0]),
            (first, end, input, fired) -> GifStep.current(first, end, membranes.inPa, inLeak, input[1]),
            (first, end, input, fired) -> GifStep.potential(first, end, membranes, current.sum)
        };
    }

    private Pass[] advanceVectors(DoubleColumn exLeak, DoubleColumn inLeak) {
        return new Pass[] {
            (first, end, input, fired) -> threshold.advance(first, end),
            (first, end, input, fired) -> current.advance(first, end),
            (first, end, input, fired) -> GifStepVector.current(first, end, membranes.exPa, exLeak, input[0]),
            (first, end, input, fired) -> GifStepVector.current(first, end, membranes.inPa, inLeak, input[1]),
            (first, end, input, fired) -> GifStepVector.potential(first, end, membranes, current.sum)
        };
    }

    private Pass[] escapeNeurons() {
        long[] held = membranes.refractory.held;
        return new Pass[] {
            (first, end, input, fired) -> GifStep.exponent(first, end, noise, membranes.v, threshold.sum),
            (first, end, input, fired) -> GifStep.hazard(first, end, noise),
            (first, end, input, fired) -> GifStep.probability(first, end, noise),
            (first, end, input, fired) -> GifStep.draw(first, end, noise, step, held, fired)
        };
    }

    private Pass[] escapeVectors() {
        long[] held = membranes.refractory.held;
        return new Pass[] {
            (first, end, input, fired) -> GifStepVector.exponent(first, end, noise, membranes.v, threshold.sum),
            (first, end, input, fired) -> GifStepVector.hazard(first, end, noise),
            (first, end, input, fired) -> GifStepVector.probability(first, end, noise),
            (first, end, input, fired) -> GifStepVector.draw(first, end, noise, step, held, fired)
        };
    }

    /**
     * Potentials and what moves them.
     *
     * @param v potential, {@code [neuron]}
     * @param exPa excitatory synaptic current at the end of the last step, in pA, {@code [neuron]}
     * @param inPa inhibitory one
     * @param leak {@link Propagators#leak} of the potential
     * @param gain what a constant current of 1 pA adds to the potential in a step, in mV
     * @param exGain what an excitatory current, 1 pA at the end of the step, adds to it
     * @param inGain likewise
     */
    record Membranes(
            double[] v,
            double[] exPa,
            double[] inPa,
            DoubleColumn leak,
            DoubleColumn gain,
            DoubleColumn exGain,
            DoubleColumn inGain,
            DoubleColumn reset,
            DirectCurrent direct,
            Refractory refractory) {

        static Membranes of(Columns columns, double dtMs) {
            double[] v = new double[columns.paddedSize()];
            for (int i = 0; i < v.length; i++) {
                v[i] = columns.initial("V_m", i) - columns.parameter("E_L", i);
            }
            return new Membranes(
                    v,
                    new double[columns.paddedSize()],
                    new double[columns.paddedSize()],
                    DoubleColumn.of(columns, i -> Propagators.leak(dtMs, tauMs(columns, i)), "C_m", "g_L"),
                    DoubleColumn.of(
                            columns,
                            i -> Propagators.constantCurrent(dtMs, tauMs(columns, i), columns.parameter("C_m", i)),
                            "C_m",
                            "g_L"),
                    gain(columns, dtMs, "tau_syn_ex"),
                    gain(columns, dtMs, "tau_syn_in"),
                    aboveRest(columns, "V_reset"),
                    DirectCurrent.of(columns, "I_e"),
                    new Refractory(columns, dtMs));
        }

        private static DoubleColumn gain(Columns columns, double dtMs, String tauSyn) {
            return DoubleColumn.of(
                    columns,
                    i -> Propagators.exponentialCurrent(
                            dtMs, columns.parameter(tauSyn, i), tauMs(columns, i), columns.parameter("C_m", i)),
                    tauSyn,
                    "C_m",
                    "g_L");
        }

        private static double tauMs(Columns columns, int neuron) {
            return columns.parameter("C_m", neuron) / columns.parameter("g_L", neuron);
        }
    }

    private static DoubleColumn aboveRest(Columns columns, String parameter) {
        return DoubleColumn.of(
                columns, i -> columns.parameter(parameter, i) - columns.parameter("E_L", i), parameter, "E_L");
    }

    @Override
    public void begin(long nextStep) {
        step = nextStep;
        membranes.refractory.begin(nextStep);
    }

    @Override
    public void step(int first, int end, float[][] input, long[] fired) {
        advance(first, end, input, fired);
        Pass.runAll(escape, first, end, input, fired);
        finish(first, end, fired);
    }

    /** All of the step but the spikes. */
    void advance(int first, int end, float[][] input, long[] fired) {
        Pass.runAll(advance, first, end, input, fired);
    }

    /** What spikes of this step do to the neurons that fired. */
    void finish(int first, int end, long[] fired) {
        for (int word = first >>> 6; word < end >>> 6; word++) {
            for (long bits = fired[word]; bits != 0; bits &= bits - 1) {
                int neuron = (word << 6) + Long.numberOfTrailingZeros(bits);
                threshold.spike(neuron);
                current.spike(neuron);
                membranes.refractory.hold(neuron);
            }
        }
    }

    @Override
    public void setCurrent(int neuron, double currentPa) {
        membranes.direct.set(neuron, currentPa);
    }

    @Override
    public float value(int variable, int neuron) {
        return (float)
                switch (variable) {
                    case 0 -> rest.at(neuron) + membranes.v[neuron];
                    case 1 -> rest.at(neuron) + threshold.sum[neuron];
                    case 2 -> current.sum[neuron];
                    case 3 -> membranes.exPa[neuron];
                    case 4 -> membranes.inPa[neuron];
                    default -> throw new IllegalArgumentException("no state variable " + variable);
                };
    }

    @Override
    public int stateWords() {
        return OF_MEMBRANES + threshold.stateWords() + current.stateWords();
    }

    @Override
    public void copyState(int neuron, int[] target, int offset) {
        target[offset] = membranes.refractory.remaining(neuron);
        DoubleWords.put(membranes.v[neuron], target, offset + 1);
        DoubleWords.put(membranes.exPa[neuron], target, offset + 1 + DoubleWords.WORDS);
        DoubleWords.put(membranes.inPa[neuron], target, offset + 1 + 2 * DoubleWords.WORDS);
        threshold.copyState(neuron, target, offset + OF_MEMBRANES);
        current.copyState(neuron, target, offset + OF_MEMBRANES + threshold.stateWords());
    }

    @Override
    public void restoreState(long nextStep, int neuron, int[] source, int offset) {
        membranes.refractory.restore(nextStep, neuron, source[offset]);
        membranes.v[neuron] = DoubleWords.get(source, offset + 1);
        membranes.exPa[neuron] = DoubleWords.get(source, offset + 1 + DoubleWords.WORDS);
        membranes.inPa[neuron] = DoubleWords.get(source, offset + 1 + 2 * DoubleWords.WORDS);
        threshold.restoreState(neuron, source, offset + OF_MEMBRANES);
        current.restoreState(neuron, source, offset + OF_MEMBRANES + threshold.stateWords());
    }
}
