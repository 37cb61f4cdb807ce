package org.ganglion.simulator.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganglion.network.Population;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.Locality;
import org.ganglion.simulator.PopulationSummary;
import org.ganglion.simulator.RunSummary;
import org.ganglion.simulator.plan.DelayRounding;
import org.ganglion.simulator.plan.NetworkPlan;

/** Tells what a run did from the states of its groups at the end, the same as from the groups themselves. */
public final class StateSummaries {
    private StateSummaries() {}

    /**
     * What a run cost, as far as states do not tell.
     *
     * @param timedSeconds model time after the warm-up that passed in {@code wallSeconds}
     */
    public record Costs(
            long synapseBytes,
            int threads,
            double buildSeconds,
            double warmUpSeconds,
            double wallSeconds,
            double timedSeconds) {}

    /**
     * What a run did up to a step.
     *
     * @param states of all groups at that step
     * @param before what was counted that is not in the states
     */
    public static RunSummary of(
            NetworkPlan plan, List<GroupState> states, GroupState.Totals before, long endStep, Costs costs) {
        RunSettings settings = plan.experiment().settings();
        double seconds = Math.max(0, endStep - settings.warmUpSteps()) * settings.dtMs() * 1e-3;
        List<PopulationSummary> populations = new ArrayList<>();
        for (int p = 0; p < plan.populations().size(); p++) {
            populations.add(population(plan.populations().get(p).population(), p, states, seconds));
        }
        GroupState.Totals totals = states.stream().map(GroupState::totals).reduce(before, GroupState.Totals::plus);
        DelayRounding rounding = DelayRounding.of(plan);
        return new RunSummary(
                populations,
                settings.warmUpSteps(),
                endStep,
                endStep < settings.endStep(),
                plan.experiment().network().neurons(),
                plan.synapses(),
                populations.stream().mapToLong(PopulationSummary::spikes).sum(),
                totals.synapticEvents(),
                costs.synapseBytes(),
                totals.spikeHash(),
                states.stream().mapToLong(StateSummaries::stateHash).sum(),
                rounding.synapses(),
                rounding.largestMs(),
                plan.layout().groups(),
                costs.threads(),
                costs.buildSeconds(),
                costs.warmUpSeconds(),
                costs.wallSeconds(),
                seconds,
                costs.timedSeconds(),
                costs.timedSeconds() > 0 ? totals.synapticEvents() - before.synapticEvents() : 0,
                Locality.UNKNOWN);
    }

    private static long stateHash(GroupState state) {
        long hash = PlasticStates.hashOf(state.plastic());
        for (GroupState.Neurons neurons : state.neurons()) {
            int width = neurons.wordsPerNeuron();
            for (int i = 0; i < neurons.indices().length; i++) {
                int[] words = Arrays.copyOfRange(neurons.words(), width * i, width * (i + 1));
                hash += Hashes.state(neurons.population(), neurons.indices()[i], words);
            }
        }
        return hash;
    }

    private static PopulationSummary population(
            Population population, int index, List<GroupState> states, double seconds) {
        double[] cvs = new double[population.size()];
        Arrays.fill(cvs, Double.NaN);
        long spikes = 0;
        SpikeStatistics one = new SpikeStatistics(1);
        for (GroupState state : states) {
            for (GroupState.Neurons neurons : state.neurons()) {
                for (int i = 0; neurons.population() == index && i < neurons.indices().length; i++) {
                    one.restore(0, neurons.statistics(), SpikeStatistics.NUMBERS * i);
                    spikes += one.count(0);
                    if (one.count(0) >= Summaries.SPIKES_FOR_CV) {
                        cvs[neurons.indices()[i]] = one.cv(0);
                    }
                }
            }
        }
        return Summaries.population(population, cvs, spikes, seconds);
    }
}
