package org.ganglion.simulator.group;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.link.SpikeBuffer;
import org.ganglion.simulator.plan.PopulationPlan;

/** Turns what fired in a step into the spikes of a group, told to all who ask for them, and counts them. */
final class Emission {
    private final List<Slice> slices;
    private final List<PlasticPart> plastic;
    private final GroupRecorder recorder;
    private final WindowCounts counts;
    private final SpikeBuffer buffer;
    private final long firstCountedStep;
    private final AtomicLong spikes = new AtomicLong(); // for onlookers on other threads
    private int[] fired = new int[64];
    private long spikeHash;
    private long countsFrom;

    Emission(
            List<Slice> slices,
            List<PlasticPart> plastic,
            GroupRecorder recorder,
            WindowCounts counts,
            SpikeBuffer buffer,
            long firstCountedStep) {
        this.slices = slices;
        this.plastic = plastic;
        this.recorder = recorder;
        this.counts = counts;
        this.buffer = buffer;
        this.firstCountedStep = firstCountedStep;
    }

    /** Adds a step to the buffer, with the spikes in it. */
    void endStep(long step) {
        int begin = buffer.count();
        int before = begin;
        for (int s = 0; s < slices.size(); s++) {
            int count = collect(slices.get(s));
            for (int i = 0; i < count; i++) {
                emit(slices.get(s), fired[i], step);
            }
            if (step >= firstCountedStep) {
                slices.get(s).countSpikes(fired, count, step);
            }
            counts.add(s, buffer.count() - before);
            before = buffer.count();
        }
        buffer.endStep();
        if (step >= countsFrom) {
            spikes.lazySet(spikes.get() + buffer.count() - begin);
        }
    }

    /** Lists who fired, as indices in the slice; returns how many. */
    private int collect(Slice slice) {
        int count = 0;
        for (int word = 0; word < slice.fired().length; word++) {
            for (long bits = slice.fired(word); bits != 0; bits &= bits - 1) {
                if (count == fired.length) {
                    fired = Arrays.copyOf(fired, 2 * count);
                }
                fired[count++] = word * 64 + Long.numberOfTrailingZeros(bits);
            }
        }
        return count;
    }

    private void emit(Slice slice, int index, long step) {
        int atOnce = slice.plan().atOnce();
        int multiplicity = atOnce > 1 ? slice.state().multiplicity(index) : 1;
        if (multiplicity > atOnce) {
            throw tooMany(slice, index, multiplicity, step);
        }
        int inPopulation = slice.neuron(index);
        int inNetwork = slice.layout().offset(slice.population()) + inPopulation;
        for (int i = 0; i < multiplicity; i++) {
            buffer.add(inNetwork);
        }
        if (step >= countsFrom) {
            spikeHash += Hashes.spike(slice.population(), inPopulation, step, multiplicity);
        }
        for (int p = 0; p < plastic.size(); p++) {
            plastic.get(p).fired(slice.population(), index, step, multiplicity);
        }
        if (step >= firstCountedStep) {
            recorder.spike(slice, index, inNetwork, step, multiplicity);
        }
    }

    private static SimulationException tooMany(Slice slice, int index, int multiplicity, long step) {
        int atOnce = slice.plan().atOnce();
        boolean relays = atOnce == PopulationPlan.RELAYED;
        String what = relays ? " relays " + multiplicity + " spikes" : " fires more than " + atOnce + " times";
        String remedy = relays
                ? "; at most " + atOnce + " are possible; break the loop of relays or lower the rate of its inputs"
                : "; give it a refractory period t_ref, or lower its input or simulation.dt";
        String name = slice.plan().population().name();
        return new SimulationException(name + ": neuron " + slice.neuron(index) + what + " in step " + step + remedy);
    }

    /** Continues from what was counted before. */
    void restore(long spikesBefore, long hashBefore) {
        spikes.set(spikesBefore);
        spikeHash = hashBefore;
    }

    /** Leaves out of its counts what is emitted before a step. */
    void countFrom(long step) {
        countsFrom = step;
    }

    /** Spikes so far, for any thread. */
    long spikes() {
        return spikes.get();
    }

    /** Sum of the hashes of all spikes. */
    long spikeHash() {
        return spikeHash;
    }
}
