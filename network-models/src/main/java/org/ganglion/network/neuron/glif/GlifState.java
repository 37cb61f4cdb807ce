package org.ganglion.network.neuron.glif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.part.DirectCurrent;
import org.ganglion.network.neuron.part.DoubleColumn;
import org.ganglion.network.neuron.part.DoubleWords;
import org.ganglion.network.neuron.part.Pass;
import org.ganglion.network.neuron.part.Refractory;

/** The neurons of a slice of {@link GlifPsc}. Potentials are in mV above {@code E_L}. */
final class GlifState implements NeuronState {
    private final boolean resets;
    private final boolean adapts;
    private final GlifCoefficients.Potential membrane;
    private final GlifCoefficients.AfterSpike[] afterSpikes;
    private final GlifCoefficients.Synapse[] synapses;
    private final GlifCoefficients.SpikeThreshold spikeThreshold;
    private final GlifCoefficients.VoltageThreshold voltageThreshold;
    private final DirectCurrent direct;
    private final Refractory refractory;
    private final DoubleColumn rest;
    private final DoubleColumn reset;
    private final DoubleColumn resetShare;
    private final DoubleColumn resetAdd;

    /** Potential, {@code [neuron]}. */
    private final double[] v;

    /** Sum of the after-spike currents and of the synaptic ones in the last free step, in pA, {@code [neuron]}. */
    private final double[] afterSpikePa;

    private final double[] synapticPa;

    /** What synaptic currents add to the potential, and the potential before the step: {@code [neuron - first]}. */
    private final double[] push;

    private final double[] before;

    private final double[][] saved;
    private final Pass[] passes;

    GlifState(Columns columns, double dtMs, boolean vector) {
        resets = GlifParameters.on(columns, GlifParameters.SPIKE_DEPENDENT_THRESHOLD);
        adapts = GlifParameters.on(columns, GlifParameters.ADAPTING_THRESHOLD);
        boolean currents = GlifParameters.on(columns, GlifParameters.AFTER_SPIKE_CURRENTS);
        membrane = GlifCoefficients.Potential.of(columns, dtMs);
        afterSpikes = new GlifCoefficients.AfterSpike[currents ? columns.elements("asc_decay") : 0];
        Arrays.setAll(afterSpikes, a -> GlifCoefficients.AfterSpike.of(columns, dtMs, a));
        synapses = new GlifCoefficients.Synapse[columns.elements("tau_syn")];
        Arrays.setAll(synapses, r -> GlifCoefficients.Synapse.of(columns, dtMs, r));
        spikeThreshold = GlifCoefficients.SpikeThreshold.of(columns, dtMs);
        voltageThreshold = GlifCoefficients.VoltageThreshold.of(columns, dtMs);
        direct = DirectCurrent.of(columns);
        refractory = new Refractory(columns, dtMs);
        rest = DoubleColumn.of(columns, "E_L");
        reset = DoubleColumn.of(
                columns, i -> columns.parameter("V_reset", i) - columns.parameter("E_L", i), "V_reset", "E_L");
        resetShare = DoubleColumn.of(columns, "voltage_reset_fraction");
        resetAdd = DoubleColumn.of(columns, "voltage_reset_add");
        int size = columns.paddedSize();
        v = new double[size];
        afterSpikePa = new double[size];
        synapticPa = new double[size];
        push = new double[size];
        before = new double[size];
        for (int i = 0; i < size; i++) {
            v[i] = columns.initial("V_m", i) - columns.parameter("E_L", i);
            for (GlifCoefficients.AfterSpike current : afterSpikes) {
                afterSpikePa[i] += current.pA()[i];
            }
        }
        saved = arraysToSave();
        passes = vector ? vectorPasses() : neuronPasses();
    }

    private Pass[] neuronPasses() {
        long[] held = refractory.held;
        List<Pass> all = new ArrayList<>();
        all.add((first, end, input, fired) -> GlifStep.clear(first, end, held, afterSpikePa));
        all.add((first, end, input, fired) -> GlifStep.clear(first, end, held, synapticPa));
        for (GlifCoefficients.AfterSpike current : afterSpikes) {
            all.add((first, end, input, fired) -> GlifStep.afterSpike(first, end, held, current, afterSpikePa));
        }
        for (int r = 0; r < synapses.length; r++) {
            GlifCoefficients.Synapse current = synapses[r];
            int receptor = r;
            all.add((first, end, input, fired) ->
                    GlifStep.synapse(first, end, held, current, input[receptor], push, synapticPa));
        }
        all.add((first, end, input, fired) ->
                GlifStep.potential(first, end, held, membrane, direct.pA, afterSpikePa, push, before, v));
        if (resets) {
            all.add((first, end, input, fired) -> GlifStep.spikeThreshold(first, end, held, spikeThreshold));
        }
        if (adapts) {
            all.add((first, end, input, fired) ->
                    GlifStep.voltageThreshold(first, end, held, voltageThreshold, direct.pA, afterSpikePa, before));
        }
        double[] ofSpikes = spikeThreshold.mV();
        double[] ofVoltage = voltageThreshold.mV();
        all.add((first, end, input, fired) ->
                GlifStep.fire(first, end, held, v, membrane.threshold(), ofSpikes, ofVoltage, fired));
        return all.toArray(Pass[]::new);
    }

