package org.ganglion.simulator;

import java.io.IOException;
import org.ganglion.network.Experiment;

/**
 * A network that has been built and can be run: the way in for programs.
 *
 * <pre>{@code
 * try (Simulation simulation = Simulation.build(experiment, Recording.NONE)) {
 *     simulation.runTo(experiment.settings().endStep());
 *     RunSummary summary = simulation.summary();
 * }
 * }</pre>
 */
public interface Simulation extends AutoCloseable {

    /**
     * Builds the network: draws its synapses and sets up its groups.
     *
     * @throws org.ganglion.network.spec.InvalidNetworkException if the description cannot be run
     */
    static Simulation build(Experiment experiment, Recording recording) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("set below");
    }

    /**
     * Advances all groups to a step and waits until they are there, or until {@link #stop} has ended the run before. May
     * be called again with a later step. Kernels are warmed up before the clock starts.
     */
    void runTo(long step) throws IOException, InterruptedException;

    /** Ends {@link #runTo} at the same step for all groups, soon. May be called from any thread. */
    void stop();

    /** How far it is; may be called from any thread. */
    Progress progress();

    /** What happened so far; call it when {@link #runTo} has returned. */
    RunSummary summary();

    @Override
    void close();
}
