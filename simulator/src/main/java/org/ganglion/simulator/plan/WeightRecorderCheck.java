package org.ganglion.simulator.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.ganglion.network.Network;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;
import org.ganglion.network.spec.Problem;
import org.ganglion.network.wiring.Wiring;

/** What can be said against recorders of weights once the synapses are known: that they chose none, or too many. */
final class WeightRecorderCheck {
    /** A sample of one recorder is a row in one array. */
    static final long MOST = 1L << 28;

    private WeightRecorderCheck() {}

    static List<Problem> check(Network network, List<ProjectionPlan> projections) {
        List<Problem> problems = new ArrayList<>();
        for (Recorder recorder : network.recorders()) {
            if (recorder instanceof Recorder.Weights weights) {
                ProjectionPlan projection = projections.get(network.projectionIndex(weights.projection()));
                check(network, weights, projection, problems);
            }
        }
        return problems;
    }

    private static void check(
            Network network, Recorder.Weights recorder, ProjectionPlan projection, List<Problem> problems) {
        int[] targets = recorder.targets()
                .indices(network.populations().get(projection.target()).size());
        int sourceSize = network.populations().get(projection.source()).size();
        Wiring wiring = projection.wiring();
        long onto = IntStream.of(targets).mapToLong(wiring::inDegree).sum();
        long chosen = recorder.sources() instanceof Selection.All
                ? onto
                : count(wiring, targets, recorder.sources().indices(sourceSize), onto <= MOST);
        if (chosen == 0) {
            problems.add(new Problem(
                    "recorders." + recorder.name(),
                    "no synapse of " + recorder.projection() + " is chosen, of " + wiring.synapses()
                            + "; choose other sources or targets"));
        } else if (chosen > MOST) {
            problems.add(new Problem(
                    "recorders." + recorder.name(),
                    chosen + " synapses of " + recorder.projection() + " are chosen, but one recorder takes " + MOST
                            + " at most; choose fewer sources or targets"));
        }
    }

    /** Number of the synapses from some sources; one will do where it is only asked whether there are any. */
    private static long count(Wiring wiring, int[] targets, int[] sources, boolean any) {
        BitSet wanted = new BitSet();
        IntStream.of(sources).forEach(wanted::set);
        int[] found = new int[Math.max(1, wiring.maxInDegree())];
        long count = 0;
        for (int target : targets) {
            wiring.sources(target, found);
            for (int k = wiring.inDegree(target) - 1; k >= 0; k--) {
                count += wanted.get(found[k]) ? 1 : 0;
            }
            if (any && count > 0) {
                return count;
            }
        }
        return count;
    }
}
