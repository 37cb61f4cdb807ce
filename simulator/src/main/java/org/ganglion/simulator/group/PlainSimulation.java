package org.ganglion.simulator.group;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ganglion.network.Change;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.simulator.Effort;
import org.ganglion.simulator.Progress;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.RunState;
import org.ganglion.simulator.RunSummary;
import org.ganglion.simulator.Runaway;
import org.ganglion.simulator.Simulation;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.SynapseWeights;
import org.ganglion.simulator.WeightMatrix;
import org.ganglion.simulator.command.ChangingExperiment;
import org.ganglion.simulator.link.Outbox;
import org.ganglion.simulator.link.SpikeBatch;
import org.ganglion.simulator.link.WindowReport;
import org.ganglion.simulator.link.WindowWatch;

/** Drives all groups from one plain loop on the calling thread: the reference that every other driver must equal. */
public final class PlainSimulation implements Simulation {
    private static final int MOST_STEPS = 64;

    private final BuiltNetwork network;
    private final WallClock clock;
    private final WindowWatch watch;
    private final Steering steering = new Steering();
    private final ChangingExperiment experiment;
    private long target;
    private long step;

    private PlainSimulation(BuiltNetwork network) {
        this.network = network;
        this.experiment = new ChangingExperiment(network.experiment());
        this.watch = new WindowWatch(network.experiment(), network.groups().size());
        network.groups().forEach(g -> g.gate(watch.gate()));
        this.clock = new WallClock(network.experiment().settings().warmUpSteps(), steering::pausedNanos);
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
        network.requireFiniteStates(step);
    }

    private void runLeg(long end) throws IOException, InterruptedException {
        Outbox outbox = new Direct(network.groups(), watch);
        long until = step;
        while (step < Math.min(end, watch.limit()) && !steering.stopped()) {
            if (step == until || steering.called()) {
                catchUp(outbox);
                until = steering.heed(step, Math.min(end, watch.limit()));
            }
            long told = Math.min(until, watch.limit());
            network.groups().forEach(g -> g.runTo(told));
            long before = progressSum();
            for (NeuronGroup group : network.groups()) {
                group.advance(MOST_STEPS, outbox);
            }
            step = network.groups().stream().mapToLong(NeuronGroup::time).min().orElse(end);
            if (progressSum() == before && step < until) {
                throw new SimulationException("no group can go on at step " + step + "; this is a defect of Ganglion");
            }
        }
        if (steering.stopped() && step < end) {
            catchUp(outbox);
        }
    }

    /** Brings all groups to the step of the furthest, so that what is told them takes effect at one time. */
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
    private record Direct(List<NeuronGroup> groups, WindowWatch watch) implements Outbox {
        @Override
        public void told(WindowReport report) {
            if (watch.take(report)) {
                watch.requireFiniteStates();
                groups.forEach(g -> g.gate(watch.gate()));
            }
        }

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
        steering.stop();
    }

    @Override
    public void pause() {
        steering.pause();
    }

    @Override
    public void resume() {
        steering.resume();
    }

    @Override
    public void step(long steps) {
        steering.step(steps);
    }

    @Override
    public void change(String stimulus, String parameter, double value) {
        experiment.change(
                state().phase(),
                new Change(0, stimulus, parameter, value),
                steering::atAgreedStep,
                there -> network.groups().forEach(g -> g.change(there)));
    }

    @Override
    public Experiment experiment() {
        return experiment.now();
    }

    @Override
    public Optional<Runaway> runaway() {
        return watch.runaway();
    }

    @Override
    public RunState state() {
        long reached = progress().step();
        long end = Math.min(network.experiment().settings().endStep(), watch.limit());
        return new RunState(steering.phase(reached >= end), reached);
    }

    @Override
    public Progress progress() {
        return new Progress(
                network.groups().stream().mapToLong(NeuronGroup::reached).min().orElse(0),
                network.experiment().settings().endStep(),
                network.groups().stream().mapToLong(NeuronGroup::spikes).sum());
    }

    @Override
    public long[] reached() {
        return network.groups().stream().mapToLong(NeuronGroup::reached).toArray();
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
        steering.stop();
    }
}
