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
 * @param effort what an event and a step of a neuron took
 * @param limit what they would take at the machine's limits: an event as a packed synapse, or one of constant weight where
 *     there are no others; a step as the model's own and a draw for each Poisson stimulus, all in the cache
 */
public record BenchRun(String name, RunSummary summary, Effort effort, Effort limit) {

    static BenchRun of(String name, Experiment experiment, MachineLimits limits)
            throws IOException, InterruptedException {
        Effort limit = limitOf(experiment, limits);
        try (Simulation simulation = ActorSimulation.build(experiment, Recording.NONE)) {
            System.gc();
            simulation.runTo(experiment.settings().endStep());
            return new BenchRun(name, simulation.summary(), simulation.effort(), limit);
        }
    }

    private static Effort limitOf(Experiment experiment, MachineLimits limits) {
        double stepNs = 0; // of all neurons
        long neurons = 0;
        for (Population population : experiment.network().populations()) {
            neurons += population.size();
            stepNs += population.size()
                    * (StepLimit.ns(population, experiment.settings().dtMs())
                            + draws(experiment, population) * limits.drawNs());
        }
        boolean constant = experiment.network().projections().stream()
                .allMatch(p -> p.weight().isConstant() && !p.synapse().model().plastic());
        return new Effort(constant ? limits.constantNs() : limits.packedNs(), stepNs / neurons);
    }

    private static long draws(Experiment experiment, Population population) {
        return experiment.network().stimuli().stream()
                .filter(s -> s instanceof Stimulus.Poisson && s.target().equals(population.name()))
                .count();
    }

    /** Wall time that its events and steps would take on all threads at the limits, over what they took. */
    double limitShare() {
        double steps = (double) (summary.endStep() - summary.firstStep()) * summary.neurons();
        double ns = summary.synapticEvents() * limit.eventNs() + steps * limit.neuronStepNs();
        return ns * 1e-9 / summary.threads() / summary.wallSeconds();
    }

    double millionEventsPerSecond() {
        return summary.synapticEvents() / summary.wallSeconds() * 1e-6;
    }

    double bytesPerSynapse() {
        return (double) summary.synapseBytes() / summary.synapses();
    }
}
