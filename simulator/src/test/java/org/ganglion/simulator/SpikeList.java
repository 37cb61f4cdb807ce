package org.ganglion.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Keeps every recorded spike and sample in memory. */
public final class SpikeList implements Recording {
    private final List<Part> parts = Collections.synchronizedList(new ArrayList<>());

    /** A sample as it came: {@code neurons} are those of its group. */
    public record Sample(int recorder, long step, int[] neurons, float[] values) {}

    private static final class Part implements Recording.Part {
        private final List<int[]> sampled;
        private final List<Sample> samples = new ArrayList<>();
        private long[] spikes = new long[1024];
        private int count;

        Part(List<int[]> sampled) {
            this.sampled = sampled;
        }

        @Override
        public void spikes(long step, int[] neurons, int n) {
            for (int i = 0; i < n; i++) {
                if (count == spikes.length) {
                    spikes = Arrays.copyOf(spikes, 2 * count);
                }
                spikes[count++] = spike(step, neurons[i]);
            }
        }

        @Override
        public void sample(int recorder, long step, float[] values) {
            samples.add(new Sample(recorder, step, sampled.get(recorder), values.clone()));
        }
    }

    @Override
    public Part open(int group, List<int[]> sampled) {
        Part part = new Part(sampled);
        parts.add(part);
        return part;
    }

    /** A spike as one number. */
    public static long spike(long step, int neuron) {
        return step << 32 | neuron;
    }

    /** All spikes, those of a neuron that emitted several at once as often, in the order of steps and neurons. */
    public long[] spikes() {
        return parts.stream()
                .flatMapToLong(p -> Arrays.stream(p.spikes, 0, p.count))
                .sorted()
                .toArray();
    }

    /** All samples of all groups. */
    public List<Sample> samples() {
        return parts.stream().flatMap(p -> p.samples.stream()).toList();
    }
}
