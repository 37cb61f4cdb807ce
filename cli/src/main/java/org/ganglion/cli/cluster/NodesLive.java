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
import org.ganglion.cli.live.LiveRefusal;
import org.ganglion.cli.live.LiveRun;
import org.ganglion.cli.live.LiveState;
import org.ganglion.distributed.run.Visit;
import org.ganglion.distributed.wire.proto.GroupReport;
import org.ganglion.distributed.wire.proto.NodeReport;
import org.ganglion.distributed.wire.proto.Silenced;
import org.ganglion.distributed.wire.proto.Status;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.Progress;

/** A run on nodes, for its live page: what the nodes say at their doors. */
public final class NodesLive implements LiveRun {
    private static final int NOTES = 20;

    private final Path run;
    private final RunSettings settings;
    private volatile Optional<Status> latest = Optional.empty();
    private volatile boolean stopping;

    public NodesLive(Path run, RunSettings settings) {
        this.run = run;
        this.settings = settings;
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
                    new Progress(0, settings.endStep(), 0),
                    List.of(),
                    List.of(),
                    0,
                    List.of("no node has answered yet"));
        }
        Status status = heard.get();
        List<LiveState.Group> groups = groups(status);
        long step = groups.stream().mapToLong(LiveState.Group::step).min().orElse(0);
        long spikes = reports(status).stream().mapToLong(GroupReport::getSpikes).sum();
        return new LiveState(
                phase(status),
                new Progress(step, status.getEnd(), spikes),
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
        status.getNotesList().stream()
                .skip(Math.max(0, status.getNotesCount() - NOTES))
                .forEach(notes::add);
        return notes;
    }

    @Override
    public Set<LiveAction> actions() {
        return EnumSet.complementOf(EnumSet.of(LiveAction.SET));
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
            case SET ->
                throw new LiveRefusal("a run on nodes changes when it is resumed; stop it, then ganglion resume " + run
                        + " --nodes N --change " + argument);
        }
    }

    private void tell(AnyNode.Request request) throws LiveRefusal {
        try {
            if (AnyNode.hears(run, request)) {
                return;
            }
        } catch (IOException e) {
            throw new LiveRefusal("the nodes cannot be found: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new LiveRefusal("no node of this run answers");
    }
}
