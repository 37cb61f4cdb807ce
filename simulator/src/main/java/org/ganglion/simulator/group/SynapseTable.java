package org.ganglion.simulator.group;

/**
 * Synapses of one packing onto one receptor of the neurons of one tile: a row for each source, and the calendar of the
 * spikes on their way along them.
 *
 * @param receptor position among the receptors of the targets' models
 * @param firstSource smallest source, as index in the whole network
 * @param rows {@code [2 * (source - firstSource)]}: position of the row in the store, -1 if the source has none;
 *     {@code [.. + 1]}: delay of its first run, in steps
 */
record SynapseTable(
        int receptor, int firstSource, int[] rows, Store store, Calendar calendar, TouchAhead ahead, long synapses) {

    /** Files the rows of some spikes emitted in a step. Only entries from {@code begin} to {@code end} are read. */
    void file(int[] neurons, int begin, int end, long step) {
        for (int i = begin; i < end; i++) {
            int at = 2 * (neurons[i] - firstSource);
            if (at >= 0 && at < rows.length && rows[at] >= 0) {
                calendar.add(step + rows[at + 1], rows[at]);
            }
        }
    }

    /**
     * Files the rows of some spikes again, in a group restored to step {@code now}: runs that were due before it are left
     * out, since their effect is in the state that was restored.
     */
    void fileAgain(int[] neurons, int begin, int end, long step, long now) {
        for (int i = begin; i < end; i++) {
            int at = 2 * (neurons[i] - firstSource);
            if (at >= 0 && at < rows.length && rows[at] >= 0) {
                fileAgain(rows[at], step + rows[at + 1], now);
            }
        }
    }

    private void fileAgain(int firstRun, long firstDue, long now) {
        int run = firstRun;
        long due = firstDue;
        while (due < now) {
            int gap = store.gap(run);
            if (gap == 0) {
                return;
            }
            due += gap;
            run = store.next(run);
        }
        calendar.add(due, run);
    }

    /** Adds what is filed so far for a step to the sums of the tile; returns the number of synapses. */
    long deliver(long step, Sums sums) {
        if (calendar.count(step) == 0) {
            return 0;
        }
        return switch (store) {
            case Store.OfConstant(short[] words, int weight) ->
                Deliver.constant(words, weight, sums.ints(receptor), calendar, ahead, step);
            case Store.OfPacked(int[] words, int shift) ->
                Deliver.packed(words, shift, sums.ints(receptor), calendar, ahead, step);
            case Store.OfWide(int[] words) -> Deliver.wide(words, sums.ints(receptor), calendar, step);
            case Store.OfPlastic plastic -> Deliver.plastic(plastic, sums, receptor, calendar, step);
            case Store.OfLong(int[] words) -> Deliver.inLong(words, sums.longs(receptor), calendar, step);
        };
    }

    /** Number of synapses of the source of a row, counted from the first source. */
    long synapsesOf(int row) {
        int run = rows[2 * row];
        if (run < 0) {
            return 0;
        }
        long count = store.size(run);
        while (store.gap(run) > 0) {
            run = store.next(run);
            count += store.size(run);
        }
        return count;
    }

    /** Whether delivering changes weights, so that it has to wait for its step. */
    boolean plastic() {
        return store instanceof Store.OfPlastic;
    }

    long bytes() {
        return store.bytes() + 4L * rows.length;
    }
}
