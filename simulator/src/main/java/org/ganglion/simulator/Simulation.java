package org.ganglion.simulator;

import java.io.IOException;
import java.util.Optional;
import org.ganglion.network.Experiment;

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

    /**
     * Halts all groups at one step, soon, while {@link #runTo} goes on waiting. May be called from any thread, before the run
     * too.
     */
    void pause();

    /** Lets a run that is paused go on. May be called from any thread. */
    void resume();

    /**
     * Lets a run that is paused go on for some steps; one that is not paused is paused. May be called from any thread.
     *
     * @param steps at least 1
     */
    void step(long steps);

    /**
     * Gives a parameter of a stimulus another value from the next step on that no group has computed yet. It is in the
     * changes of {@link #experiment} then. May be called from any thread.
     *
     * @param value in the parameter's unit; see {@link org.ganglion.network.Changeable}
     * @throws org.ganglion.network.spec.InvalidNetworkException if there is no such thing to change, or not to this value
     * @throws IllegalStateException if the run has ended
     */
    void change(String stimulus, String parameter, double value);

    /** What is run, with all that {@link #change} has changed, so that it can be repeated. May be called from any thread. */
    Experiment experiment();

    /** Why it ended before it was meant to, where a population fired faster than {@code simulation.max-rate} allows. */
    Optional<Runaway> runaway();

    /** What it does at the moment; may be called from any thread. */
    RunState state();

    /** How far it is; may be called from any thread. */
    Progress progress();

    /** Step that each group has reached, by number; may be called from any thread. */
    long[] reached();

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
