package org.ganglion.simulator.synapse;

/**
 * Sorts the runs due at a step by tile, where rows span the tiles of a group: each row is read once, from one place, however
 * few of its synapses end in each tile. Files the next run of each row for its step.
 */
final class Sort {
    private Sort() {}

    static void constant(short[] words, Buckets buckets, int tiles, Calendar calendar, TouchAhead ahead, long step) {
        int[] due = calendar.due(step);
        int count = calendar.count(step);
        for (int from = 0; from < count; from += ahead.runs()) {
            int to = Math.min(count, from + ahead.runs());
            calendar.touched += Deliver.touch(words, due, from, to, ahead.lines());
            for (int i = from; i < to; i++) {
                int gap = words[due[i] + 2];
                int at = due[i] + 3;
                for (int tile = 0; tile < tiles; tile++) {
                    int size = words[at] & 0xFFFF;
                    buckets.add(tile, words, at + 1, size);
                    at += 1 + size;
                }
                if (gap != 0) {
                    calendar.add(step + gap, at);
                }
            }
        }
        calendar.clear(step);
    }

    static void packed(int[] words, Buckets buckets, int tiles, Calendar calendar, TouchAhead ahead, long step) {
        int[] due = calendar.due(step);
        int count = calendar.count(step);
        for (int from = 0; from < count; from += ahead.runs()) {
            int to = Math.min(count, from + ahead.runs());
            calendar.touched += Deliver.touch(words, due, from, to, ahead.lines());
            for (int i = from; i < to; i++) {
                int gap = words[due[i]] >>> 24;
                int at = due[i] + 1;
                for (int tile = 0; tile < tiles; tile++) {
                    int size = words[at];
                    buckets.add(tile, words, at + 1, size);
                    at += 1 + size;
                }
                if (gap != 0) {
                    calendar.add(step + gap, at);
                }
            }
        }
        calendar.clear(step);
    }
}
