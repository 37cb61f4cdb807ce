package org.ganglion.io.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganglion.io.hdf5.PopulationOffsets;
import org.ganglion.io.record.SpikeSink;
import org.ganglion.io.record.StateSink;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Population;
import org.ganglion.network.Recorder;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;

/**
 * What a picture of traces shows of a run: the first variable of a few sampled neurons, and their spikes where these are
 * recorded. Keeps the first, smallest, largest and last value of each column.
 */
final class TraceSample implements StateSink, SpikeSink {
    static final int LARGEST_TRACES = 5;

    /** Values of one neuron over time. */
    static final class Trace {
        final String population;
        final int neuron;
        final String variable;
        final String unit;
        final float[] first;
        final float[] low;
        final float[] high;
        final float[] last;
        final boolean[] spikes; // [column]
        private final int recorder;
        private final int position; // in the recorder's row
        private final int networkNeuron;

        private Trace(
                Recorder.State state,
                String unit,
                int neuron,
                int recorder,
                int position,
                int networkNeuron,
                int columns) {
            this.population = state.population();
            this.variable = state.variables().getFirst();
            this.unit = unit;
            this.neuron = neuron;
            this.recorder = recorder;
            this.position = position;
            this.networkNeuron = networkNeuron;
            this.first = new float[columns];
            this.low = new float[columns];
            this.high = new float[columns];
            this.last = new float[columns];
            this.spikes = new boolean[columns];
            Arrays.fill(first, Float.NaN);
        }

        boolean sampledIn(int column) {
            return !Float.isNaN(first[column]);
        }

        private void add(int column, float value) {
            if (!Float.isFinite(value)) {
                return;
            }
            if (!sampledIn(column)) {
                first[column] = value;
                low[column] = value;
                high[column] = value;
            }
            low[column] = Math.min(low[column], value);
            high[column] = Math.max(high[column], value);
            last[column] = value;
        }
    }

    private final Span span;
    private final List<Trace> traces = new ArrayList<>();

    /** Chooses neurons of the first recorder, then of the next, as long as their first variable has the same unit. */
    TraceSample(Experiment experiment, Span span) {
        this.span = span;
        Network network = experiment.network();
        int[] offsets = PopulationOffsets.of(network);
        int position = 0;
        for (Recorder recorder : network.recorders()) {
            if (recorder instanceof Recorder.State state) {
                Population population = network.population(state.population());
                int offset = offsets[network.populationIndex(state.population())];
                choose(state, population, position, offset);
                position++;
            }
        }
    }

    private void choose(Recorder.State state, Population population, int recorder, int offset) {
        int[] neurons = state.neurons().indices(population.size());
        String variable = state.variables().isEmpty() ? "" : state.variables().getFirst();
        boolean fits = traces.isEmpty() || traces.getFirst().variable.equals(variable);
        int wanted = Math.min(LARGEST_TRACES - traces.size(), neurons.length);
        if (variable.isEmpty() || !fits) {
            return;
        }
        String unit = population
                .model()
                .description()
                .variable(variable)
                .map(VariableSpec::unit)
                .orElse(Unit.NONE)
                .symbol();
        int variables = state.variables().size();
        for (int i = 0; i < wanted; i++) {
            int index = (int) ((long) i * neurons.length / wanted);
            int neuron = neurons[index];
            traces.add(new Trace(state, unit, neuron, recorder, index * variables, offset + neuron, span.columns()));
        }
    }

    @Override
    public void sample(int recorder, long step, float[] values) {
        int column = span.column(step);
        for (Trace trace : traces) {
            if (trace.recorder == recorder && column >= 0) {
                trace.add(column, values[trace.position]);
            }
        }
    }

    @Override
    public void spikes(long step, int[] neurons, int count) {
        int column = span.column(step);
        for (Trace trace : traces) {
            if (column >= 0 && Arrays.binarySearch(neurons, 0, count, trace.networkNeuron) >= 0) {
                trace.spikes[column] = true;
            }
        }
    }

    Span span() {
        return span;
    }

    List<Trace> traces() {
        return traces;
    }
}
