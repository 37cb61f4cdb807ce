package org.ganglion.simulator.plastic;

import java.util.Arrays;
import java.util.Optional;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.random.Squares;
import org.ganglion.network.synapse.AdditivePairs;
import org.ganglion.network.synapse.Plasticity;

/** Collects what {@link PlasticSynapses} need while they are written, target after target. */
public final class PlasticBuilder {
    private final PlasticSpec spec;
    private final Plasticity rule;
    private final int signalRoom;
    private final int longHistory;
    private final int longSignal;
    private final Distribution[] drawn;
    private final long[] keys; // [drawn parameter]
    private final double[] draws;
    private int[] words = {};
    private double[] numbers = {};
    private long[] ids = {};
    private int nextNumber;
    private int firstNumber;
    private int[] runs = new int[64];
    private int runCount;
    private int[] begins = new int[64]; // [neuron]
    private int neurons;
    private int firstTarget;
    private int[] positions = {};
    private int synapses;

    /** @param signalRoom how many steps before it acts a spike of the signal may be announced */
    public PlasticBuilder(PlasticSpec spec, int signalRoom) {
        this(spec, signalRoom, HistorySynapses.LONG_HISTORY, HistorySynapses.LONG_SIGNAL);
    }

    PlasticBuilder(PlasticSpec spec, int signalRoom, int longHistory, int longSignal) {
        this.spec = spec;
        this.rule = spec.rule();
        this.signalRoom = signalRoom;
        this.longHistory = longHistory;
        this.longSignal = longSignal;
        this.drawn = rule.drawn().toArray(new Distribution[0]);
        this.keys = new long[drawn.length];
        this.draws = new double[drawn.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Keys.of(spec.seed(), Purpose.SYNAPSE_PARAMETER, spec.key(), i);
        }
    }

    /** Makes room, once the number of runs and of synapses is known; returns the array that the words go to. */
    public int[] begin(int runsInAll, int synapsesInAll) {
        words = new int[PlasticSynapses.HEADER_WORDS * runsInAll + synapsesInAll];
        numbers = new double[numbers(spec, runsInAll, synapsesInAll)];
        ids = rule.random() ? new long[words.length] : ids;
        positions = new int[synapsesInAll];
        return words;
    }

    /** Numbers of so many runs and synapses; more than an array holds is told by {@link ArithmeticException}. */
    private static int numbers(PlasticSpec spec, int runs, int synapses) {
        return Math.toIntExact((long) runs * spec.headerNumbers() + (long) synapses * spec.stride());
    }

    /** Writes the header of a run, one behind the other. */
    public void header(int position, int count, int delay) {
        if (runCount == runs.length) {
            runs = Arrays.copyOf(runs, 2 * runCount);
        }
        runs[runCount++] = position;
        words[position] = count;
        words[position + 1] = delay;
        words[position + 2] = nextNumber;
        numbers[nextNumber] = PlasticSynapses.START;
        rule.beginPre(numbers, nextNumber + spec.lead());
        firstNumber = nextNumber + spec.headerNumbers();
        nextNumber = firstNumber + count * spec.stride();
    }

    /** Where the numbers of the first synapse of the last run begin. */
    public int firstNumber() {
        return firstNumber;
    }

    /** Numbers of a run's header. */
    public int headerNumbers() {
        return spec.headerNumbers();
    }

    /** Numbers of a synapse. */
    public int stride() {
        return spec.stride();
    }

    /** Begins the synapses of the next target, given by its number in the tile; targets follow each other without gaps. */
    public void target(int target) {
        if (neurons == 0) {
            firstTarget = target;
        }
        if (neurons + 1 >= begins.length) {
            begins = Arrays.copyOf(begins, 2 * begins.length);
        }
        begins[neurons++] = synapses;
    }

    /**
     * The next synapse of the target.
     *
     * @param position its place in the words
     * @param number where its numbers begin
     * @param weight that it begins with
     * @param id index of its target in the population (upper 32 bits), and its number among the target's
     */
    public void synapse(int position, int number, double weight, long id) {
        positions[synapses++] = position;
        words[position] = firstTarget + neurons - 1;
        if (ids.length > 0) {
            ids[position] = id;
        }
        for (int i = 0; i < draws.length; i++) {
            draws[i] = drawn[i].quantile(Squares.uniformHigh(Squares.bits(keys[i], id)));
        }
        if (spec.own() > 0) {
            numbers[number] = PlasticSynapses.START;
        }
        rule.begin(numbers, number + spec.own(), spec.counts() ? 1 : weight, draws);
    }

    public PlasticSynapses build() {
        begins[neurons] = synapses;
        PlasticRuns all = new PlasticRuns(
                spec,
                words,
                numbers,
                ids,
                Arrays.copyOf(runs, runCount),
                Arrays.copyOf(begins, neurons + 1),
                positions);
        Optional<AdditivePairs> summed = spec.summed();
        if (summed.isPresent()) {
            return new SummedSynapses(spec, summed.get(), all, firstTarget);
        }
        SignalHistory signal = rule.modulation()
                .map(m -> new SignalHistory(m, spec.signalDelay(), signalRoom))
                .orElse(null);
        return new HistorySynapses(spec, all, firstTarget, longHistory, longSignal, signal);
    }
}
