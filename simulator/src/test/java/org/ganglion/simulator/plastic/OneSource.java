package org.ganglion.simulator.plastic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ganglion.network.synapse.Plasticity;

/** Synapses from one source onto one neuron, one at each of some delays, and the spikes that they see. */
final class OneSource {
    static final double DT_MS = 0.1;
    static final double UNIT = 0x1p-20;
    static final int SIGNAL_DELAY = 11;
    static final int NEVER = Integer.MAX_VALUE;
    static final int[] DELAYS = {3, 17};

    private static final int TARGET = 5;

    private OneSource() {}

    /** Spikes as steps, never falling. */
    record Spikes(List<Long> pre, List<Long> post, List<Long> signal) {
        Spikes before(long step) {
            return new Spikes(upTo(pre, step), upTo(post, step), upTo(signal, step));
        }

        Spikes from(long step) {
            return new Spikes(
                    pre.subList(upTo(pre, step).size(), pre.size()),
                    post.subList(upTo(post, step).size(), post.size()),
                    signal.subList(upTo(signal, step).size(), signal.size()));
        }

        private static List<Long> upTo(List<Long> steps, long end) {
            return steps.stream().filter(s -> s < end).toList();
        }
    }

    /** A run of one synapse for each delay. */
    static PlasticSynapses build(Plasticity rule, double weight, int longHistory, int longSignal) {
        int signalDelay = rule.modulation().isPresent() ? SIGNAL_DELAY : 0;
        PlasticSpec spec = new PlasticSpec("pair", rule, 3, 3, 77, DELAYS[0], DELAYS[1], UNIT, 1e3, false, signalDelay);
        PlasticBuilder builder = new PlasticBuilder(spec, 1024, longHistory, longSignal);
        int[] words = builder.begin(DELAYS.length, DELAYS.length);
        int[] positions = new int[DELAYS.length];
        int[] numbers = new int[DELAYS.length];
        int at = 0;
        for (int r = 0; r < DELAYS.length; r++) {
            builder.header(at, 1, DELAYS[r]);
            words[at] |= r + 1 < DELAYS.length ? (DELAYS[r + 1] - DELAYS[r]) << 24 : 0;
            numbers[r] = builder.firstNumber();
            positions[r] = at + PlasticSynapses.HEADER_WORDS;
            at = positions[r] + 1;
        }
        builder.target(TARGET);
        for (int r = 0; r < DELAYS.length; r++) {
            builder.synapse(positions[r], numbers[r], weight, 9L << 32 | r);
        }
        return builder.build();
    }

    /** Spikes as steps, never falling; some steps twice, and perhaps a silence in the middle. */
    static List<Long> spikes(Random random, int count, int meanInterval, int silence) {
        List<Long> steps = new ArrayList<>();
        long step = 0;
        for (int i = 0; i < count; i++) {
            step += random.nextInt(5) == 0 ? 0 : random.nextInt(2 * meanInterval);
            step += i == count / 2 ? silence : 0;
            steps.add(step);
        }
        return steps;
    }

    /**
     * What the presynaptic spikes carry, delay after delay, as they are delivered in the steps from one to before another.
     *
     * @param spikes all of them, of which some may be due in other steps
     */
    static List<List<Double>> carried(PlasticSynapses synapses, Spikes spikes, long first, long end) {
        List<List<Double>> result = new ArrayList<>();
        for (int r = 0; r < DELAYS.length; r++) {
            result.add(new ArrayList<>());
        }
        Spikes rest = spikes.from(first);
        int nextPost = 0;
        int nextSignal = 0;
        // A spike that was emitted before the first step, and acts later, is on its way.
        for (long emitted : spikes.before(first).signal()) {
            synapses.announceSignal(emitted, first);
        }
        for (long step = first; step < end; step++) {
            synapses.beginStep(step);
            int run = 0;
            for (int r = 0; r < DELAYS.length; r++) {
                for (long emitted : arriving(spikes.pre(), step - DELAYS[r])) {
                    int[] sums = new int[TARGET + 1];
                    synapses.deliver(run, emitted + DELAYS[r], sums);
                    result.get(r).add(sums[TARGET] * UNIT);
                }
                run = synapses.next(run);
            }
            for (; nextPost < rest.post().size() && rest.post().get(nextPost) == step; nextPost++) {
                synapses.postSpike(0, step);
            }
            for (; nextSignal < rest.signal().size() && rest.signal().get(nextSignal) == step; nextSignal++) {
                synapses.announceSignal(step, step);
            }
        }
        assertEquals(rest.post().stream().filter(s -> s < end).count(), nextPost);
        return result;
    }

    private static List<Long> arriving(List<Long> steps, long emitted) {
        int at = java.util.Collections.binarySearch(steps, emitted);
        if (at < 0) {
            return List.of();
        }
        int from = at;
        while (from > 0 && steps.get(from - 1) == emitted) {
            from--;
        }
        int to = at;
        while (to < steps.size() && steps.get(to) == emitted) {
            to++;
        }
        return steps.subList(from, to);
    }

    /** From the start to when the last spike has been delivered. */
    static List<List<Double>> carried(PlasticSynapses synapses, Spikes spikes) {
        return carried(synapses, spikes, 0, spikes.pre().getLast() + DELAYS[DELAYS.length - 1] + 1);
    }
}
