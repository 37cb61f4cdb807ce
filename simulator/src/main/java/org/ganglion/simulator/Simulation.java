package org.ganglion.simulator;

import java.io.IOException;

/**
 * A network that has been built and can be run: the way in for programs. See {@code ActorSimulation.build}.
 *
 * <pre>{@code
 * try (Simulation simulation = ActorSimulation.build(experiment, Recording.NONE)) {
 *     simulation.runTo(experiment.settings().endStep());
 *     RunSummary summary = simulation.summary();
 *     WeightMatrix weights = simulation.weights("E-E");
 * }
 * }</pre>
 */
public interface Simulation extends AutoCloseable {

    /**
     * Advances all groups to a step and waits until they are there, or until {@link #stop} has ended the run before. May
     * be called again with a later step.
     *
     * @throws SimulationException if a group cannot go on
     * @throws IllegalArgumentException if the step is past
     */
    void runTo(long step) throws IOException, InterruptedException;

    /** Ends {@link #runTo} at the same step for all groups, soon. May be called from any thread. */
    void stop();

    /** How far it is; may be called from any thread. */
    Progress progress();

    /** What happened so far; call it when {@link #runTo} has returned. */
    RunSummary summary();

    /**
     * The synapses of all projections with the weights that they have now; call it when {@link #runTo} has returned, or
     * after {@link #close}, and ask it before the next call.
     */
    SynapseWeights synapses();

    /**
     * Weights of all synapses of a projection, as the last spikes to arrive left them: a sparse matrix. Call it when
     * {@link #runTo} has returned.
     *
     * @param projection its name
     * @throws IllegalArgumentException if there is none of that name
     */
    WeightMatrix weights(String projection);

    /** What the parts of the work cost so far; call it when {@link #runTo} has returned. */
    Effort effort();

    @Override
    void close();
}
