package org.ganglion.cli.estimate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Pairs;
import org.ganglion.network.Population;
import org.ganglion.network.Projection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.synapse.Plasticity;
import org.ganglion.simulator.plan.Parallelism;

/**
 * Rough wall times of a run: what parts of the work cost, times how many there will be at an assumed rate.
 *
 * @param buildSeconds to draw and store the synapses
 * @param runSeconds for the whole run, warm-up included
 * @param realTimeFactor wall time over model time
 */
public record TimeEstimate(double buildSeconds, double runSeconds, double realTimeFactor) {
    /** The truth should lie between the estimate divided by this, and multiplied by it. */
    public static final double FACTOR = 3;

    /**
     * Estimates a run in this process.
     *
     * @param rateHz at which each neuron is assumed to fire
     */
    public static TimeEstimate of(Experiment experiment, double rateHz) {
        Network network = experiment.network();
        Pairs pairs = Pairs.of(experiment);
        Parallelism parallelism = Parallelism.of(experiment);
        double dtMs = experiment.settings().dtMs();
        double cores = Math.max(
                1,
                Math.min(
                        Math.min(parallelism.groups(), parallelism.threads()),
                        Runtime.getRuntime().availableProcessors()));
        double stepsPerSecond = 1000 / dtMs;
        double nsPerSecond = 0;
        for (Population population : network.populations()) {
            nsPerSecond += population.size()
                    * stepsPerSecond
                    * Costs.stepNs(population.model().name());
        }
        for (Stimulus stimulus : network.stimuli()) {
            double targets = network.population(stimulus.target()).size();
            nsPerSecond += targets * stepsPerSecond * Costs.DRAW_NS;
        }
        double synapses = IntStream.range(0, network.projections().size())
                .mapToDouble(pairs::expectedSynapses)
                .sum();
        nsPerSecond += rateHz * eventsNs(network, pairs, dtMs, parallelism.groups());
        double realTimeFactor = nsPerSecond * 1e-9 / cores;
        double modelSeconds = experiment.settings().endStep() * dtMs / 1000;
        return new TimeEstimate(
                synapses * Costs.SYNAPSE_NS * 1e-9 / cores,
                realTimeFactor * modelSeconds + Costs.START_SECONDS,
                realTimeFactor);
    }

    /** What a spike of each neuron takes over all synapses. Those of one source lie in runs, one for each delay and group. */
    private static double eventsNs(Network network, Pairs pairs, double dtMs, int groups) {
        Map<String, Rows> rows = new HashMap<>();
        double ns = 0;
        for (int i = 0; i < network.projections().size(); i++) {
            Projection of = network.projections().get(i);
            double expected = pairs.expectedSynapses(i);
            Optional<Plasticity> rule = of.synapse().plasticity(dtMs);
            if (rule.isPresent()) {
                ns += expected * (rule.get().additive().isPresent() ? Costs.SUMMED_EVENT_NS : Costs.PLASTIC_EVENT_NS);
            } else {
                Distribution delayMs = pairs.resembling(i, of.delayMs());
                double delays = Math.round((delayMs.quantile(0.95) - delayMs.quantile(0.05)) / dtMs) + 1.0;
                rows.merge(of.source(), new Rows(expected, delays), Rows::and);
            }
        }
        for (Map.Entry<String, Rows> each : rows.entrySet()) {
            double synapses = each.getValue().synapses();
            double most =
                    network.population(each.getKey()).size() * each.getValue().delays() * groups;
            double runs = most * -Math.expm1(-synapses / most); // those with at least one synapse
            ns += synapses * Costs.EVENT_NS + runs * Costs.RUN_NS;
        }
        return ns;
    }

    /** Synapses that come from one population, and over how many steps their delays are spread. */
    private record Rows(double synapses, double delays) {
        Rows and(Rows other) {
            return new Rows(synapses + other.synapses, Math.max(delays, other.delays));
        }
    }
}
