package org.ganglion.simulator.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.ganglion.network.Recorder;
import org.ganglion.simulator.SampleTimes;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.plan.NetworkPlan;
import org.ganglion.simulator.plan.Packing;
import org.ganglion.simulator.plan.ProjectionPlan;
import org.ganglion.simulator.synapse.SynapseDraw;

/** Finds the synapses of one group that the recorders of weights chose. */
final class WeightProbes {
    private final NetworkPlan plan;
    private final int group;
    private final List<PlasticPart> plastic;
    private final SynapseDraw draw = new SynapseDraw();

    /** @param plastic the group's synapses that follow rules */
    WeightProbes(NetworkPlan plan, int group, List<PlasticPart> plastic) {
        this.plan = plan;
        this.group = group;
        this.plastic = plastic;
    }

    /** One for each recorder that samples synapses of the group. */
    List<WeightProbe> build() {
        List<WeightProbe> probes = new ArrayList<>();
        int number = 0;
        for (Recorder recorder : plan.experiment().network().recorders()) {
            if (recorder instanceof Recorder.Weights weights) {
                if (weights.samples()) {
                    probe(number, weights, probes);
                }
                number++;
            }
        }
        return probes;
    }

    private void probe(int number, Recorder.Weights recorder, List<WeightProbe> out) {
        ProjectionPlan projection =
                plan.projections().get(plan.experiment().network().projectionIndex(recorder.projection()));
        BitSet sources = new BitSet();
        IntStream.of(recorder.sources().indices(plan.layout().populationSize(projection.source())))
                .forEach(sources::set);
        int[] here = IntStream.of(recorder.targets().indices(plan.layout().populationSize(projection.target())))
                .filter(t -> plan.layout().groupOf(projection.target(), t) == group)
                .toArray();
        int[] targets = new int[here.length];
        int count = 0;
        int size = 0;
        for (int target : here) {
            int chosen = countChosen(projection, target, sources);
            size = Math.addExact(size, chosen);
            targets[count] = target;
            count += chosen > 0 ? 1 : 0;
        }
        if (count == 0) {
            return;
        }
        targets = Arrays.copyOf(targets, count);
        float[] values = new float[size];
        List<WeightProbe.Changing> changing = new ArrayList<>();
        int first = 0;
        for (int target : targets) {
            first = add(projection, target, sources, first, values, changing);
        }
        SampleTimes when = SampleTimes.of(recorder, plan.experiment().settings().dtMs());
        out.add(new WeightProbe(number, when, targets, values, changing));
    }

    private int countChosen(ProjectionPlan projection, int target, BitSet sources) {
        int count = draw.draw(projection, target);
        int chosen = 0;
        for (int k = 0; k < count; k++) {
            chosen += sources.get(draw.sources()[k]) ? 1 : 0;
        }
        return chosen;
    }

    /** Adds the chosen synapses onto a target, whose values begin at {@code first}; returns where the next one's begin. */
    private int add(
            ProjectionPlan projection,
            int target,
            BitSet sources,
            int first,
            float[] values,
            List<WeightProbe.Changing> out) {
        int count = draw.draw(projection, target);
        draw.drawWeights(projection, count);
        int[] places = new int[count]; // [number]
        int next = first;
        for (int k = 0; k < count; k++) {
            boolean chosen = sources.get(draw.sources()[k]);
            places[k] = chosen ? next++ : -1;
            if (chosen) {
                values[places[k]] = (float) draw.weights()[k];
            }
        }
        for (int b = 0; b < projection.branches().size(); b++) {
            if (projection.branches().get(b).packing() instanceof Packing.Plastic branch
                    && !branch.spec().counts()) {
                int[] own = IntStream.of(PlannedSynapses.numbers(draw, projection, b, count))
                        .map(k -> places[k])
                        .toArray();
                if (Arrays.stream(own).anyMatch(place -> place >= 0)) {
                    PlasticPart part = part(projection, branch, target);
                    int index = plan.layout().indexInSlice(projection.target(), target);
                    out.add(new WeightProbe.Changing(part.synapses(), index - part.first(), own));
                }
            }
        }
        return next;
    }

    private PlasticPart part(ProjectionPlan projection, Packing.Plastic branch, int target) {
        return PlasticPart.find(plastic, plan.layout(), projection, branch, target)
                .orElseThrow(() -> new SimulationException("group " + group + " lacks the synapses of projection "
                        + projection.projection().name() + " onto neuron " + target
                        + "; this is a defect of Ganglion"));
    }
}
