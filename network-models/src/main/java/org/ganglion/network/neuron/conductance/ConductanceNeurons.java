package org.ganglion.network.neuron.conductance;

import java.util.ArrayList;
import java.util.List;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.DoubleColumn;
import org.ganglion.network.neuron.part.Pass;

/**
 * Leaky integrate-and-fire neurons with conductances: what {@link IafCondExp}, {@link IafCondAlpha} and
 * {@link IafCondExpSfaRr} have in common. The equation of the membrane is linear, and a step carries it over its
 * {@link Flow}; neurons whose conductances change too fast for that go through {@link FineFlow}.
 *
 * @param threshold {@code V_th - E_L} in mV
 * @param leaps parts that the neuron's own spikes raise, and by how much
 * @param passes what works out gain, shift and roughness of a block of neurons, and then carries potentials over the step
 */
record ConductanceNeurons(
        ConductanceMembrane membrane,
        Conductances conductances,
        DoubleColumn threshold,
        FineFlow fine,
        List<Leap> leaps,
        double dtMs,
        Pass[] passes,
        Room room)
        implements NeuronState {

    static final String INTEGRATION = """
            Conductances decay exactly. The equation of the potential is linear, with coefficients that change in time, and
            is carried over a step by Magnus' series to fourth order: typically within 1e-6 mV a step. Steps in which the
            conductances change too much for that are cut into pieces and taken to sixth order.""";

    /** Neurons that are taken through all kernels before the next ones, so that what these hand on stays in the cache. */
    private static final int BLOCK = 256;

    /**
     * What a spike of the neuron adds to a part of its conductances.
     *
     * @param ns in nS
     */
    record Leap(int part, DoubleColumn ns) {}

    /** What kernels hand on, for the neurons of a block. */
    record Room(double[] gain, double[] shift, long[] rough) {
        Room() {
            this(new double[BLOCK], new double[BLOCK], new long[BLOCK / Column.WORD]);
        }
    }

    static ConductanceNeurons of(
            Columns columns, double dtMs, boolean vector, Conductances conductances, List<Leap> leaps) {
        ConductanceMembrane membrane = new ConductanceMembrane(columns, dtMs);
        DoubleColumn threshold = ConductanceMembrane.aboveRest(columns, "V_th");
        Room room = new Room();
        List<Pass> passes = new ArrayList<>();
        passes.add(Roughness.ofSteps(columns, conductances.parts, dtMs).pass(conductances.values, room.rough, vector));
        passes.addAll(Flow.of(columns, conductances.parts, 0, dtMs)
                .passes(conductances.values, room.gain, room.shift, vector));
        passes.add(
                vector
                        ? (first, end, input, fired) ->
                                ConductanceNeuronsStepVector.advance(first, end, membrane, threshold, room, fired)
                        : (first, end, input, fired) ->
                                ConductanceNeuronsStep.advance(first, end, membrane, threshold, room, fired));
        return new ConductanceNeurons(
                membrane,
                conductances,
                threshold,
                new FineFlow(columns, dtMs, membrane, conductances),
                leaps,
                dtMs,
                passes.toArray(Pass[]::new),
                room);
    }

    @Override
    public void begin(long step) {
        membrane.refractory.begin(step);
    }

    @Override
    public void step(int first, int end, float[][] input, long[] fired) {
        for (int block = first; block < end; block += BLOCK) {
            int blockEnd = Math.min(end, block + BLOCK);
            membrane.drive.copy(block, blockEnd, room.shift);
            Pass.runAll(passes, block, blockEnd, input, fired);
            refine(block, blockEnd, fired);
        }
        conductances.finishStep(first, end, input, fired);
        reset(first, end, fired);
    }

    /** Advances the rough neurons of a block. */
    private void refine(int first, int end, long[] fired) {
        for (int word = first >>> 6; word < end >>> 6; word++) {
            long bits = room.rough[word - (first >>> 6)] & ~membrane.refractory.held[word];
            for (; bits != 0; bits &= bits - 1) {
                int neuron = (word << 6) + Long.numberOfTrailingZeros(bits);
                double free = fine.advance(neuron, membrane.u[neuron]);
                membrane.u[neuron] = free;
                if (free >= threshold.at(neuron)) {
                    fired[word] |= 1L << neuron;
                }
            }
        }
    }

    private void reset(int first, int end, long[] fired) {
        for (int word = first >>> 6; word < end >>> 6; word++) {
            for (long bits = fired[word]; bits != 0; bits &= bits - 1) {
                int neuron = (word << 6) + Long.numberOfTrailingZeros(bits);
                membrane.u[neuron] = membrane.reset.at(neuron);
                membrane.refractory.hold(neuron);
                for (int i = 0; i < leaps.size(); i++) {
                    Leap leap = leaps.get(i);
                    conductances.values[leap.part][neuron] += leap.ns.at(neuron);
                }
            }
        }
    }

    @Override
    public void setCurrent(int neuron, double currentPa) {
        membrane.setCurrent(neuron, currentPa);
    }

    /** Potential, conductances in their order, then what is left of the refractory period. */
    @Override
    public float value(int variable, int neuron) {
        int conductance = variable - 1;
        if (variable == 0) {
            return membrane.potential(neuron);
        }
        return conductance < conductances.count()
                ? (float) conductances.conductance(conductance, neuron)
                : (float) (membrane.refractory.remaining(neuron) * dtMs);
    }

    @Override
    public int stateWords() {
        return ConductanceMembrane.STATE_WORDS + conductances.stateWords();
    }

    @Override
    public void copyState(int neuron, int[] target, int offset) {
        membrane.copyState(neuron, target, offset);
        conductances.copyState(neuron, target, offset + ConductanceMembrane.STATE_WORDS);
    }

    @Override
    public void restoreState(long nextStep, int neuron, int[] source, int offset) {
        membrane.restoreState(nextStep, neuron, source, offset);
        conductances.restoreState(neuron, source, offset + ConductanceMembrane.STATE_WORDS);
    }
}
