package org.ganglion.cli.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ganglion.network.Experiment;
import org.ganglion.network.Population;
import org.ganglion.network.Recorder;
import org.ganglion.simulator.Recording;

/** Keeps all spikes and the samples of a few neurons in memory. Read it only while the simulation stands. */
final class MemoryRecording implements Recording {
    private final Experiment experiment;
    private final List<Memory> parts = new ArrayList<>();

    MemoryRecording(Experiment experiment) {
        this.experiment = experiment;
    }

    @Override
    public synchronized Part open(int group, List<int[]> sampled) {
        Memory part = new Memory(sampled);
        parts.add(part);
        return part;
    }

    /** What one group has recorded so far. */
    private static final class Memory implements Part {
        private final List<int[]> sampled;
        private final List<Row> rows = new ArrayList<>();
        private long[] steps = new long[1024];
        private int[] neurons = new int[1024];
        private int size;

        Memory(List<int[]> sampled) {
            this.sampled = sampled.stream().map(int[]::clone).toList();
        }

        @Override
        public void spikes(long step, int[] who, int count) {
            if (size + count > steps.length) {
                int room = Math.max(2 * steps.length, size + count);
                steps = Arrays.copyOf(steps, room);
                neurons = Arrays.copyOf(neurons, room);
            }
            Arrays.fill(steps, size, size + count, step);
            System.arraycopy(who, 0, neurons, size, count);
            size += count;
        }

        @Override
        public void sample(int recorder, long step, float[] values) {
            rows.add(new Row(recorder, step, values.clone()));
        }
    }

    private record Row(int recorder, long step, float[] values) {}

    /** All spikes so far. */
    Spikes spikes() {
        long width = Math.max(1, experiment.network().neurons());
        long[] keys = new long[parts.stream().mapToInt(p -> p.size).sum()];
        int count = 0;
        for (Memory part : parts) {
            for (int i = 0; i < part.size; i++) {
                keys[count++] = part.steps[i] * width + part.neurons[i];
            }
        }
        Arrays.sort(keys);
        return new Spikes(
                experiment.network(),
                experiment.settings().dtMs(),
                Arrays.stream(keys).map(k -> k / width).toArray(),
                Arrays.stream(keys).mapToInt(k -> (int) (k % width)).toArray());
    }

    /** Samples of one neuron; empty if it is not among those recorded. */
    double[][] samples(Population population, int neuron) {
        List<Recorder.State> recorders = experiment.network().recorders().stream()
                .filter(Recorder.State.class::isInstance)
                .map(Recorder.State.class::cast)
                .toList();
        int recorder = IntStream.range(0, recorders.size())
                .filter(r -> recorders.get(r).population().equals(population.name()))
                .findFirst()
                .orElse(-1);
        List<double[]> found = new ArrayList<>();
        for (Memory part : parts) {
            int place = recorder < 0 ? -1 : Arrays.binarySearch(part.sampled.get(recorder), neuron);
            for (Row row : place < 0 ? List.<Row>of() : part.rows) {
                if (row.recorder() == recorder) {
                    double timeMs =
                            Math.round((row.step() + 1) * experiment.settings().dtMs() * 1e6) / 1e6;
                    found.add(new double[] {timeMs, row.values()[place]});
                }
            }
        }
        return found.toArray(double[][]::new);
    }
}
