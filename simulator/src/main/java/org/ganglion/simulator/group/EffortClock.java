package org.ganglion.simulator.group;

import java.util.List;
import org.ganglion.simulator.Effort;

/** Where the time of a group goes. Reads the clock in one step of 64, so that it costs nothing worth counting. */
public final class EffortClock {
    private static final int EVERY = 64;

    private final long firstStep;
    private long begin;
    private long deliveryNanos;
    private long events;
    private long stepNanos;
    private long neuronSteps;

    /** @param firstStep steps before it are not measured */
    EffortClock(long firstStep) {
        this.firstStep = firstStep;
    }

    private boolean measures(long step) {
        return step % EVERY == 0 && step >= firstStep;
    }

    /** Begins a stretch of work on a step. */
    void begin(long step) {
        if (measures(step)) {
            begin = System.nanoTime();
        }
    }

    /** Ends a stretch in which synaptic events were delivered, and begins the next one. */
    void delivered(long step, long count) {
        if (measures(step)) {
            long now = System.nanoTime();
            deliveryNanos += now - begin;
            events += count;
            begin = now;
        }
    }

    /** Likewise for neurons that were stepped. */
    void stepped(long step, int neurons) {
        if (measures(step)) {
            long now = System.nanoTime();
            stepNanos += now - begin;
            neuronSteps += neurons;
            begin = now;
        }
    }

    /** What was measured in some groups together. */
    public static Effort of(List<NeuronGroup> groups) {
        double events = 0;
        double deliveryNanos = 0;
        double neuronSteps = 0;
        double stepNanos = 0;
        for (NeuronGroup group : groups) {
            EffortClock clock = group.effort();
            events += clock.events;
            deliveryNanos += clock.deliveryNanos;
            neuronSteps += clock.neuronSteps;
            stepNanos += clock.stepNanos;
        }
        return new Effort(deliveryNanos / events, stepNanos / neuronSteps);
    }
}
