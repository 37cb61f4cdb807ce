package org.ganglion.simulator.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Pairs;
import org.ganglion.network.Population;
import org.ganglion.network.Projection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.synapse.Plasticity;

/** How much work a network is, roughly: what the parts cost ({@link Costs}), times how many there will be. */
public final class WorkEstimate {
    private final double dtMs;
    private final double neuronsNs;
    private final int populations;
    private final double synapses;
    private final double plasticNs;
    private final List<Rows> rows;

    /** Synapses of one population that do not change, over how many steps their delays are spread, and whose they are. */
    private record Rows(double synapses, double delays, double sources) {
        Rows and(Rows other) {
            return new Rows(synapses + other.synapses, Math.max(delays, other.delays), sources);
        }
    }

    private WorkEstimate(Experiment experiment, Pairs pairs) {
        Network network = experiment.network();
        this.dtMs = experiment.settings().dtMs();
        this.neuronsNs = neuronsNs(network);
        this.populations = network.populations().size();
        Map<String, Rows> found = new HashMap<>();
        double all = 0;
        double plastic = 0;
        for (int i = 0; i < network.projections().size(); i++) {
            Projection of = network.projections().get(i);
            double expected = pairs.expectedSynapses(i);
            all += expected;
            Optional<Plasticity> rule = of.synapse().plasticity(dtMs);
            if (rule.isPresent()) {
                boolean summed = rule.get().additive().isPresent();
                plastic += expected * (summed ? Costs.SUMMED_EVENT_NS : Costs.PLASTIC_EVENT_NS);
            } else {
                Distribution delayMs = pairs.resembling(i, of.delayMs());
                double delays = Math.round((delayMs.quantile(0.95) - delayMs.quantile(0.05)) / dtMs) + 1.0;
                int sources = network.population(of.source()).size();
                found.merge(of.source(), new Rows(expected, delays, sources), Rows::and);
            }
        }
        this.synapses = all;
        this.plasticNs = plastic;
        this.rows = List.copyOf(found.values());
    }

    /** Estimates an experiment that has been checked. */
    public static WorkEstimate of(Experiment experiment) {
        return new WorkEstimate(experiment, Pairs.of(experiment));
    }

    private static double neuronsNs(Network network) {
        double ns = 0;
        for (Population population : network.populations()) {
            ns += population.size() * Costs.stepNs(population.model().name());
        }
        for (Stimulus stimulus : network.stimuli()) {
            ns += network.population(stimulus.target()).size() * Costs.DRAW_NS;
        }
        return ns;
    }

    /** Synapses that are expected. */
    public double synapses() {
        return synapses;
    }

    /**
     * What a step takes, all groups together, in ns of one core.
     *
     * @param groups that the network is dealt over
     * @param rateHz at which each neuron is assumed to fire
     */
    public double stepNs(int groups, double rateHz) {
        double ofASpikeOfEach =
                plasticNs + rows.stream().mapToDouble(r -> eventsNs(r, groups)).sum();
        double ofGroups = (double) groups * populations * Costs.POPULATION_NS;
        return neuronsNs + ofGroups + rateHz * dtMs / 1000 * ofASpikeOfEach;
    }

    /** Synapses of one source lie in runs, one for each delay and group. */
    private static double eventsNs(Rows rows, int groups) {
        double most = rows.sources() * rows.delays() * groups;
        double runs = most * -Math.expm1(-rows.synapses() / most); // those with at least one synapse
        return rows.synapses() * Costs.EVENT_NS + runs * Costs.RUN_NS;
    }
}
