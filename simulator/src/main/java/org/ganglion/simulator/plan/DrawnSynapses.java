package org.ganglion.simulator.plan;

import org.ganglion.network.random.Squares;

/**
 * The synapses of one projection as they are simulated, target by target: with delays in steps, and weights in the unit of the
 * receptor as its sums keep them. Holds those of one target; used by one thread.
 *
 * <p>For those who write a network down. Groups draw their own, for speed, and come to the same.
 */
public final class DrawnSynapses {
    private final ProjectionPlan projection;
    private final double[] units; // [branch]
    private int[] sources = new int[1024];
    private int[] delaySteps = new int[1024];
    private double[] weights = new double[1024];
    private double[] given = new double[1024];

    private DrawnSynapses(ProjectionPlan projection, double[] units) {
        this.projection = projection;
        this.units = units;
    }

    /**
     * Those of a projection.
     *
     * @param index its number in the network; weights must not change
     */
    public static DrawnSynapses of(NetworkPlan plan, int index) {
        ProjectionPlan projection = plan.projections().get(index);
        double[] units = projection.branches().stream()
                .mapToDouble(branch -> unit(plan.populations().get(projection.target()), branch))
                .toArray();
        return new DrawnSynapses(projection, units);
    }

    private static double unit(PopulationPlan target, Branch branch) {
        double unit = target.receptors().get(branch.receptor()).unit();
        return switch (branch.packing()) {
            case Packing.Packed(int shift) -> Math.scalb(unit, shift);
            case Packing.Plastic _ -> throw new IllegalArgumentException("weights that change cannot be written down");
            case Packing.Constant _, Packing.Wide _, Packing.InLong _ -> unit;
        };
    }

    /** Whether all synapses have the same weight. */
    public boolean sameWeight() {
        return projection.weights().constant();
    }

    /** Whether all synapses have the same delay. */
    public boolean sameDelay() {
        return projection.minDelay() == projection.maxDelay();
    }

    /** Takes the synapses of a target up, and returns how many there are. */
    public int read(int target) {
        int count = projection.wiring().inDegree(target);
        if (count > sources.length) {
            int size = Math.max(count, 2 * sources.length);
            sources = new int[size];
            delaySteps = new int[size];
            weights = new double[size];
            given = new double[size];
        }
        projection.wiring().sources(target, sources);
        readDelays(target, count);
        readWeights(target, count);
        return count;
    }

    public int source(int synapse) {
        return sources[synapse];
    }

    public int delaySteps(int synapse) {
        return delaySteps[synapse];
    }

    public double weight(int synapse) {
        return weights[synapse];
    }

    private long bits(int target, int synapse) {
        return Squares.bits(projection.key(), ((long) target << 32) + synapse);
    }

    private void readDelays(int target, int count) {
        switch (projection.delays()) {
            case WholeSampler sampler -> {
                for (int i = 0; i < count; i++) {
                    delaySteps[i] = sameDelay() ? projection.minDelay() : (int) sampler.draw((int) bits(target, i));
                }
            }
            case WholeNumbers steps -> {
                ((PlannedValue.Given) projection.delaysMs()).numbers().fill(target, sources, count, given);
                for (int i = 0; i < count; i++) {
                    delaySteps[i] = (int) steps.whole(given[i]);
                }
            }
        }
    }

    private void readWeights(int target, int count) {
        if (projection.weights() instanceof PlannedValue.Given listed) {
            listed.numbers().fill(target, sources, count, given);
        }
        for (int i = 0; i < count; i++) {
            weights[i] = sameWeight() ? projection.weights().largest() : kept(target, i);
        }
    }

    /** A weight after it has been rounded to what its sum can tell apart. */
    private double kept(int target, int synapse) {
        boolean listed = projection.weights() instanceof PlannedValue.Given;
        int upper = listed ? 0 : (int) (bits(target, synapse) >>> 32);
        boolean negative = listed ? given[synapse] < 0 : (upper & 0xFFFFFFFFL) < projection.negativeBelow();
        int b = projection.branches().size() == 2 && negative ? 1 : 0;
        return units[b]
                * switch (projection.branches().get(b).weights()) {
                    case WholeSampler sampler -> sampler.draw(upper);
                    case WholeNumbers whole -> whole.whole(given[synapse]);
                };
    }
}