    private Pass[] vectorPasses() {
        long[] held = refractory.held;
        List<Pass> all = new ArrayList<>();
        all.add((first, end, input, fired) -> GlifStepVector.clear(first, end, held, afterSpikePa));
        all.add((first, end, input, fired) -> GlifStepVector.clear(first, end, held, synapticPa));
        for (GlifCoefficients.AfterSpike current : afterSpikes) {
            all.add((first, end, input, fired) -> GlifStepVector.afterSpike(first, end, held, current, afterSpikePa));
        }
        for (int r = 0; r < synapses.length; r++) {
            GlifCoefficients.Synapse current = synapses[r];
            int receptor = r;
            all.add((first, end, input, fired) ->
                    GlifStepVector.synapse(first, end, held, current, input[receptor], push, synapticPa));
        }
        all.add((first, end, input, fired) ->
                GlifStepVector.potential(first, end, held, membrane, direct.pA, afterSpikePa, push, before, v));
        if (resets) {
            all.add((first, end, input, fired) -> GlifStepVector.spikeThreshold(first, end, held, spikeThreshold));
        }
        if (adapts) {
            all.add((first, end, input, fired) -> GlifStepVector.voltageThreshold(
                    first, end, held, voltageThreshold, direct.pA, afterSpikePa, before));
        }
        double[] ofSpikes = spikeThreshold.mV();
        double[] ofVoltage = voltageThreshold.mV();
        all.add((first, end, input, fired) ->
                GlifStepVector.fire(first, end, held, v, membrane.threshold(), ofSpikes, ofVoltage, fired));
        return all.toArray(Pass[]::new);
    }

    @Override
    public void begin(long step) {
        refractory.begin(step);
    }

    @Override
    public void step(int first, int end, float[][] input, long[] fired) {
        Arrays.fill(push, 0, end - first, 0);
        Pass.runAll(passes, first, end, input, fired);
        for (int word = first >>> 6; word < end >>> 6; word++) {
            for (long bits = fired[word]; bits != 0; bits &= bits - 1) {
                int neuron = (word << 6) + Long.numberOfTrailingZeros(bits);
                spike(neuron, before[neuron - first]);
            }
        }
    }

    private void spike(int neuron, double potentialBefore) {
        refractory.hold(neuron);
        for (GlifCoefficients.AfterSpike current : afterSpikes) {
            double pA = current.pA()[neuron];
            current.pA()[neuron] =
                    current.added().at(neuron) + pA * current.kept().at(neuron);
        }
        if (!resets) {
            v[neuron] = reset.at(neuron);
            return;
        }
        v[neuron] = resetShare.at(neuron) * potentialBefore + resetAdd.at(neuron);
        double mV = spikeThreshold.mV()[neuron];
        spikeThreshold.mV()[neuron] =
                mV * spikeThreshold.kept().at(neuron) + spikeThreshold.added().at(neuron);
    }

    @Override
    public void setCurrent(int neuron, double currentPa) {
        direct.set(neuron, currentPa);
    }

    @Override
    public float value(int variable, int neuron) {
        double ofSpikes = spikeThreshold.mV()[neuron];
        double ofVoltage = voltageThreshold.mV()[neuron];
        return (float)
                switch (variable) {
                    case 0 -> rest.at(neuron) + v[neuron];
                    case 1 -> afterSpikePa[neuron];
                    case 2 -> direct.pA.at(neuron);
                    case 3 -> synapticPa[neuron];
                    case 4 ->
                        rest.at(neuron)
                                + (ofSpikes + ofVoltage + membrane.threshold().at(neuron));
                    case 5 -> ofSpikes;
                    case 6 -> ofVoltage;
                    default -> throw new IllegalArgumentException("no state variable " + variable);
                };
    }

    /** All that must be saved beside the refractory period. The sums are, because a held neuron keeps them. */
    private double[][] arraysToSave() {
        List<double[]> arrays =
                new ArrayList<>(List.of(v, spikeThreshold.mV(), voltageThreshold.mV(), afterSpikePa, synapticPa));
        for (GlifCoefficients.AfterSpike current : afterSpikes) {
            arrays.add(current.pA());
        }
        for (GlifCoefficients.Synapse current : synapses) {
            arrays.add(current.pA());
            arrays.add(current.rise());
        }
        return arrays.toArray(double[][]::new);
    }

    @Override
    public int stateWords() {
        return 1 + DoubleWords.WORDS * saved.length;
    }

    @Override
    public void copyState(int neuron, int[] target, int offset) {
        target[offset] = refractory.remaining(neuron);
        DoubleWords.put(saved, neuron, target, offset + 1);
    }

    @Override
    public void restoreState(long nextStep, int neuron, int[] source, int offset) {
        refractory.restore(nextStep, neuron, source[offset]);
        DoubleWords.get(saved, neuron, source, offset + 1);
    }
}
