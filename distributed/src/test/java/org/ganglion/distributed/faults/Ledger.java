package org.ganglion.distributed.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.ganglion.simulator.Recording;

/** What all incarnations of all groups recorded in one stretch of a run, as far as it got to the disk: spikes by step and group. */
final class Ledger {
    private final TreeMap<Long, TreeMap<Integer, int[]>> onDisk = new TreeMap<>();

    /** What one incarnation records: on disk only once it has been flushed. */
    final class Part implements Recording.Part {
        private final int group;
        private final List<Long> steps = new ArrayList<>();
        private final List<int[]> spikes = new ArrayList<>();

        Part(int group) {
            this.group = group;
        }

        @Override
        public void spikes(long step, int[] neurons, int count) {
            int[] sorted = Arrays.copyOf(neurons, count);
            Arrays.sort(sorted);
            steps.add(step);
            spikes.add(sorted);
        }

        @Override
        public void sample(int recorder, long step, float[] values) {}

        /** Everything so far reaches the disk. */
        void reachDisk() {
            for (int i = 0; i < steps.size(); i++) {
                int[] before = onDisk.computeIfAbsent(steps.get(i), s -> new TreeMap<>())
                        .put(group, spikes.get(i));
                if (before != null && !Arrays.equals(before, spikes.get(i))) {
                    throw new AssertionError("group " + group + " recorded step " + steps.get(i) + " in two ways");
                }
            }
            steps.clear();
            spikes.clear();
        }
    }

    /** All spikes of the steps from one to before another: the step in the upper, the neuron in the lower half. */
    LongStream spikes(long first, long end) {
        return onDisk.subMap(first, end).entrySet().stream().flatMapToLong(step -> step.getValue().values().stream()
                .flatMapToLong(neurons -> Arrays.stream(neurons).mapToLong(n -> step.getKey() << 32 | n)));
    }
}
