package org.ganglion.simulator.actor;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.MailboxSelector;
import akka.actor.typed.Props;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
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
import org.ganglion.simulator.group.BuiltNetwork;
import org.ganglion.simulator.group.EffortClock;
import org.ganglion.simulator.group.NeuronGroup;
import org.ganglion.simulator.group.Summaries;
import org.ganglion.simulator.group.WallClock;
import org.ganglion.simulator.link.WindowWatch;
import org.ganglion.simulator.plan.Parallelism;

/** Runs a network in this JVM with one actor a group. */
public final class ActorSimulation implements Simulation {
    private final BuiltNetwork network;
    private final ActorSystem<Void> system;
    private final RunControl control;
    private final Consumer<GroupActor.Command> toAll;
    private final WallClock clock;
    private final int threads;
    private final ChangingExperiment experiment;
    private long step;
    private long target;

    private ActorSimulation(BuiltNetwork network, int threads) throws InterruptedException {
        this.network = network;
        this.threads = threads;
        this.experiment = new ChangingExperiment(network.experiment());
        List<ActorRef<GroupActor.Command>> groups = new ArrayList<>();
        this.toAll = command -> groups.forEach(g -> g.tell(command));
        WindowWatch watch =
                new WindowWatch(network.experiment(), network.groups().size());
        network.groups().forEach(g -> g.gate(watch.gate()));
        this.control = new RunControl(network.groups().size(), watch, toAll);
        this.clock = new WallClock(network.experiment().settings().warmUpSteps(), control::pausedNanos);
        CompletableFuture<List<ActorRef<GroupActor.Command>>> spawned = new CompletableFuture<>();
        this.system = ActorSystem.create(
                guardian(network.groups(), control, spawned),
                "ganglion",
                ConfigFactory.parseMap(Map.of("ganglion.groups-dispatcher.parallelism", threads))
                        .withFallback(ConfigFactory.parseResources("ganglion-akka.conf"))
                        .withFallback(ConfigFactory.load()));
        groups.addAll(await(spawned));
        groups.forEach(g -> g.tell(new GroupActor.Peers(List.copyOf(groups))));
    }

    private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get(1, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new SimulationException("the actors could not be started", e);
        }
    }

    private static Behavior<Void> guardian(
            List<NeuronGroup> groups,
            RunControl control,
            CompletableFuture<List<ActorRef<GroupActor.Command>>> spawned) {
        return Behaviors.setup(context -> {
            Props props = DispatcherSelector.fromConfig("ganglion.groups-dispatcher")
                    .withNext(MailboxSelector.fromConfig("ganglion.groups-mailbox"));
            spawned.complete(groups.stream()
                    .map(g -> context.spawn(new GroupActor(g, control), "group-" + g.number(), props))
                    .toList());
            return Behaviors.empty();
        });
    }

    /**
     * Builds a network and the actors of its groups.
     *
     * @throws org.ganglion.network.spec.InvalidNetworkException if the description cannot be run
     */
    public static ActorSimulation build(Experiment experiment, Recording recording)
            throws IOException, InterruptedException {
        Parallelism chosen = Parallelism.of(experiment);
        BuiltNetwork network = BuiltNetwork.build(experiment, chosen.groups(), chosen.threads(), recording);
        return new ActorSimulation(network, chosen.threads());
    }

    @Override
    public void runTo(long end) throws IOException, InterruptedException {
        if (end < step) {
            throw new IllegalArgumentException("step " + end + " is past; the run is at step " + step);
        }
        target = end;
        clock.run(step, end, leg -> step = control.runTo(leg));
        network.requireFiniteStates(step);
    }

    @Override
    public void stop() {
        control.stop();
    }

    @Override
    public void pause() {
        control.pause();
    }

    @Override
    public void resume() {
        control.resume();
    }

    @Override
    public void step(long steps) {
        control.step(steps);
    }

    @Override
    public void change(String stimulus, String parameter, double value) {
        experiment.change(
                state().phase(),
                new Change(0, stimulus, parameter, value),
                control::atAgreedStep,
                there -> toAll.accept(new GroupActor.Apply(there)));
    }

    @Override
    public Experiment experiment() {
        return experiment.now();
    }

    @Override
    public Optional<Runaway> runaway() {
        return control.runaway();
    }

    @Override
    public RunState state() {
        return new RunState(
                control.phase(network.experiment().settings().endStep()),
                progress().step());
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
        return Summaries.of(network, clock, step, step < target, threads);
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
        control.failed(new SimulationException("the simulation was closed"));
        system.terminate();
        system.getWhenTerminated()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
