package org.ganglion.simulator.synapse;

import java.util.Arrays;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Squares;
import org.ganglion.simulator.plan.PlannedValue;
import org.ganglion.simulator.plan.ProjectionPlan;
import org.ganglion.simulator.plan.WholeNumbers;
import org.ganglion.simulator.plan.WholeSampler;

/**
 * The synapses of one projection onto one target, drawn from the seed: the same ones however often and wherever they are
 * drawn. Arrays are written again by the next draw.
 */
public final class SynapseDraw {
    private int[] sources = new int[1024];
    private int[] delays = new int[1024];
    private int[] weightBits = new int[1024];
    private double[] weights = new double[1024];
    private double[] delaysMs = new double[1024];

    /** Draws sources, delays and, where they are not given, bits of weights; returns the number of synapses. */
    public int draw(ProjectionPlan projection, int target) {
        int count = projection.wiring().inDegree(target);
        if (count > sources.length) {
            grow(Math.max(count, 2 * sources.length));
        }
        projection.wiring().sources(target, sources);
        drawBits(projection, target, count);
        drawDelays(projection, target, count);
        if (projection.weights() instanceof PlannedValue.Given given) {
            given.numbers().fill(target, sources, count, weights);
        }
        return count;
    }

    /** Turns the bits of the last draw into weights before they are rounded, where these are not given. */
    public void drawWeights(ProjectionPlan projection, int count) {
        if (projection.weights() instanceof PlannedValue.Drawn(Distribution weight)) {
            for (int i = 0; i < count; i++) {
                weights[i] = weight.quantile(Squares.uniformHigh((long) weightBits[i] << 32));
            }
        }
    }

    private void grow(int size) {
        sources = new int[size];
        delays = new int[size];
        weightBits = new int[size];
        weights = new double[size];
        delaysMs = new double[size];
    }

    /** Draws the bits of weights, in the upper half of what a synapse draws, and keeps those of delays beside them. */
    private void drawBits(ProjectionPlan projection, int target, int count) {
        if (!projection.drawn()) {
            return;
        }
        long key = projection.key();
        long counter = (long) target << 32;
        for (int i = 0; i < count; i++) {
            long bits = Squares.bits(key, counter + i);
            weightBits[i] = (int) (bits >>> 32);
            delays[i] = (int) bits;
        }
    }

    /** Turns bits, or what is given, into delays. */
    private void drawDelays(ProjectionPlan projection, int target, int count) {
        if (projection.minDelay() == projection.maxDelay()) {
            Arrays.fill(delays, 0, count, projection.minDelay());
            return;
        }
        switch (projection.delays()) {
            case WholeSampler sampler -> {
                for (int i = 0; i < count; i++) {
                    delays[i] = (int) sampler.draw(delays[i]);
                }
            }
            case WholeNumbers steps -> {
                PlannedValue.Given given = (PlannedValue.Given) projection.delaysMs();
                given.numbers().fill(target, sources, count, delaysMs);
                for (int i = 0; i < count; i++) {
                    delays[i] = (int) steps.whole(delaysMs[i]);
                }
            }
        }
    }

    /** Whether a synapse of a projection with two branches ends at the receptor of negative weights. */
    public boolean negative(ProjectionPlan projection, int number) {
        return projection.weights() instanceof PlannedValue.Given
                ? weights[number] < 0
                : (weightBits[number] & 0xFFFFFFFFL) < projection.negativeBelow();
    }

    /** Indices in the source population. */
    public int[] sources() {
        return sources;
    }

    /** In steps. */
    public int[] delays() {
        return delays;
    }

    /** What drawn weights follow from. */
    int[] weightBits() {
        return weightBits;
    }

    /** Weights that are given, or after {@link #drawWeights} all of them. */
    public double[] weights() {
        return weights;
    }
}
