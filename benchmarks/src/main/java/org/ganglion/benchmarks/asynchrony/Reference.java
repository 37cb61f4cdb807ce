package org.ganglion.benchmarks.asynchrony;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.Simulation;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.actor.ActorSimulation;

/** The same network on Ganglion's own actors, undisturbed: the spikes that every other run must have, and its speed. */
final class Reference implements AutoCloseable {
    private final Simulation simulation;
    private final double dtMs;
    private final int grid;
    private final Map<Long, Long> hashes = new HashMap<>(); // spike hash by step
    private long step;

    /** @param grid steps between two at which spikes are compared */
    Reference(Experiment experiment, int grid) throws IOException, InterruptedException {
        this.simulation = ActorSimulation.build(experiment, Recording.NONE);
        this.dtMs = experiment.settings().dtMs();
        this.grid = grid;
    }

    /** Runs on for some points of the grid, with a stop at each. */
    void run(int points) throws IOException, InterruptedException {
        for (int i = 0; i < points; i++) {
            runOn(1);
        }
    }

    /** Runs on for some points of the grid without a stop, and returns wall time over model time. */
    double runOn(int points) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        step += (long) points * grid;
        simulation.runTo(step);
        double wallMs = (System.nanoTime() - begin) * 1e-6;
        hashes.put(step, simulation.summary().spikeHash());
        return wallMs / (points * grid * dtMs);
    }

    /** The step that it has come to. */
    long step() {
        return step;
    }

    /** Sum of the hashes of all spikes up to there. */
    long spikeHash() {
        return simulation.summary().spikeHash();
    }

    /**
     * Passes if another run has the same spikes.
     *
     * @throws SimulationException if it has not
     */
    void require(String who, long at, long spikeHash) throws IOException, InterruptedException {
        while (step < at) {
            run(1);
        }
        Long expected = hashes.get(at);
        if (expected == null) {
            throw new IllegalArgumentException("step " + at + " is not on the grid of " + grid + " steps");
        }
        if (expected != spikeHash) {
            throw new SimulationException(String.format(
                    "%s: up to step %d the spike hash is %016x where the undisturbed run has %016x",
                    who, at, spikeHash, expected));
        }
    }

    @Override
    public void close() {
        simulation.close();
    }
}
