package org.ganglion.distributed.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.simulator.Recording;

/**
 * What all incarnations of all groups recorded in one stretch of a run, as far as it got to the disk: spikes by step and
 * group, and by how many changes of stimuli a group knew of that count in the step.
 */
final class Ledger {
    private final TreeMap<Integer, TreeMap<Long, TreeMap<Integer, int[]>>> onDisk = new TreeMap<>();

    /** What one incarnation records: on disk only once it has been flushed. */
    final class Part implements Recording.Part {
        private final int group;
        private final List<Entry> entries = new ArrayList<>();
        private List<LiveChange> changes = List.of();

        private record Entry(int revision, long step, int[] spikes) {}

        Part(int group) {
            this.group = group;
        }

        /** The group has learned of changes. */
        void changed(List<LiveChange> all) {
            changes = all;
        }

        @Override
        public void spikes(long step, int[] neurons, int count) {
            int[] sorted = Arrays.copyOf(neurons, count);
            Arrays.sort(sorted);
            entries.add(new Entry(revision(changes, step), step, sorted));
        }

        @Override
        public void sample(int recorder, long step, float[] values) {}

        /** Everything so far reaches the disk. */
        void reachDisk() {
            for (Entry entry : entries) {
                int[] before = onDisk.computeIfAbsent(entry.revision, r -> new TreeMap<>())
                        .computeIfAbsent(entry.step, s -> new TreeMap<>())
                        .put(group, entry.spikes);
                if (before != null && !Arrays.equals(before, entry.spikes)) {
                    throw new AssertionError("group " + group + " recorded step " + entry.step + " in two ways");
                }
            }
            entries.clear();
        }
    }

    /** How many changes count in a step. */
    private static int revision(List<LiveChange> changes, long step) {
        return (int) changes.stream().filter(c -> c.step() <= step).count();
    }

    /**
     * All spikes of the steps from one to before another: the step in the upper, the neuron in the lower half.
     *
     * @param changes that were decided
     */
    LongStream spikes(long first, long end, List<LiveChange> changes) {
        return onDisk.entrySet().stream()
                .flatMap(of -> of.getValue().subMap(first, end).entrySet().stream()
                        .filter(step -> revision(changes, step.getKey()) == of.getKey()))
                .flatMapToLong(step -> step.getValue().values().stream()
                        .flatMapToLong(neurons -> Arrays.stream(neurons).mapToLong(n -> step.getKey() << 32 | n)));
    }
}
