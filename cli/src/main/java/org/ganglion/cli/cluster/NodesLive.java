package org.ganglion.cli.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ganglion.cli.live.LiveAction;
import org.ganglion.cli.live.LiveKnob;
import org.ganglion.cli.live.LiveKnobs;
import org.ganglion.cli.live.LiveRefusal;
import org.ganglion.cli.live.LiveRun;
import org.ganglion.cli.live.LiveState;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.distributed.protocol.LiveChanges;
import org.ganglion.distributed.run.Visit;
import org.ganglion.distributed.wire.Wire;
import org.ganglion.distributed.wire.proto.GroupReport;
import org.ganglion.distributed.wire.proto.NodeReport;
import org.ganglion.distributed.wire.proto.Silenced;
import org.ganglion.distributed.wire.proto.Status;
import org.ganglion.network.Experiment;
import org.ganglion.network.RunSettings;

/** A run on nodes, for its live page: what the nodes say at their doors. */
public final class NodesLive implements LiveRun {
    private static final int NOTES = 20;
    private static final String NOBODY = "no node of this run answers";

    private final Path run;
    private final Leg leg;
    private final Experiment experiment;
    private final RunSettings settings;
    private volatile Optional<Status> latest = Optional.empty();
    private volatile boolean stopping;

    /** @param experiment as it was when this leg of the run began */
    public NodesLive(Path run, Leg leg, Experiment experiment) {
        this.run = run;
        this.leg = leg;
        this.experiment = experiment;
        this.settings = experiment.settings();
    }

    /** Takes note of what a node says. */
    public void heard(Status status) {
        latest = Optional.of(status);
    }

    @Override
    public LiveState state() {
        Optional<Status> heard = latest;
        if (heard.isEmpty()) {
            return new LiveState(
                    LiveState.Phase.BUILDING,
                    LegProgress.atBeginning(leg, settings),
                    List.of(),
                    List.of(),
                    0,
                    List.of("no node has answered yet"));
        }
        Status status = heard.get();
        List<LiveState.Group> groups = groups(status);
        return new LiveState(
                phase(status),
                LegProgress.of(leg, status),
                groups,
                status.getNodesList().stream()
                        .map(n -> new LiveState.Node(n.getNode(), n.getDoor(), n.getProcess(), n.getThreads()))
                        .toList(),
                status.getWord().getComplete(),
                notes(status));
    }

    private LiveState.Phase phase(Status status) {
        List<GroupReport> reports = reports(status);
        long end = status.getWord().getEnd();
        if (reports.isEmpty() || reports.stream().allMatch(NodesLive::isBeingBuilt)) {
            return LiveState.Phase.BUILDING;
        }
        if (reports.stream().allMatch(g -> g.getStep() >= end)) {
            return LiveState.Phase.WRITING;
        }
        if (stopping || end < status.getEnd()) {
            return LiveState.Phase.STOPPING;
        }
        long hold = status.getWord().getHold();
        boolean there = reports.stream().allMatch(g -> g.getStep() >= hold);
        return hold == 0 ? LiveState.Phase.RUNNING : there ? LiveState.Phase.PAUSED : LiveState.Phase.PAUSING;
    }

    private static boolean isBeingBuilt(GroupReport group) {
        return group.getState() == GroupReport.State.BUILDING;
    }

    private static List<GroupReport> reports(Status status) {
        return status.getNodesList().stream()
                .map(NodeReport::getGroupsList)
                .flatMap(List::stream)
                .toList();
    }

    private static List<LiveState.Group> groups(Status status) {
        List<LiveState.Group> groups = new ArrayList<>();
        for (NodeReport node : status.getNodesList()) {
            for (GroupReport group : node.getGroupsList()) {
                groups.add(new LiveState.Group(
                        group.getGroup(),
                        node.getNode(),
                        group.getStep(),
                        group.getBegan(),
                        group.getWaitsFor(),
                        group.getWaitingMs(),
                        doing(group)));
            }
        }
        groups.sort(Comparator.comparingInt(LiveState.Group::number));
        return groups;
    }

    private static String doing(GroupReport group) {
        return switch (group.getState()) {
            case BUILDING -> "being built";
            case FAILED -> "failed: " + group.getFailure();
            default -> "";
        };
    }

    private static List<String> notes(Status status) {
        List<String> notes = new ArrayList<>();
        for (Silenced lost : status.getWord().getSilencedList()) {
            notes.add("group " + lost.getGroup() + " is lost and silent from step " + lost.getSince() + " on");
        }
        changes(status).forEach(change -> notes.add(LiveKnobs.told(change.change(status.getDtMs()))));
        status.getNotesList().stream()
                .skip(Math.max(0, status.getNotesCount() - NOTES))
                .forEach(notes::add);
        return notes;
    }

    /** Changes that were made since this leg of the run began. */
    private static List<LiveChange> changes(Status status) {
        return status.getWord().getChangesList().stream().map(Wire::change).toList();
    }

    @Override
    public Set<LiveAction> actions() {
        return EnumSet.allOf(LiveAction.class);
    }

    @Override
    public List<LiveKnob> knobs() {
        Experiment now =
                LiveChanges.applied(experiment, latest.map(NodesLive::changes).orElse(List.of()));
        return LiveKnobs.of(now, state().progress().step());
    }

    @Override
    public void ask(LiveAction action, String argument) throws LiveRefusal {
        switch (action) {
            case PAUSE -> tell(door -> Visit.hold(door, true, 0));
            case RESUME -> tell(door -> Visit.hold(door, false, 0));
            case STEP -> {
                long steps = LiveState.steps(argument, settings.dtMs());
                tell(door -> Visit.hold(door, true, steps));
            }
            case CHECKPOINT -> tell(Visit::checkpoint);
            case STOP -> {
                tell(Visit::stop);
                stopping = true;
            }
            case SET -> change(argument);
        }
    }

    private void change(String argument) throws LiveRefusal {
        NodesChange.Outcome outcome = asked(new NodesChange(run, LiveKnobs.change(argument))::ask);
        switch (outcome.answer()) {
            case PASSED_ON -> {}
            case REFUSED -> throw new LiveRefusal(outcome.why());
            case NOBODY_ANSWERS -> throw new LiveRefusal(NOBODY);
        }
    }

    private void tell(AnyNode.Request request) throws LiveRefusal {
        if (!asked(() -> AnyNode.hears(run, request))) {
            throw new LiveRefusal(NOBODY);
        }
    }

    /** Something that is asked of nodes. */
    private interface Asking<T> {
        T ask() throws IOException, InterruptedException;
    }

    private static <T> T asked(Asking<T> asking) throws LiveRefusal {
        try {
            return asking.ask();
        } catch (IOException e) {
            throw new LiveRefusal("the nodes cannot be found: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LiveRefusal("interrupted before a node had answered");
        }
    }
}
