package org.ganglion.cli.bench;

import java.io.IOException;
import org.ganglion.network.Experiment;
import org.ganglion.network.Population;
import org.ganglion.network.Stimulus;
import org.ganglion.simulator.Effort;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.RunSummary;
import org.ganglion.simulator.Simulation;
import org.ganglion.simulator.actor.ActorSimulation;

/**
 * One network, built and run with nothing recorded, held against what the machine allows.
 *
 * @param limitSeconds wall time that its events and steps would take on all threads at the machine's limits, each event
 *     a packed synapse, or one of constant weight where there are no others
 */
public record BenchRun(String name, RunSummary summary, Effort effort, double limitSeconds) {

    static BenchRun of(String name, Experiment experiment, MachineLimits limits)
            throws IOException, InterruptedException {
        double stepNs = 0; // of all neurons
        for (Population population : experiment.network().populations()) {
            stepNs += population.size()
                    * (StepLimit.ns(population, experiment.settings().dtMs())
                            + draws(experiment, population) * limits.drawNs());
        }
        try (Simulation simulation = ActorSimulation.build(experiment, Recording.NONE)) {
            System.gc();
            simulation.runTo(experiment.settings().endStep());
            RunSummary summary = simulation.summary();
            boolean constant = experiment.network().projections().stream()
                    .allMatch(
                            p -> p.weight().isConstant() && !p.synapse().model().plastic());
            double eventNs = constant ? limits.constantNs() : limits.packedNs();
            double steps = summary.endStep() - summary.firstStep();
            double seconds = (summary.synapticEvents() * eventNs + steps * stepNs) * 1e-9 / summary.threads();
            return new BenchRun(name, summary, simulation.effort(), seconds);
        }
    }

    private static long draws(Experiment experiment, Population population) {
        return experiment.network().stimuli().stream()
                .filter(s -> s instanceof Stimulus.Poisson && s.target().equals(population.name()))
                .count();
    }

    double limitShare() {
        return limitSeconds / summary.wallSeconds();
    }

    double millionEventsPerSecond() {
        return summary.synapticEvents() / summary.wallSeconds() * 1e-6;
    }

    double bytesPerSynapse() {
        return (double) summary.synapseBytes() / summary.synapses();
    }
}
