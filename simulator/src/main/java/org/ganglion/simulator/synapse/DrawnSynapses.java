package org.ganglion.simulator.synapse;

import org.ganglion.simulator.plan.Branch;
import org.ganglion.simulator.plan.NetworkPlan;
import org.ganglion.simulator.plan.Packing;
import org.ganglion.simulator.plan.PopulationPlan;
import org.ganglion.simulator.plan.ProjectionPlan;
import org.ganglion.simulator.plan.WholeNumbers;
import org.ganglion.simulator.plan.WholeSampler;

/**
 * The synapses of one projection as they are simulated, target by target: with delays in steps, and weights as the sums of the
 * receptor keep them, or those that change as they begin. Holds those of one target; used by one thread. For those who write
 * a network down.
 */
public final class DrawnSynapses {
    private final ProjectionPlan projection;
    private final double[] units; // [branch]
    private final boolean plastic;
    private final SynapseDraw draw = new SynapseDraw();

    private DrawnSynapses(ProjectionPlan projection, double[] units) {
        this.projection = projection;
        this.units = units;
        this.plastic = projection.branches().stream().anyMatch(b -> b.packing() instanceof Packing.Plastic);
    }

    /**
     * Those of a projection.
     *
     * @param index its number in the network
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
            case Packing.Constant _, Packing.Wide _, Packing.InLong _, Packing.Plastic _ -> unit;
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
        int count = draw.draw(projection, target);
        if (plastic) {
            draw.drawWeights(projection, count);
        }
        return count;
    }

    public int source(int synapse) {
        return draw.sources()[synapse];
    }

    public int delaySteps(int synapse) {
        return draw.delays()[synapse];
    }

    /** A weight after it has been rounded to what its sum can tell apart; one that changes, as it begins. */
    public double weight(int synapse) {
        if (sameWeight()) {
            return projection.weights().largest();
        }
        if (plastic) {
            return draw.weights()[synapse];
        }
        int b = projection.branches().size() == 2 && draw.negative(projection, synapse) ? 1 : 0;
        return units[b]
                * switch (projection.branches().get(b).weights()) {
                    case WholeSampler sampler -> sampler.draw(draw.weightBits()[synapse]);
                    case WholeNumbers whole -> whole.whole(draw.weights()[synapse]);
                };
    }
}
