package org.ganglion.network.neuron.aeif;

import java.util.ArrayList;
import java.util.List;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.conductance.ConductanceMembrane;
import org.ganglion.network.neuron.conductance.Conductances;
import org.ganglion.network.neuron.conductance.Flow;
import org.ganglion.network.neuron.conductance.Roughness;
import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.DoubleWords;
import org.ganglion.network.neuron.part.ExpVector;
import org.ganglion.network.neuron.part.Pass;

/**
 * Adaptive exponential integrate-and-fire neurons with conductances: what {@link AeifCondExp} and {@link AeifCondAlpha}
 * have in common.
 *
 * <p>The linear part of the equation of the potential is carried over each half of a step by its {@link Flow}; spike
 * current and adaptation by the classical method of Runge and Kutta between them, in the way of J. D. Lawson (1967),
 * doi:10.1137/0704033. Neurons for which this is not accurate, among them all that come near their peak, go through
 * {@link AeifFine}.
 */
final class AeifNeurons implements NeuronState {
    static final String INTEGRATION = """
            Conductances decay exactly. The linear part of the equation of V_m is carried over each half of a step by
            Magnus' series, spike current and adaptation by the classical method of Runge and Kutta between them: typically
            within 1e-6 mV a step. Neurons on the upstroke of a spike, and those whose input changes too much in a step, are
            taken through it by the method of Dormand and Prince with an error of 1e-8 mV. A spike resets the neuron at the
            moment inside the step at which V_m reaches V_peak; it counts for the end of the step.""";

    /** Neurons that are taken through all kernels before the next ones, so that what these hand on stays in the cache. */
    private static final int BLOCK = 128;

    /** How often a neuron may fire in a step. */
    static final int MOST_AT_ONCE = 8;

    final ConductanceMembrane membrane;
    final AeifCoefficients coefficients;

    /** Adaptation current in pA, {@code [neuron]}. */
    final double[] w;

    final double halfMs;
    final Room room = new Room();
    private final Conductances conductances;
    private final AeifFine fine;

    /** The stages of a step, for a block of neurons. */
    private final Pass[] passes;

    /** Spikes of each neuron that has just fired; empty if none fires twice in a step. */
    private final int[] spikes;

    AeifNeurons(Columns columns, double dtMs, boolean vector, Conductances conductances) {
        halfMs = dtMs / 2;
        this.conductances = conductances;
        membrane = new ConductanceMembrane(columns, dtMs);
        coefficients = new AeifCoefficients(columns, dtMs);
        w = new double[columns.paddedSize()];
        for (int i = 0; i < w.length; i++) {
            w[i] = columns.initial("w", i);
        }
        fine = new AeifFine(columns, dtMs, this, conductances);
        List<Pass> flows = flows(columns, dtMs, vector);
        passes = (vector ? vectors(flows) : neurons(flows)).toArray(Pass[]::new);
        spikes = new int[w.length];
    }

    /**
     * What kernels hand on, for the neurons of a block.
     *
     * @param current spike current over capacitance at the start of the step, in mV/ms
     * @param now the same at a stage
     * @param total sum of the same at all stages so far
     * @param gain1 gain of the first half, {@code middle} its shift and then the potential at its end
     * @param gain2 gain of the second half, {@code shift2} its shift
     * @param change2 what spike current and adaptation add in half a step at the second stage, {@code change3} at the third
     * @param end the potential at the fourth stage, {@code change4} what is added there
     */
    record Room(
            double[] current,
            double[] now,
            double[] total,
            double[] gain1,
            double[] middle,
            double[] gain2,
            double[] shift2,
            double[] change2,
            double[] change3,
            double[] change4,
            double[] end,
            long[] rough) {
        Room() {
            this(
                    new double[BLOCK],
                    new double[BLOCK],
                    new double[BLOCK],
                    new double[BLOCK],
                    new double[BLOCK],
                    new double[BLOCK],
                    new double[BLOCK],
                    new double[BLOCK],
                    new double[BLOCK],
                    new double[BLOCK],
                    new double[BLOCK],
                    new long[BLOCK / Column.WORD]);
        }
    }

    @Override
    public void begin(long step) {
        membrane.refractory.begin(step);
    }

    @Override
    public void step(int first, int end, float[][] input, long[] fired) {
        for (int block = first; block < end; block += BLOCK) {
            int blockEnd = Math.min(end, block + BLOCK);
            membrane.drive.copy(block, blockEnd, room.middle);
            Pass.runAll(passes, block, blockEnd, input, fired);
            refine(block, blockEnd, fired);
        }
        conductances.finishStep(first, end, input, fired);
    }

