package org.ganglion.simulator.plan;

import java.util.List;
import java.util.stream.IntStream;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkCheck;
import org.ganglion.network.spec.InvalidNetworkException;
import org.ganglion.network.spec.Problem;

/**
 * Everything that groups share and need before they build their part. A pure function of the description and the number
 * of groups; all but the layout is independent of that number.
 */
public record NetworkPlan(
        Experiment experiment, Layout layout, List<PopulationPlan> populations, List<ProjectionPlan> projections) {

    public NetworkPlan {
        populations = List.copyOf(populations);
        projections = List.copyOf(projections);
    }

    /**
     * Plans an experiment for some number of groups.
     *
     * @throws InvalidNetworkException with everything that is wrong with the description
     */
    public static NetworkPlan of(Experiment experiment, int groups) {
        List<Problem> problems = NetworkCheck.check(experiment);
        if (!problems.isEmpty()) {
            throw new InvalidNetworkException(problems);
        }
        Layout layout = Layout.of(experiment, groups);
        Planner planner = new Planner(experiment);
        List<PopulationPlan> populations = planner.populations();
        List<ProjectionPlan> projections = planner.projections(populations);
        List<Problem> ofRecorders = WeightRecorderCheck.check(experiment.network(), projections);
        if (!ofRecorders.isEmpty()) {
            throw new InvalidNetworkException(ofRecorders);
        }
        return new NetworkPlan(experiment, layout, populations, projections);
    }

    /** Number of synapses. */
    public long synapses() {
        return projections.stream().mapToLong(p -> p.wiring().synapses()).sum();
    }

    /** Largest delay that any synapse or signal can have, in steps; 1 if there are none. */
    public int maxDelay() {
        return IntStream.concat(projections.stream().mapToInt(ProjectionPlan::maxDelay), signalDelays())
                .max()
                .orElse(1);
    }

    /** Smallest delay that any synapse or signal can have, in steps; 1 if there are none. */
    public int minDelay() {
        IntStream ofSynapses =
                projections.stream().filter(ProjectionPlan::connects).mapToInt(ProjectionPlan::minDelay);
        return IntStream.concat(ofSynapses, signalDelays()).min().orElse(1);
    }

    private IntStream signalDelays() {
        return projections.stream().flatMap(p -> p.signal().stream()).mapToInt(SignalPlan::delay);
    }
}
