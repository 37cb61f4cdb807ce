package org.ganglion.simulator.group;

import java.io.IOException;
import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.simulator.Effort;
import org.ganglion.simulator.Progress;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.RunSummary;
import org.ganglion.simulator.Simulation;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.SynapseWeights;
import org.ganglion.simulator.WeightMatrix;

/** Drives all groups from one plain loop on the calling thread: the reference that every other driver must equal. */
public final class PlainSimulation implements Simulation {
    private static final int MOST_STEPS = 64;

    private final BuiltNetwork network;
    private final WallClock clock;
    private final long warmUpEnd;
    private volatile boolean stopped;
    private long target;
    private long step;

    private PlainSimulation(BuiltNetwork network) {
        this.network = network;
        this.warmUpEnd = network.experiment().settings().warmUpSteps();
        this.clock = new WallClock(warmUpEnd);
    }

    /** Builds a network of {@code groups} groups. */
    public static PlainSimulation build(Experiment experiment, int groups, Recording recording)
            throws IOException, InterruptedException {
        return new PlainSimulation(BuiltNetwork.build(experiment, groups, 1, recording));
    }

    @Override
    public void runTo(long end) throws IOException, InterruptedException {
        if (end < step) {
            throw new IllegalArgumentException("step " + end + " is past; the run is at step " + step);
        }
        target = end;
        clock.run(step, end, this::runLeg);
    }

    private void runLeg(long end) throws IOException {
        Outbox outbox = new Direct(network.groups());
        network.groups().forEach(g -> g.runTo(end));
        while (step < end && !stopped) {
            long before = progressSum();
            for (NeuronGroup group : network.groups()) {
                group.advance(MOST_STEPS, outbox);
            }
            step = network.groups().stream().mapToLong(NeuronGroup::time).min().orElse(end);
            if (progressSum() == before && step < end) {
                throw new SimulationException("no group can go on at step " + step + "; this is a defect of Ganglion");
            }
        }
        if (stopped && step < end) {
            catchUp(outbox);
        }
    }

    /** Brings all groups to the step of the furthest, so that a stopped run ends at one time. */
    private void catchUp(Outbox outbox) throws IOException {
        long furthest =
                network.groups().stream().mapToLong(NeuronGroup::time).max().orElse(step);
        network.groups().forEach(g -> g.runTo(furthest));
        while (step < furthest) {
            for (NeuronGroup group : network.groups()) {
                group.advance(MOST_STEPS, outbox);
            }
            step = network.groups().stream().mapToLong(NeuronGroup::time).min().orElse(furthest);
        }
    }

    private long progressSum() {
        return network.groups().stream().mapToLong(NeuronGroup::time).sum();
    }

    /** Hands everything over at once. */
    private record Direct(List<NeuronGroup> groups) implements Outbox {
        @Override
        public void send(int reader, SpikeBatch batch) {
            groups.get(reader).accept(batch);
        }

        @Override
        public void acknowledge(int sender, int reader, long step) {
            groups.get(sender).readerReached(reader, step);
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public Progress progress() {
        return new Progress(
                network.groups().stream().mapToLong(NeuronGroup::reached).min().orElse(0),
                network.experiment().settings().endStep(),
                network.groups().stream().mapToLong(NeuronGroup::spikes).sum());
    }

    @Override
    public RunSummary summary() {
        return Summaries.of(network, clock, step, step < target, 1);
    }

    @Override
    public SynapseWeights synapses() {
        return network.synapses();
    }

    @Override
    public WeightMatrix weights(String projection) {
        Network described = network.experiment().network();
        return WeightMatrix.of(synapses(), described, described.projectionIndex(projection));
    }

    @Override
    public Effort effort() {
        return EffortClock.of(network.groups());
    }

    @Override
    public void close() {
        stopped = true;
    }
}