    private List<Pass> neurons(List<Pass> flows) {
        List<Pass> all = new ArrayList<>();
        all.add((first, end, input, fired) -> AeifStep.start(first, end, this));
        all.addAll(flows);
        all.add((first, end, input, fired) -> AeifStep.second(first, end, this));
        all.add((first, end, input, fired) -> AeifStep.third(first, end, this));
        all.add((first, end, input, fired) -> AeifStep.fourth(first, end, this));
        all.add((first, end, input, fired) -> AeifStep.judge(first, end, this));
        all.add((first, end, input, fired) -> AeifStep.finish(first, end, this));
        return all;
    }

    private List<Pass> vectors(List<Pass> flows) {
        List<Pass> all = new ArrayList<>();
        all.add((first, end, input, fired) -> AeifStepVector.exponents(first, end, this));
        all.add((first, end, input, fired) -> ExpVector.inPlace(room.current, end - first));
        all.add((first, end, input, fired) -> AeifStepVector.drive(first, end, this));
        all.addAll(flows);
        all.add((first, end, input, fired) -> AeifStepVector.second(first, end, this));
        all.add((first, end, input, fired) -> AeifStepVector.third(first, end, this));
        all.add((first, end, input, fired) -> AeifStepVector.fourth(first, end, this));
        all.add((first, end, input, fired) -> AeifStepVector.fourthChange(first, end, this));
        all.add((first, end, input, fired) -> AeifStepVector.judge(first, end, this));
        all.add((first, end, input, fired) -> AeifStepVector.finish(first, end, this));
        return all;
    }

    /** Which neurons are rough, and the maps of both halves of the step. */
    private List<Pass> flows(Columns columns, double dtMs, boolean vector) {
        Roughness roughness = Roughness.ofHalves(
                columns, conductances.parts, dtMs, i -> AeifCoefficients.gate(columns, dtMs, i), "tau_w", "a", "C_m");
        Flow firstHalf = Flow.of(columns, conductances.parts, 0, dtMs / 2);
        Flow secondHalf = Flow.of(columns, conductances.parts, dtMs / 2, dtMs);
        List<Pass> all = new ArrayList<>();
        all.add(roughness.pass(conductances.values, room.rough, vector));
        all.addAll(firstHalf.passes(conductances.values, room.gain1, room.middle, vector));
        all.addAll(secondHalf.passes(conductances.values, room.gain2, room.shift2, vector));
        return all;
    }

    /** Advances the rough neurons of a block; nobody else fires. */
    private void refine(int first, int end, long[] fired) {
        for (int word = first >>> 6; word < end >>> 6; word++) {
            long firedBits = 0;
            long bits = room.rough[word - (first >>> 6)] & ~membrane.refractory.held[word];
            for (; bits != 0; bits &= bits - 1) {
                int neuron = (word << 6) + Long.numberOfTrailingZeros(bits);
                spikes[neuron] = fine.advance(neuron, MOST_AT_ONCE);
                if (spikes[neuron] > 0) {
                    firedBits |= 1L << neuron;
                    membrane.refractory.hold(neuron);
                }
            }
            fired[word] = firedBits;
        }
    }

    @Override
    public int multiplicity(int neuron) {
        return spikes[neuron];
    }

    @Override
    public void setCurrent(int neuron, double currentPa) {
        membrane.setCurrent(neuron, currentPa);
    }

    /** Potential, conductances in their order, then w. */
    @Override
    public float value(int variable, int neuron) {
        int conductance = variable - 1;
        if (variable == 0) {
            return membrane.potential(neuron);
        }
        return conductance < conductances.count()
                ? (float) conductances.conductance(conductance, neuron)
                : (float) w[neuron];
    }

    @Override
    public int stateWords() {
        return ConductanceMembrane.STATE_WORDS + DoubleWords.WORDS + conductances.stateWords();
    }

    @Override
    public void copyState(int neuron, int[] target, int offset) {
        membrane.copyState(neuron, target, offset);
        int at = offset + ConductanceMembrane.STATE_WORDS;
        DoubleWords.put(w[neuron], target, at, at + 1);
        conductances.copyState(neuron, target, at + DoubleWords.WORDS);
    }

    @Override
    public void restoreState(long nextStep, int neuron, int[] source, int offset) {
        membrane.restoreState(nextStep, neuron, source, offset);
        int at = offset + ConductanceMembrane.STATE_WORDS;
        w[neuron] = DoubleWords.get(source, at, at + 1);
        conductances.restoreState(neuron, source, at + DoubleWords.WORDS);
    }
}
