package org.ganglion.simulator.synapse;

import java.util.Optional;

/**
 * Synapses of one packing onto one receptor of the neurons of a tile, or of all tiles of a group: a row for each source,
 * and the calendar of the spikes on their way along them.
 *
 * @param receptor position among the receptors of the targets' models
 * @param firstSource smallest source, as index in the whole network
 * @param rows {@code [2 * (source - firstSource)]}: position of the row in the store, -1 if the source has none;
 *     {@code [.. + 1]}: delay of its first run, in steps
 * @param buckets where rows span several tiles, what is due at a step, by tile
 */
public record SynapseTable(
        int receptor,
        int firstSource,
        int[] rows,
        Store store,
        Calendar calendar,
        TouchAhead ahead,
        long synapses,
        Optional<Buckets> buckets) {
    private static final int LOOKUPS = 32;

    /** Files the rows of some spikes emitted in a step. Only entries from {@code begin} to {@code end} are read. */
    public void file(int[] neurons, int begin, int end, long step) {
        for (int from = begin; from < end; from += LOOKUPS) {
            int to = Math.min(end, from + LOOKUPS);
            calendar.touched += touch(neurons, from, to);
            fileEach(neurons, from, to, step);
        }
    }

    /**
     * Likewise for spikes emitted in several steps, which look up their rows together, since a step may have few.
     *
     * @param ends {@code [step - firstStep]}: where the spikes of a step end in {@code neurons}
     * @param first entry of {@code ends} to begin with
     */
    public void file(int[] neurons, int[] ends, int first, long firstStep) {
        int at = first == 0 ? 0 : ends[first - 1];
        int last = ends[ends.length - 1];
        int touched = at;
        for (int i = first; i < ends.length; i++) {
            while (at < ends[i]) {
                if (at == touched) {
                    touched = Math.min(last, at + LOOKUPS);
                    calendar.touched += touch(neurons, at, touched);
                }
                int to = Math.min(ends[i], touched);
                fileEach(neurons, at, to, firstStep + i);
                at = to;
            }
        }
    }

    /** Loads places of rows from memory, none waiting for another; see {@link TouchAhead}. */
    private int touch(int[] neurons, int begin, int end) {
        int sum = 0;
        for (int i = begin; i < end; i++) {
            int at = 2 * (neurons[i] - firstSource);
            if (at >= 0 && at < rows.length) {
                sum += rows[at];
            }
        }
        return sum;
    }

    private void fileEach(int[] neurons, int begin, int end, long step) {
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
    public void fileAgain(int[] neurons, int begin, int end, long step, long now) {
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

    /** Where rows span several tiles, sorts what is due at a step by tile; before any of them takes it. */
    public void sort(long step) {
        if (buckets.isPresent() && calendar.count(step) > 0) {
            switch (store) {
                case Store.OfConstant(short[] words, int _, int tiles) ->
                    Sort.constant(words, buckets.get(), tiles, calendar, ahead, step);
                case Store.OfPacked(int[] words, int _, int tiles) ->
                    Sort.packed(words, buckets.get(), tiles, calendar, ahead, step);
                case Store.OfWide _, Store.OfLong _, Store.OfPlastic _ ->
                    throw new IllegalStateException("such rows are in one tile");
            }
        }
    }

    private long deliverSorted(int tile, Buckets sorted, Sums sums) {
        return switch (store) {
            case Store.OfConstant constant -> Deliver.sorted(sorted, tile, constant, sums.ints(receptor));
            case Store.OfPacked packed -> Deliver.sorted(sorted, tile, packed, sums.ints(receptor));
            case Store.OfWide _, Store.OfLong _, Store.OfPlastic _ -> 0;
        };
    }

    /** Adds what is filed so far for a step to the sums of a tile; returns the number of synapses. */
    public long deliver(long step, int tile, Sums sums) {
        if (buckets.isPresent()) {
            return deliverSorted(tile, buckets.get(), sums);
        }
        if (calendar.count(step) == 0) {
            return 0;
        }
        return switch (store) {
            case Store.OfConstant(short[] words, int weight, int _) ->
                Deliver.constant(words, weight, sums.ints(receptor), calendar, ahead, step);
            case Store.OfPacked(int[] words, int shift, int _) ->
                Deliver.packed(words, shift, sums.ints(receptor), calendar, ahead, step);
            case Store.OfWide(int[] words) -> Deliver.wide(words, sums.ints(receptor), calendar, step);
            case Store.OfPlastic plastic -> Deliver.plastic(plastic, sums, receptor, calendar, step);
            case Store.OfLong(int[] words) -> Deliver.inLong(words, sums.longs(receptor), calendar, step);
        };
    }

    /** Number of synapses of the source of a row, counted from the first source. */
    public long synapsesOf(int row) {
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
    public boolean plastic() {
        return store instanceof Store.OfPlastic;
    }

    /** Memory of its synapses and of the places of its rows. */
    public long bytes() {
        return store.bytes() + 4L * rows.length;
    }
}
