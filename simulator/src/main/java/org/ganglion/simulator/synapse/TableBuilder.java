package org.ganglion.simulator.synapse;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.plan.Packing;
import org.ganglion.simulator.plastic.PlasticBuilder;
import org.ganglion.simulator.plastic.PlasticSynapses;
import org.jspecify.annotations.Nullable;

/**
 * Builds one {@link SynapseTable} in two passes over the same synapses: the first counts them by source, delay and tile, the
 * second writes each where it belongs. Needs no memory beside the table but the counts and {@link SlotBuffers}.
 */
final class TableBuilder {
    private final int receptor;
    private final Packing packing;
    private final int tiles;
    private final int calendarSteps;
    private int tile; // the one that synapses are counted or written for
    private final SourceSpan[] spans; // [population]; the sources that reach this table
    private int[] slots = {}; // first pass: number of synapses; second pass: where the next one is written
    private int[] rows = {};
    private int firstSource;
    private short[] shorts = {};
    private int[] ints = {};
    private final @Nullable PlasticBuilder plastic;
    private @Nullable SlotBuffers buffers; // second pass, for entries of one word
    private int population = -1; // second pass: the one whose slots the buffers have
    private int[] numbers = {}; // plastic, second pass: as slots, where the numbers of the next synapse are written
    private long runs;
    private long synapses;

    /**
     * Sources of one population: their slots are {@code base + (neuron * width + delay - minDelay) * tiles + tile}.
     *
     * @param offset number of the population's first neuron in the whole network
     */
    record SourceSpan(int offset, int size, int minDelay, int maxDelay, int base) {
        static final SourceSpan NONE = new SourceSpan(0, 0, 0, 0, 0);

        int width() {
            return maxDelay - minDelay + 1;
        }
    }

    /**
     * Begins a table that spans some tiles.
     *
     * @param calendarSteps room of the calendars of the spikes on their way
     */
    TableBuilder(int receptor, Packing packing, int populations, int tiles, int calendarSteps) {
        this.receptor = receptor;
        this.packing = packing;
        this.tiles = tiles;
        this.calendarSteps = calendarSteps;
        this.plastic = packing instanceof Packing.Plastic p ? new PlasticBuilder(p.spec(), calendarSteps) : null;
        this.spans = new SourceSpan[populations];
        Arrays.fill(spans, SourceSpan.NONE);
    }

    /** Announces synapses from a population, before the first pass. */
    void include(int population, int offset, int size, int minDelay, int maxDelay) {
        SourceSpan old = spans[population];
        spans[population] = old.size() == 0
                ? new SourceSpan(offset, size, minDelay, maxDelay, 0)
                : new SourceSpan(
                        offset, size, Math.min(minDelay, old.minDelay()), Math.max(maxDelay, old.maxDelay()), 0);
    }

    /** How many counts the first pass needs. */
    long counts() {
        long counts = 0;
        for (SourceSpan span : spans) {
            counts += (long) span.size() * span.width() * tiles;
        }
        return counts;
    }

    /** Says which tile synapses are counted or written for from now on, from the first one on. */
    void onto(int tile) {
        this.tile = tile;
    }

    private int firstSlot(SourceSpan span) {
        return span.base() - span.minDelay() * tiles + tile;
    }

    /** Begins the first pass. */
    void beginCounting() {
        long base = 0;
        int first = Integer.MAX_VALUE;
        int end = 0;
        for (int p = 0; p < spans.length; p++) {
            SourceSpan s = spans[p];
            if (s.size() > 0) {
                spans[p] = new SourceSpan(s.offset(), s.size(), s.minDelay(), s.maxDelay(), (int) base);
                base += (long) s.size() * s.width() * tiles;
                first = Math.min(first, s.offset());
                end = Math.max(end, s.offset() + s.size());
                requireRoom(base, "delays of its sources");
            }
        }
        firstSource = first;
        rows = new int[2 * (end - first)];
        slots = new int[(int) base];
    }

    /** First pass: {@code count} synapses onto one target from {@code sources[i]} with {@code delays[i]}. */
    void count(int population, int[] sources, int[] delays, int count) {
        SourceSpan span = spans[population];
        int width = span.width() * tiles;
        int base = firstSlot(span);
        for (int i = 0; i < count; i++) {
            slots[base + sources[i] * width + delays[i] * tiles]++;
        }
        synapses += count;
    }

