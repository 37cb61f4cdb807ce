package org.ganglion.distributed.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.simulator.Recording;

/** What one start of a group records: each step in the leg of recordings that it belongs to. */
final class LegRecording implements Recording {
    private final TreeMap<Long, Recording> legs = new TreeMap<>(); // by first step
    private final Legs others;

    /** Where a leg is recorded that a change of a stimulus begins. */
    interface Legs {
        Recording of(int revision, long firstStep);
    }

    LegRecording(Recording first, Legs others) {
        this.legs.put(Long.MIN_VALUE, first);
        this.others = others;
    }

    /** Takes note of changes; of two at one step the later begins the leg. */
    void changed(List<LiveChange> changes) {
        for (int i = 0; i < changes.size(); i++) {
            long step = changes.get(i).step();
            int revision = i + 1;
            legs.put(step, others.of(revision, step));
        }
    }

    @Override
    public Part open(int group, List<int[]> sampled) {
        return new Parts(group, List.copyOf(sampled));
    }

    /** The part of the leg that is recorded now, opened when it begins. */
    private final class Parts implements Part {
        private final int group;
        private final List<int[]> sampled;
        private Optional<Part> current = Optional.empty();
        private long first; // step of the leg that it is of
        private long end; // the first step of the next leg
        private int known; // legs, when that was looked up

        Parts(int group, List<int[]> sampled) {
            this.group = group;
            this.sampled = sampled;
        }

        private Part at(long step) throws IOException {
            if (current.isEmpty() || step >= end || known != legs.size()) {
                lookUp(step);
            }
            return current.orElseThrow();
        }

        private void lookUp(long step) throws IOException {
            long begins = legs.headMap(step, true).lastKey();
            SortedMap<Long, Recording> later = legs.tailMap(step, false);
            end = later.isEmpty() ? Long.MAX_VALUE : later.firstKey();
            known = legs.size();
            if (current.isPresent() && begins != first) {
                current.get().flush(true);
                current.get().close();
            }
            if (current.isEmpty() || begins != first) {
                first = begins;
                current = Optional.of(legs.getOrDefault(begins, NONE).open(group, sampled));
            }
        }

        @Override
        public void spikes(long step, int[] neurons, int count) throws IOException {
            at(step).spikes(step, neurons, count);
        }

        @Override
        public void sample(int recorder, long step, float[] values) throws IOException {
            at(step).sample(recorder, step, values);
        }

        @Override
        public void count(int recorder, long step, int spikes) throws IOException {
            at(step).count(recorder, step, spikes);
        }

        @Override
        public void weights(int recorder, long step, int[] targets, float[] values) throws IOException {
            at(step).weights(recorder, step, targets, values);
        }

        @Override
        public void reached(long step) throws IOException {
            at(step - 1).reached(step);
        }

        @Override
        public void flush(boolean durable) throws IOException {
            if (current.isPresent()) {
                current.get().flush(durable);
            }
        }

        @Override
        public void close() throws IOException {
            if (current.isPresent()) {
                current.get().close();
            }
        }
    }
}
