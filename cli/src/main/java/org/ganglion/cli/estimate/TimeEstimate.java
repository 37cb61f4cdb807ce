package org.ganglion.cli.estimate;

import org.ganglion.network.Experiment;
import org.ganglion.simulator.plan.Costs;
import org.ganglion.simulator.plan.Parallelism;
import org.ganglion.simulator.plan.WorkEstimate;

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
        Parallelism parallelism = Parallelism.of(experiment);
        WorkEstimate work = WorkEstimate.of(experiment);
        double dtMs = experiment.settings().dtMs();
        double cores = Math.max(
                1,
                Math.min(
                        Math.min(parallelism.groups(), parallelism.threads()),
                        Runtime.getRuntime().availableProcessors()));
        double realTimeFactor = work.stepNs(parallelism.groups(), rateHz) * 1e-6 / dtMs / cores;
        double modelSeconds = experiment.settings().endStep() * dtMs / 1000;
        return new TimeEstimate(
                work.synapses() * Costs.SYNAPSE_NS * 1e-9 / cores,
                realTimeFactor * modelSeconds + Costs.START_SECONDS,
                realTimeFactor);
    }
}
