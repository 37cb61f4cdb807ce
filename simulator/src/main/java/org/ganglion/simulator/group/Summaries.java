package org.ganglion.simulator.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganglion.network.Population;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.PopulationSummary;
import org.ganglion.simulator.RunSummary;

/** Adds up what the groups counted, in the order of neurons, so that no figure depends on the groups. */
public final class Summaries {
    static final int SPIKES_FOR_CV = 10;

    private Summaries() {}

    /**
     * What a run did up to a step that all groups have reached.
     *
     * @param partial whether it ended before it was meant to
     */
    public static RunSummary of(BuiltNetwork network, WallClock clock, long endStep, boolean partial, int threads) {
        RunSettings settings = network.experiment().settings();
        List<PopulationSummary> populations = of(network, endStep);
        List<NeuronGroup> groups = network.groups();
        double modelSeconds = Math.max(0, endStep - settings.warmUpSteps()) * settings.dtMs() * 1e-3;
        long events = groups.stream().mapToLong(NeuronGroup::synapticEvents).sum();
        return new RunSummary(
                populations,
                settings.warmUpSteps(),
                endStep,
                partial,
                network.experiment().network().neurons(),
                groups.stream().mapToLong(NeuronGroup::synapses).sum(),
                populations.stream().mapToLong(PopulationSummary::spikes).sum(),
                events,
                groups.stream().mapToLong(NeuronGroup::synapseBytes).sum(),
                groups.stream().mapToLong(NeuronGroup::spikeHash).sum(),
                groups.stream().mapToLong(NeuronGroup::stateHash).sum(),
                network.rounding().synapses(),
                network.rounding().largestMs(),
                groups.size(),
                threads,
                network.buildSeconds(),
                clock.warmUpSeconds(),
                clock.seconds(),
                modelSeconds,
                modelSeconds,
                events,
                Localities.of(network.layout(), groups));
    }

    /** One line a population, over the steps from the end of the warm-up to {@code endStep}. */
    public static List<PopulationSummary> of(BuiltNetwork network, long endStep) {
        RunSettings settings = network.experiment().settings();
        double seconds = Math.max(0, endStep - settings.warmUpSteps()) * settings.dtMs() * 1e-3;
        List<PopulationSummary> result = new ArrayList<>();
        List<Population> populations = network.experiment().network().populations();
        for (int p = 0; p < populations.size(); p++) {
            result.add(summary(network, populations.get(p), p, seconds));
        }
        return result;
    }

    private static PopulationSummary summary(BuiltNetwork network, Population population, int index, double seconds) {
        double[] cvs = new double[population.size()];
        Arrays.fill(cvs, Double.NaN);
        long spikes = 0;
        for (NeuronGroup group : network.groups()) {
            for (Slice slice : group.slices()) {
                if (slice.population() == index) {
                    spikes += gather(slice, cvs);
                }
            }
        }
        return population(population, cvs, spikes, seconds);
    }

    /**
     * The line of a population.
     *
     * @param cvs of its neurons, NaN for those that emitted too few spikes
     */
    static PopulationSummary population(Population population, double[] cvs, long spikes, double seconds) {
        double sum = 0;
        int n = 0;
        for (double cv : cvs) {
            if (!Double.isNaN(cv)) {
                sum += cv;
                n++;
            }
        }
        double rate = seconds > 0 ? spikes / (seconds * population.size()) : 0;
        return new PopulationSummary(
                population.name(), population.size(), spikes, rate, n > 0 ? sum / n : Double.NaN, n);
    }

    private static long gather(Slice slice, double[] cvs) {
        long spikes = 0;
        for (int i = 0; i < slice.size(); i++) {
            long count = slice.statistics().count(i);
            spikes += count;
            if (count >= SPIKES_FOR_CV) {
                cvs[slice.neuron(i)] = slice.statistics().cv(i);
            }
        }
        return spikes;
    }
}
