package org.ganglion.simulator.group;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.SynapseWeights;
import org.ganglion.simulator.plan.DelayRounding;
import org.ganglion.simulator.plan.Layout;
import org.ganglion.simulator.plan.NetworkPlan;

/** All groups of a network in one JVM, built and linked, ready to be driven. */
public record BuiltNetwork(
        Experiment experiment, Layout layout, DelayRounding rounding, List<NeuronGroup> groups, double buildSeconds) {

    public BuiltNetwork {
        groups = List.copyOf(groups);
    }

    /**
     * Builds all groups, {@code threads} at a time, and links them.
     *
     * @throws org.ganglion.network.spec.InvalidNetworkException if the description cannot be run
     */
    public static BuiltNetwork build(Experiment experiment, int groups, int threads, Recording recording)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        NetworkPlan plan = NetworkPlan.of(experiment, groups);
        List<NeuronGroup> built = buildGroups(plan, threads, recording);
        link(plan, built);
        return new BuiltNetwork(
                experiment, plan.layout(), DelayRounding.of(plan), built, (System.nanoTime() - begin) * 1e-9);
    }

    private static List<NeuronGroup> buildGroups(NetworkPlan plan, int threads, Recording recording)
            throws IOException, InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<NeuronGroup>> parts = new ArrayList<>();
            for (int g = 0; g < plan.layout().groups(); g++) {
                int group = g;
                parts.add(pool.submit(() -> GroupBuilder.build(plan, group, recording)));
            }
            List<NeuronGroup> groups = new ArrayList<>();
            for (Future<NeuronGroup> part : parts) {
                groups.add(part.get());
            }
            return groups;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case null -> throw new SimulationException("a group could not be built", e);
                case IOException io -> throw io;
                case RuntimeException known -> throw known;
                case Error error -> throw error;
                case Throwable other -> throw new SimulationException("a group could not be built", other);
            }
        }
    }

    /**
     * Its synapses with the weights that they have now. The plan is made again: it is large, rarely needed behind the
     * building, and says the same each time.
     */
    public SynapseWeights synapses() {
        return PlannedSynapses.of(NetworkPlan.of(experiment, groups.size()), groups);
    }

    /**
     * Passes at the end of the run unless the state of a neuron is not finite.
     *
     * @param step that all groups have reached; before the end nothing is looked at
     */
    public void requireFiniteStates(long step) {
        if (step >= experiment.settings().endStep()) {
            groups.stream()
                    .flatMap(g -> g.fault().stream())
                    .min(Comparator.naturalOrder())
                    .ifPresent(fault -> {
                        throw fault.exception();
                    });
        }
    }

    private static void link(NetworkPlan plan, List<NeuronGroup> groups) {
        int n = groups.size();
        int[][] delays = new int[n][];
        int[] groupOf = plan.layout().groupOfNeurons();
        for (int g = 0; g < n; g++) {
            delays[g] = groups.get(g).delaysFrom(n, neuron -> groupOf[neuron]);
        }
        if (plan.experiment().settings().barrier()) {
            everyoneWaitsForEveryone(delays, plan.minDelay());
        }
        for (int g = 0; g < n; g++) {
            int[] readers = new int[n];
            for (int r = 0; r < n; r++) {
                readers[r] = delays[r][g];
            }
            groups.get(g).link(delays[g], readers);
        }
    }

    private static void everyoneWaitsForEveryone(int[][] delays, int minDelay) {
        for (int g = 0; g < delays.length; g++) {
            for (int s = 0; s < delays.length; s++) {
                delays[g][s] = g == s ? 0 : minDelay;
            }
        }
    }
}