    /** Ends the first pass: every run gets its place. */
    void beginWriting() {
        long words = 0;
        for (SourceSpan span : spans) {
            words += wordsOf(span);
        }
        requireRoom(words + Buckets.COPY, "synapses");
        if (plastic != null) {
            requireRoom(synapses * plastic.stride() + runs * plastic.headerNumbers(), "synapses");
            ints = plastic.begin((int) runs, (int) synapses);
            numbers = new int[slots.length];
        } else {
            boolean constant = packing instanceof Packing.Constant;
            int room = (int) words + (tiles > 1 ? Buckets.COPY : 0);
            shorts = constant ? new short[room] : shorts;
            ints = constant ? ints : new int[room];
            buffers = entryWords() == 1 ? new SlotBuffers(slots, shorts, ints) : null;
        }
        Arrays.fill(rows, -1);
        int position = 0;
        for (SourceSpan span : spans) {
            for (int source = 0; source < span.size(); source++) {
                position = placeRow(span, source, position);
            }
        }
    }

    private static void requireRoom(long entries, String what) {
        if (entries > Integer.MAX_VALUE - 16) {
            throw new SimulationException("a group has " + entries + " entries for " + what
                    + " in one table, more than an array can hold; use more groups (simulation.groups), or, where delays"
                    + " spread far, a longer simulation.dt");
        }
    }

    private long wordsOf(SourceSpan span) {
        long words = 0;
        for (int source = 0; source < span.size(); source++) {
            int last = -1;
            for (int d = 0; d < span.width(); d++) {
                int count = countOf(span, source, d);
                if (count > 0) {
                    int headers = 1 + (last < 0 ? 0 : fillers(d - last));
                    words += (long) count * entryWords() + (long) headers * headerWords();
                    runs += headers;
                    last = d;
                }
            }
        }
        return words;
    }

    /** Synapses of a source with a delay, onto all tiles. */
    private int countOf(SourceSpan span, int source, int d) {
        int at = span.base() + (source * span.width() + d) * tiles;
        int count = 0;
        for (int t = 0; t < tiles; t++) {
            count += slots[at + t];
        }
        return count;
    }

    /** Writes the headers of a row and turns its counts into positions; returns where the next row begins. */
    private int placeRow(SourceSpan span, int source, int begin) {
        int row = 2 * (span.offset() + source - firstSource);
        int position = begin;
        int last = -1;
        int lastHeader = -1;
        for (int d = 0; d < span.width(); d++) {
            int count = countOf(span, source, d);
            if (count == 0) {
                continue;
            }
            if (last < 0) {
                rows[row] = position;
                rows[row + 1] = span.minDelay() + d;
            } else {
                int gap = d - last;
                for (; gap > largestGap(); gap -= largestGap()) {
                    setGap(lastHeader, largestGap());
                    lastHeader = position;
                    position = writeHeader(position, 0, span.minDelay() + d - gap + largestGap());
                    position += tiles > 1 ? tiles : 0;
                }
                setGap(lastHeader, gap);
            }
            lastHeader = position;
            position = writeHeader(position, count, span.minDelay() + d);
            position = placeRun(span.base() + (source * span.width() + d) * tiles, position);
            last = d;
        }
        return position;
    }

    private int placeRun(int at, int begin) {
        int position = begin;
        for (int t = at; t < at + tiles; t++) {
            int count = slots[t];
            if (tiles > 1) {
                writeCount(position++, count);
            }
            if (plastic != null) {
                numbers[t] = plastic.firstNumber();
            }
            slots[t] = position;
            position += count * entryWords();
        }
        return position;
    }

    private void writeCount(int position, int count) {
        if (shorts.length == 0) {
            ints[position] = count;
        } else if (count <= 0xFFFF) {
            shorts[position] = (short) count;
        } else {
            throw tooMany(count, 0xFFFF);
        }
    }

    private static SimulationException tooMany(int count, int most) {
        return new SimulationException(
                count + " synapses of one neuron have the same delay and end in one group; at most " + most
                        + " are possible; use more groups (simulation.groups)");
    }

    private int fillers(int gap) {
        return (gap - 1) / largestGap();
    }

    private int largestGap() {
        return packing instanceof Packing.Constant ? Short.MAX_VALUE : Store.LARGEST_GAP;
    }

    private int headerWords() {
        int parts = tiles > 1 ? tiles : 0;
        return switch (packing) {
            case Packing.Constant c -> 3 + parts;
            case Packing.Plastic p -> PlasticSynapses.HEADER_WORDS;
            case Packing.Packed p -> 1 + parts;
            case Packing.Wide w -> 1;
            case Packing.InLong l -> 1;
        };
    }

