package org.ganglion.distributed.run;

import akka.actor.Address;
import akka.actor.AddressFromURIString;
import akka.actor.typed.ActorSystem;
import akka.cluster.MemberStatus;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.distributed.cluster.Ending;
import org.ganglion.distributed.cluster.Latest;
import org.ganglion.distributed.cluster.LegRecordings;
import org.ganglion.distributed.cluster.NodeActor;
import org.ganglion.distributed.cluster.NodeContext;
import org.ganglion.distributed.cluster.NodeLog;
import org.ganglion.distributed.cluster.NodeView;
import org.ganglion.distributed.cluster.Workshop;
import org.ganglion.distributed.protocol.LiveChanges;
import org.ganglion.distributed.protocol.NodeReport;
import org.ganglion.distributed.wire.Wire;
import org.ganglion.distributed.wire.WireVersion;
import org.ganglion.distributed.wire.proto.ChangeAnswer;
import org.ganglion.distributed.wire.proto.DiskAnswer;
import org.ganglion.distributed.wire.proto.DiskQuestion;
import org.ganglion.distributed.wire.proto.Hello;
import org.ganglion.distributed.wire.proto.Holding;
import org.ganglion.distributed.wire.proto.Status;
import org.ganglion.distributed.wire.proto.StimulusChange;
import org.ganglion.distributed.wire.proto.Welcome;
import org.ganglion.io.record.RunLeg;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.plan.MemoryEstimates;
import org.ganglion.simulator.plan.NetworkPlan;
import org.jspecify.annotations.Nullable;

/**
 * One node of a run, from joining to leaving. When the others have given up on it while it hung or was cut off, or two
 * clusters of one run find each other, it starts its actors anew and joins; its process goes on.
 */
public final class ClusterNode {
    private static final long JOIN_MS = 12_000;
    private static final long LOOK_AROUND_MS = 1500;

    /** A node tells of its cluster every 200 ms; what is older than this says where it was before it slept. */
    private static final long STALE_MS = 2000;

    private final NodeOptions options;
    private final NodeFolder folder;
    private final SharedRun run;
    private final Experiment experiment;
    private final NodeLog log;
    private final NodeContext.Results results;
    private final Latest view;
    private final CompletableFuture<Ending> ended = new CompletableFuture<>();
    private final Asked asked = new Asked();
    private volatile @Nullable ActorSystem<NodeActor.Command> system;
    private String seen = ""; // name of another cluster, seen once
    private volatile String cluster = ""; // address of another cluster of this run, to be joined
    private boolean overtaken; // by a later leg of the run, or another run

    /** @param results writes what comes of the run */
    public ClusterNode(
            NodeOptions options,
            NodeFolder folder,
            SharedRun run,
            Experiment experiment,
            NodeLog log,
            NodeContext.Results results) {
        this.options = options;
        this.folder = folder;
        this.run = run;
        this.experiment = experiment;
        this.log = log;
        this.results = results;
        this.view = new Latest(NodeView.alone(experiment.settings().endStep()));
    }

    /** Takes part until the run ends or the node shall leave. */
    public Ending takePart() throws IOException, InterruptedException {
        NetworkPlan plan = NetworkPlan.of(experiment, run.groups());
        if (plan.layout().groups() != run.groups()) {
            throw new IOException("the network cannot be dealt to " + run.groups() + " groups");
        }
        RunLeg leg =
                new RunLeg(run.identity().run(), run.leg().number(), run.leg().firstStep());
        try (Door door = new Door(options.host(), options.port(), options.anyPort(), new Keeper());
                LegRecordings recordings = new LegRecordings(options.folder(), experiment, leg);
                ExecutorService builders = Executors.newFixedThreadPool(options.threads());
                ExecutorService disk = Executors.newSingleThreadExecutor()) {
            String address = options.host() + ":" + door.port();
            DoorPlate plate = new DoorPlate(
                    options.name(), address, ProcessHandle.current().pid(), folder.id());
            plate.write(options.folder());
            NodeContext context = new NodeContext(
                    options.name(),
                    run.identity().run(),
                    address,
                    options.threads(),
                    Runtime.getRuntime().maxMemory(),
                    MemoryEstimates.of(experiment).peakBytes() / run.groups(),
                    run.nodes(),
                    run.rules(experiment.settings().endStep()),
                    new Workshop(plan, recordings, folder.checkpoints(), run.leg()),
                    builders,
                    disk,
                    results,
                    log,
                    view,
                    ended);
            log.say("answers at " + address);
            heedFolder();
            while (!ended.isDone()) {
                once(context);
                heedFolder();
            }
            plate.remove(options.folder());
            noteFailure();
            return ended.join();
        }
    }

