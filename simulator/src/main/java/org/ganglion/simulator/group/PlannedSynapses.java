package org.ganglion.simulator.group;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ganglion.simulator.SynapseWeights;
import org.ganglion.simulator.plan.NetworkPlan;
import org.ganglion.simulator.plan.Packing;
import org.ganglion.simulator.plan.ProjectionPlan;
import org.ganglion.simulator.plastic.PlasticSynapses;
import org.ganglion.simulator.synapse.SynapseDraw;

/** Draws the synapses of a plan once more, and takes the weights of those that follow a rule from where they are kept. */
public final class PlannedSynapses implements SynapseWeights {
    private static final double[] UNKNOWN = {};

    private final NetworkPlan plan;
    private final double dtMs;
    private final Kept kept;
    private final SynapseDraw draw = new SynapseDraw();
    private double[] delaysMs = new double[0];

    /** Where weights are kept that change. */
    private interface Kept {
        /** Those of the synapses of one branch of a projection onto one target, by number; empty if not known. */
        double[] onto(ProjectionPlan projection, Packing.Plastic branch, int target);
    }

    private PlannedSynapses(NetworkPlan plan, Kept kept) {
        this.plan = plan;
        this.dtMs = plan.experiment().settings().dtMs();
        this.kept = kept;
    }

    /** Weights that change are not known. */
    public static PlannedSynapses of(NetworkPlan plan) {
        return new PlannedSynapses(plan, (projection, branch, target) -> UNKNOWN);
    }

    /** Weights as they are now in all groups of a plan, which stand still while they are read. */
    static PlannedSynapses of(NetworkPlan plan, List<NeuronGroup> groups) {
        return new PlannedSynapses(plan, (projection, branch, target) -> {
            int group = plan.layout().groupOf(projection.target(), target);
            int index = plan.layout().indexInSlice(projection.target(), target);
            return PlasticPart.find(groups.get(group).plastic(), plan.layout(), projection, branch, target)
                    .map(part -> part.synapses().weights(index - part.first()))
                    .orElse(UNKNOWN);
        });
    }

    /** Weights as they are in states of groups; where these lack a target, they are not known. */
    public static PlannedSynapses ofStates(NetworkPlan plan, List<GroupState> states) {
        Map<Long, int[]> words = new HashMap<>(); // projection << 32 | target
        for (GroupState state : states) {
            for (GroupState.Plastic plastic : state.plastic()) {
                if (plastic.kind() == GroupState.PlasticKind.SYNAPSES) {
                    words.put(key(plastic.of(), plastic.neuron()), plastic.words());
                }
            }
        }
        return new PlannedSynapses(plan, (projection, branch, target) -> {
            int[] found = words.get(key(branch.negative() ? ~projection.index() : projection.index(), target));
            return found == null ? UNKNOWN : PlasticSynapses.weights(branch.spec(), found);
        });
    }

    private static long key(int of, int target) {
        return (long) of << 32 | target;
    }

    @Override
    public Row onto(int projection, int target) {
        ProjectionPlan of = plan.projections().get(projection);
        int count = draw.draw(of, target);
        draw.drawWeights(of, count);
        if (delaysMs.length < count) {
            delaysMs = new double[Math.max(count, 2 * delaysMs.length)];
        }
        for (int i = 0; i < count; i++) {
            delaysMs[i] = Math.round(draw.delays()[i] * dtMs * 1e6) / 1e6;
        }
        List<int[]> numbers = IntStream.range(0, of.branches().size())
                .mapToObj(b -> numbers(draw, of, b, count))
                .toList();
        for (int b = 0; b < numbers.size(); b++) {
            if (of.branches().get(b).packing() instanceof Packing.Plastic plastic
                    && !plastic.spec().counts()) {
                put(kept.onto(of, plastic, target), numbers.get(b));
            }
        }
        return new Row(count, draw.sources(), delaysMs, draw.weights());
    }

    /** Numbers of the synapses, of those last drawn, that belong to a branch of their projection. */
    static int[] numbers(SynapseDraw drawn, ProjectionPlan projection, int branch, int count) {
        int[] numbers = new int[count];
        boolean all = projection.branches().size() == 1;
        int n = 0;
        for (int i = 0; i < count; i++) {
            if (all || drawn.negative(projection, i) == (branch == 1)) {
                numbers[n++] = i;
            }
        }
        return Arrays.copyOf(numbers, n);
    }

    private void put(double[] weights, int[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            draw.weights()[numbers[i]] = weights.length == 0 ? Double.NaN : weights[i];
        }
    }
}