    private int entryWords() {
        return switch (packing) {
            case Packing.Constant c -> 1;
            case Packing.Packed p -> 1;
            case Packing.Plastic p -> 1;
            case Packing.Wide w -> 2;
            case Packing.InLong l -> 3;
        };
    }

    private int writeHeader(int position, int count, int delay) {
        if (count > Store.LARGEST_RUN) {
            throw tooMany(count, Store.LARGEST_RUN);
        }
        if (packing instanceof Packing.Constant) {
            shorts[position] = (short) count;
            shorts[position + 1] = (short) (count >>> 16);
            return position + 3;
        }
        if (plastic != null) {
            plastic.header(position, count, delay);
        } else {
            ints[position] = count;
        }
        return position + (plastic != null ? PlasticSynapses.HEADER_WORDS : 1);
    }

    private void setGap(int header, int gap) {
        if (packing instanceof Packing.Constant) {
            shorts[header + 2] = (short) gap;
        } else {
            ints[header] |= gap << 24;
        }
    }

    /**
     * Second pass for synapses that follow a rule: the same ones as in the first, with the weights they begin with.
     *
     * @param ids what tells each from all others of the projection
     */
    void writePlastic(
            int population, int[] sources, int[] delays, double[] weights, long[] ids, int count, int target) {
        PlasticBuilder builder = Objects.requireNonNull(plastic);
        SourceSpan span = spans[population];
        int base = firstSlot(span);
        builder.target(target);
        for (int i = 0; i < count; i++) {
            int slot = base + sources[i] * span.width() * tiles + delays[i] * tiles;
            builder.synapse(slots[slot]++, numbers[slot], weights[i], ids[i]);
            numbers[slot] += builder.stride();
        }
    }

    /** Second pass: the same synapses as in the first, onto neuron {@code target} of the tile. */
    void write(int source, int[] sources, int[] delays, long[] weights, int count, int target) {
        SourceSpan span = spans[source];
        int width = span.width() * tiles;
        int base = firstSlot(span);
        switch (packing) {
            case Packing.Constant _, Packing.Packed _ ->
                buffersOf(source).add(base, sources, width, delays, tiles, weights, count, target);
            case Packing.Wide w -> {
                for (int i = 0; i < count; i++) {
                    int slot = base + sources[i] * width + delays[i] * tiles;
                    ints[slots[slot]] = target;
                    ints[slots[slot] + 1] = (int) weights[i];
                    slots[slot] += 2;
                }
            }
            case Packing.Plastic p -> throw new IllegalStateException("weights that change are doubles");
            case Packing.InLong l -> {
                for (int i = 0; i < count; i++) {
                    int slot = base + sources[i] * width + delays[i] * tiles;
                    ints[slots[slot]] = target;
                    ints[slots[slot] + 1] = (int) weights[i];
                    ints[slots[slot] + 2] = (int) (weights[i] >>> 32);
                    slots[slot] += 3;
                }
            }
        }
    }

    /** Buffers for the slots of a population. */
    private SlotBuffers buffersOf(int source) {
        SlotBuffers current = Objects.requireNonNull(buffers);
        if (source != population) {
            SourceSpan span = spans[source];
            current.begin(span.base(), span.base() + span.size() * span.width() * tiles);
            population = source;
        }
        return current;
    }

    /**
     * Ends the second pass.
     *
     * @param target population of the targets, where synapses are plastic
     */
    SynapseTable build(int target) {
        if (buffers != null) {
            buffers.flush();
            buffers = null;
        }
        Store store =
                switch (packing) {
                    case Packing.Constant(int weight) -> new Store.OfConstant(shorts, weight, tiles);
                    case Packing.Packed(int shift) -> new Store.OfPacked(ints, shift, tiles);
                    case Packing.Wide() -> new Store.OfWide(ints);
                    case Packing.InLong() -> new Store.OfLong(ints);
                    case Packing.Plastic p ->
                        new Store.OfPlastic(Objects.requireNonNull(plastic).build(), p, target);
                };
        slots = new int[0];
        numbers = slots;
        TouchAhead ahead = TouchAhead.of((double) store.bytes() / runs, (double) runs / rowCount());
        Optional<Buckets> buckets =
                tiles > 1 ? Optional.of(new Buckets(tiles, packing instanceof Packing.Constant)) : Optional.empty();
        return new SynapseTable(
                receptor, firstSource, rows, store, new Calendar(calendarSteps), ahead, synapses, buckets);
    }

    private int rowCount() {
        int count = 0;
        for (int i = 0; i < rows.length; i += 2) {
            count += rows[i] >= 0 ? 1 : 0;
        }
        return count;
    }
}