    private void noteFailure() {
        String failure = view.get().word().failure();
        try {
            if (!failure.isEmpty() && !overtaken) {
                FailureMark.leave(options.folder(), run, failure);
            }
        } catch (IOException e) {
            log.say("cannot note in the folder that the run failed (" + e + ")");
        }
    }

    /** Who finds nobody of a run that failed would begin it again. */
    private void heedFailure() throws IOException {
        if (!ended.isDone()) {
            FailureMark.in(options.folder(), run).ifPresent(why -> ended.complete(new Ending(Ending.Kind.FAILED, why)));
        }
    }

    /**
     * A node that slept while the others ended the run, or while it was taken up again, must not begin it again on its own,
     * nor one that comes too late.
     */
    private void heedFolder() throws IOException {
        if (!ended.isDone() && Files.exists(options.folder().resolve(RunResults.SUMMARY))) {
            log.say("the run has ended");
            ended.complete(new Ending(Ending.Kind.FINISHED, ""));
        }
        heedLaterRun();
    }

    private void heedLaterRun() throws IOException {
        if (Files.exists(options.folder().resolve(SharedRun.CLUSTER))) {
            SharedRun now = SharedRun.read(options.folder());
            if (now.identity().equals(run.identity())) {
                heedLeg(now.leg().number());
            } else {
                ended.complete(new Ending(Ending.Kind.LEFT, "the folder has become another run's"));
                overtaken = true;
            }
        }
    }

    /** While it takes part, a folder that does not answer just now is no reason to go. */
    private void heedLaterRunIfTold() {
        try {
            heedLaterRun();
        } catch (IOException e) {
            log.say("cannot see in the folder whether the run was taken up again (" + e + ")");
        }
    }

    private void heedLeg(int latest) {
        if (latest > run.leg().number()) {
            ended.complete(new Ending(Ending.Kind.LEFT, "the run was taken up again without this node"));
            overtaken = true;
        }
    }

    /** One life of the actor system. */
    private void once(NodeContext context) throws IOException, InterruptedException {
        Optional<String> found = cluster.isEmpty() ? findCluster() : Optional.of(cluster);
        if (found.isEmpty()) {
            heedFailure();
        }
        if (ended.isDone()) {
            return;
        }
        cluster = "";
        view.set(NodeView.alone(experiment.settings().endStep()));
        ActorSystem<NodeActor.Command> started = ActorSystem.create(NodeActor.create(context), "ganglion", config());
        system = started;
        if (ended.isDone()) { // it was asked to leave meanwhile
            started.terminate();
        }
        asked.lately().forEach(started::tell);
        Cluster membership = Cluster.get(started);
        Address address = found.map(AddressFromURIString::parse)
                .orElse(membership.selfMember().address());
        log.say(found.isPresent() ? "joins " + address : "begins a cluster at " + address);
        membership.manager().tell(Join.create(address));
        long begin = System.nanoTime();
        seen = "";
        while (!terminated(started)) {
            boolean up = membership.selfMember().status().equals(MemberStatus.up());
            if (!up && !ended.isDone() && System.nanoTime() - begin > JOIN_MS * 1_000_000) {
                log.say("was not let in; starts over");
                begin = System.nanoTime();
                started.terminate();
            } else if (up) {
                remember();
                heedLaterRunIfTold();
                lookAround(started);
            }
            if (overtaken) {
                started.terminate();
            }
        }
        system = null;
        if (!ended.isDone()) {
            log.say("the others have given it up, or it joins another cluster of its run; starts its actors anew");
        }
    }

    private static boolean terminated(ActorSystem<?> system) throws InterruptedException {
        try {
            system.getWhenTerminated().toCompletableFuture().get(LOOK_AROUND_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    private Config config() {
        Map<String, Object> values = new HashMap<>();
        values.put("akka.remote.artery.canonical.hostname", options.host());
        values.put("akka.remote.artery.canonical.port", options.actorPort());
        values.put("akka.remote.artery.bind.hostname", options.host());
        if (options.bindPort() > 0) {
            values.put("akka.remote.artery.bind.port", options.bindPort());
        }
        values.put("ganglion.groups-dispatcher.parallelism", options.threads());
        return ConfigFactory.parseMap(values)
                .withFallback(ConfigFactory.parseResources("ganglion-cluster.conf"))
                .withFallback(ConfigFactory.parseResources("ganglion-akka.conf"))
                .withFallback(ConfigFactory.load());
    }

    /** Another node that answers, and what it says. */
    private record Neighbour(String name, Welcome says) {}

    /**
     * The actor system to join: that of the largest cluster of this run; none if this node shall begin one. Of nodes that
     * have none yet the first by name begins it, and the others wait, however long it takes on a busy machine.
     */
    private Optional<String> findCluster() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        long patience = (options.founder() ? 300 : 6000) * 1_000_000L;
        while (!ended.isDone()) {
            List<Neighbour> neighbours = neighbours();
            Optional<Welcome> largest = largest(neighbours);
            if (largest.isPresent()) {
                return largest.map(Welcome::getAddress);
            }
            boolean first = options.founder()
                    || neighbours.stream().noneMatch(n -> n.name().compareTo(options.name()) < 0);
            if (first && System.nanoTime() - begin > patience) {
                return Optional.empty();
            }
            Thread.sleep(100);
        }
        return Optional.empty();
    }

    private List<Neighbour> neighbours() throws IOException, InterruptedException {
        List<Neighbour> neighbours = new ArrayList<>();
        for (DoorPlate plate : DoorPlate.of(options.folder())) {
            if (!plate.node().equals(options.name())) {
                ask(plate.door()).ifPresent(says -> neighbours.add(new Neighbour(plate.node(), says)));
            }
        }
        return neighbours;
    }

    /** Of those that are in a cluster one that is in the largest; the first by name if there are several. */
    private static Optional<Welcome> largest(List<Neighbour> neighbours) {
        return neighbours.stream()
                .map(Neighbour::says)
                .filter(w -> w.getMembers() > 0)
                .reduce((a, b) -> b.getMembers() > a.getMembers() ? b : a);
    }

    private Optional<Welcome> ask(String door) throws InterruptedException {
        try {
            Welcome welcome = Visit.hello(
                    door,
                    Hello.newBuilder()
                            .setWireVersion(WireVersion.CURRENT)
                            .setRun(run.identity().run())
                            .setNetworkHash(run.identity().networkHash())
                            .setLeg(run.leg().number())
                            .setNode(options.name())
                            .build());
            if (welcome.getRun().equals(run.identity().run())) {
                heedLeg(welcome.getLeg());
            }
            if (!welcome.getRefusal().isEmpty()) {
                log.say(door + " refuses: " + welcome.getRefusal());
                return Optional.empty();
            }
            return Optional.of(welcome);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Nodes that have folders of their own put up no plate in this one; what they report says where they answer. */
    private void remember() throws InterruptedException {
        try {
            List<DoorPlate> known = DoorPlate.of(options.folder());
            for (NodeReport report : view.get().nodes()) {
                if (known.stream().noneMatch(p -> p.isOf(report.node(), report.door()))) {
                    Optional<Welcome> welcome = ask(report.door());
                    if (welcome.isPresent()) {
                        String id = welcome.get().getFolderId();
                        folder.remember(List.of(new DoorPlate(report.node(), report.door(), report.process(), id)));
                    }
                }
            }
        } catch (IOException e) {
            log.say("cannot note where other nodes answer (" + e + ")");
        }
    }

    /** Two clusters of one run become one: the smaller one, or that with the larger name, gives way. */
    private void lookAround(ActorSystem<?> started) throws InterruptedException {
        NodeView mine = view.get();
        Optional<Welcome> other;
        try {
            other = largest(neighbours());
        } catch (IOException e) {
            log.say("cannot see in the folder whether there is another cluster of this run (" + e + ")");
            return;
        }
        if (other.isEmpty() || mine.members() == 0 || ended.isDone()) {
            return;
        }
        String theirs = other.get().getOldest();
        boolean same = theirs.equals(mine.oldest())
                || theirs.isEmpty()
                || mine.oldest().isEmpty();
        boolean givesWay = other.get().getMembers() > mine.members()
                || (other.get().getMembers() == mine.members() && theirs.compareTo(mine.oldest()) < 0);
        if (same || !givesWay) {
            seen = "";
            return;
        }
        if (!theirs.equals(seen)) {
            seen = theirs; // what is seen twice is no passing state
            return;
        }
        log.say("another cluster of this run has " + other.get().getMembers() + " nodes, this one " + mine.members()
                + "; joins that one");
        cluster = other.get().getAddress();
        started.terminate();
    }

    /** Leaves: others take its groups over; the last node leaves a checkpoint behind. */
    public void leave() {
        ActorSystem<NodeActor.Command> running = system;
        if (running == null) {
            ended.complete(new Ending(Ending.Kind.LEFT, ""));
        } else {
            tell(new NodeActor.Drain());
        }
    }

    /** Passes on what somebody asked, also to the next actor system if this one is about to end or there is none just now. */
    private void tell(NodeActor.Command command) {
        asked.add(command);
        ActorSystem<NodeActor.Command> running = system;
        if (running != null) {
            running.tell(command);
        }
    }

    private final class Keeper implements Door.Doorkeeper {
        private final DiskDoor diskDoor = folder.door();

        @Override
        public Welcome hello(Hello hello) throws IOException {
            NodeView now = view.isOlderThan(STALE_MS)
                    ? NodeView.alone(experiment.settings().endStep())
                    : view.get();
            Welcome.Builder welcome = Welcome.newBuilder()
                    .setWireVersion(WireVersion.CURRENT)
                    .setRun(run.identity().run())
                    .setNetworkHash(run.identity().networkHash())
                    .setLeg(run.leg().number())
                    .setFolder(options.folder().toAbsolutePath().toString())
                    .setFolderId(folder.id());
            String refusal = Refusals.of(hello, run);
            if (refusal.isEmpty() && hello.getFiles()) {
                folder.addFiles(welcome);
            }
            return refusal.isEmpty() && welcome.getRefusal().isEmpty()
                    ? welcome.setAddress(now.address())
                            .setMembers(now.members())
                            .setOldest(now.oldest())
                            .build()
                    : welcome.setRefusal(refusal + welcome.getRefusal()).build();
        }

        @Override
        public DiskAnswer disk(DiskQuestion question) {
            return diskDoor.answer(question);
        }

        @Override
        public Status status() {
            return Statuses.of(options.name(), run, experiment, view.get(), log.latest());
        }

        @Override
        public void checkpoint() {
            tell(new NodeActor.AskCheckpoint());
        }

        @Override
        public void stop() {
            tell(new NodeActor.AskStop());
        }

        @Override
        public void hold(Holding holding) {
            tell(new NodeActor.AskHold(holding.getPaused(), holding.getSteps()));
        }

        @Override
        public ChangeAnswer change(StimulusChange change) {
            LiveChange asked = Wire.change(change);
            List<LiveChange> decided = view.get().word().changes();
            Optional<String> refusal = LiveChanges.refusal(experiment, decided, asked);
            if (refusal.isEmpty()) {
                tell(new NodeActor.AskChange(asked));
            }
            return ChangeAnswer.newBuilder().setRefusal(refusal.orElse("")).build();
        }
    }
}
