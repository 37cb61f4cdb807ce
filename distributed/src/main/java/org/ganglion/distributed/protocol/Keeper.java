package org.ganglion.distributed.protocol;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.checkpoint.Generation;
import org.ganglion.distributed.checkpoint.PartName;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.Runaway;
import org.ganglion.simulator.link.GroupLinks;

/**
 * Decides for all groups when they save themselves and where the run ends. One node has this duty; any other can take it
 * over at any time, because all it knows comes from the nodes' reports and the disk. Two at once do no harm: a checkpoint
 * of one is as good as the other's.
 */
public final class Keeper {
    /** A node that has said nothing for so long is left out of account. */
    private static final long SILENT_MS = 3000;

    /** A checkpoint is called for so far ahead of the furthest group that all hear of it before they are there. */
    private static final long LEAD_MS = 600;

    private static final long LEAST_LEAD = 64;

    /**
     * Groups that nothing connects may be apart by as many steps as the fastest makes in this time. Whatever all of them are to
     * hear of lies ahead of the furthest, and the others have to come there. Those that are connected are closer anyway.
     */
    private static final long APART_MS = 5000;

    /** It is doubled each time that some have heard too late, so often at most: 20 s. */
    private static final int MOST_DOUBLINGS = 5;

    private final String name;
    private final KeeperRules rules;
    private final Checkpoints checkpoints;
    private final Map<String, Heard> nodes = new HashMap<>();
    private final Map<Integer, PartName> parts = new HashMap<>(); // of the checkpoint in progress
    private final List<Word.Silenced> silenced = new ArrayList<>();
    private final Changing changing;
    private final RunawayWatch windows;
    private Optional<Generation> last = Optional.empty();
    private long number;
    private long end;
    private long pending;
    private long keepFrom;
    private long calledAt;
    private long asked;
    private long served;
    private boolean hurried;
    private int attempts;
    private boolean stop;
    private long hold;
    private Holding held;
    private Holding holding = Holding.NONE;
    private boolean finished;
    private String failure = "";
    private final Pace pace = new Pace();
    private long apart; // steps, 0 while it is not known how fast groups go

    private record Heard(NodeReport report, long at) {}

    /**
     * Takes up the duty.
     *
     * @param name of this keeper, unlike that of any other at any time
     * @param experiment that the groups were planned for
     * @param before the last word of the keeper before
     */
    public Keeper(
            String name, KeeperRules rules, Checkpoints checkpoints, Experiment experiment, Word before, long nowMs)
            throws IOException {
        this.name = name;
        this.changing = new Changing(checkpoints, rules, experiment, before);
        this.windows = new RunawayWatch(experiment, rules.groups(), before);
        this.rules = rules;
        this.checkpoints = checkpoints;
        this.end = before.end();
        this.pending = before.checkpoint();
        this.silenced.addAll(before.silenced());
        this.hold = before.hold();
        this.held = before.held();
        this.failure = before.failure();
        this.calledAt = nowMs;
        List<Generation> whole =
                checkpoints.whole().stream().filter(this::isOfThisRun).toList();
        if (!whole.isEmpty()) {
            last = Optional.of(whole.getFirst());
            keepFrom = whole.size() > 1 ? whole.get(1).step() : 0;
            if (pending <= whole.getFirst().step()) {
                pending = 0;
            }
        }
    }

    /** Not what an earlier leg computed past the step at which this one began; who restores a group sets that aside. */
    private boolean isOfThisRun(Generation generation) {
        return generation.leg().equals(rules.leg())
                || generation.step() <= rules.leg().firstStep();
    }

    /** Takes a node's report. */
    public void hear(NodeReport report, long nowMs) {
        nodes.put(report.node(), new Heard(report, nowMs));
        stop |= report.stop();
        asked = Math.max(asked, report.checkpointsAsked());
        holding = holding.orLater(report.holding());
        changing.hear(report);
        for (GroupReport group : report.groups()) {
            if (group.state() == GroupReport.State.FAILED && failure.isEmpty()) {
                failure = "group " + group.group() + " on " + report.node() + ": " + group.failure();
            }
            if (changing.isKnownTo(group)) {
                windows.hear(group);
            }
            if (changing.isKnownTo(group)) {
                group.saved().filter(p -> p.step() == pending).ifPresent(p -> parts.put(p.group(), p));
            }
        }
    }

    /** Decides what there is to decide, and says it. */
    public Word decide(long nowMs) throws IOException {
        List<GroupReport> groups = present(nowMs);
        pace.look(groups, nowMs);
        apart = Math.max(apart, pace.steps(APART_MS));
        if (changing.catchUpIfBehind()) {
            beginAnew();
        }
        if (stop && !groups.isEmpty()) { // where none runs, none says how far they are
            end = stopAt(groups);
            pending = pending > end ? 0 : pending;
        }
        endEarly();
        hold(groups);
        if (changing.look(groups, rules.groups() - silenced.size(), hold, end, () -> agreeable(groups))) {
            beginAnew();
        }
        if (pending > limit()) {
            pending = 0;
            parts.clear();
        }
        if (pending > 0 && parts.size() + silencedOnly() >= rules.groups()) {
            complete();
        } else if (pending > 0 && groups.stream().anyMatch(this::missed)) {
            giveUp();
        }
        if (pending == 0 && !groups.isEmpty() && !isWhole(Math.min(end, limit()))) {
            propose(groups, nowMs);
        }
        return word(bound(groups));
    }

    private long bound(List<GroupReport> groups) {
        long last = groups.stream()
                .filter(g -> silenced.stream().noneMatch(s -> s.group() == g.group()))
                .mapToLong(GroupReport::step)
                .min()
                .orElse(Long.MAX_VALUE);
        return apart == 0 || last == Long.MAX_VALUE ? Long.MAX_VALUE : last + 2 * GroupLinks.RUN_AHEAD + apart;
    }

    /** Where a population fires too fast, the run ends at a step that follows from that; some may have passed it. */
    private void endEarly() throws IOException {
        windows.look(silenced);
        long limit = windows.runaway().map(Runaway::endStep).orElse(Long.MAX_VALUE);
        end = Math.min(end, limit);
        pending = pending > end ? 0 : pending;
        while (last.isPresent() && last.get().step() > end) {
            checkpoints.setAside(last.get().step(), "the run ends at step " + end);
            last = checkpoints.latest();
            keepFrom = Math.min(keepFrom, last.map(Generation::step).orElse(0L));
        }
    }

    /**
     * Pauses, steps, or lets go on. What has been sent of a step is the same whoever passes it and when, so a group that hears
     * late does no harm: then all pause a little later.
     */
    private void hold(List<GroupReport> groups) {
        boolean paused = hold < Long.MAX_VALUE;
        if (!held.equals(held.orLater(holding))) {
            held = holding;
            long next = paused ? hold + held.steps() : agreeable(groups);
            hold = held.paused() ? next : Long.MAX_VALUE;
        }
        if (stop) {
            hold = Long.MAX_VALUE;
        } else if (hold < Long.MAX_VALUE && (furthest(groups) > hold || earliest() > hold)) {
            hold = agreeable(groups);
        }
    }

    /** The step that no group passes. */
    private long limit() {
        return Math.min(hold, changing.gather());
    }

    /** What was saved without knowing of a change counts no longer. */
    private void beginAnew() throws IOException {
        giveUp();
        windows.forget();
        last = checkpoints.latest();
    }

    private List<GroupReport> present(long nowMs) {
        nodes.values().removeIf(h -> nowMs - h.at() > SILENT_MS);
        return nodes.values().stream()
                .flatMap(h -> h.report().groups().stream())
                .filter(g -> g.state() == GroupReport.State.RUNNING)
                .toList();
    }

    private static long furthest(List<GroupReport> groups) {
        return groups.stream().mapToLong(GroupReport::furthest).max().orElse(0);
    }

    private long ahead(List<GroupReport> groups) {
        long lead = LEAST_LEAD + pace.steps(LEAD_MS);
        return furthest(groups) + (lead << Math.min(attempts, MOST_DOUBLINGS));
    }

    /**
     * Where a change, a pause or an end is the earliest. Not before this leg began, though groups may be there when its first
     * checkpoint turned out to be damaged: what the leg before recorded of those steps counts. And not before the last change,
     * nor before the last checkpoint, although all groups may have been lost since.
     */
    private long earliest() {
        long saved = last.map(Generation::step).orElse(0L);
        return Math.max(saved, Math.max(rules.leg().firstStep(), changing.last()));
    }

    private long agreeable(List<GroupReport> groups) {
        return Math.max(ahead(groups), earliest());
    }

    /** Where a run that shall end soon ends: a step that no group has passed. */
    private long stopAt(List<GroupReport> groups) {
        boolean agreed = end < rules.endStep() && furthest(groups) <= end && earliest() <= end;
        return agreed ? end : Math.min(rules.endStep(), agreeable(groups));
    }

    private long silencedOnly() {
        return silenced.stream().filter(s -> !parts.containsKey(s.group())).count();
    }

    /** Whether a group has gone past the checkpoint in progress without saving itself. */
    private boolean missed(GroupReport group) {
        return group.step() > pending && group.savingStep() != pending && !parts.containsKey(group.group());
    }

    private void giveUp() {
        pending = 0;
        parts.clear();
        attempts++;
        hurried = true;
    }

    private void complete() throws IOException {
        if (changing.catchUp()) {
            beginAnew();
            return;
        }
        changing.keep();
        int revision = changing.decided().size();
        Generation whole = checkpoints.complete(pending, rules.leg(), revision, List.copyOf(parts.values()));
        keepFrom = last.map(Generation::step).orElse(0L);
        last = Optional.of(whole);
        pending = 0;
        parts.clear();
        attempts = 0;
        hurried = false;
        served = asked;
        checkpoints.release(keepFrom); // once all is noted: what fails here is not done again
    }

    private void propose(List<GroupReport> groups, long nowMs) {
        boolean allAtEnd = groups.stream().allMatch(g -> g.step() == end);
        boolean due = rules.everyMs() > 0 && nowMs - calledAt >= rules.everyMs();
        if (allAtEnd || stop) {
            pending = end;
        } else if (!pace.isKnown()) {
            return; // it would come too early, or far too late
        } else if (due || hurried || asked > served) {
            pending = Math.min(end, ahead(groups));
        } else if (rules.everySteps() > 0) {
            pending = Math.min(end, (ahead(groups) / rules.everySteps() + 1) * rules.everySteps());
        }
        pending = Math.min(pending, limit());
        if (pending > 0) {
            calledAt = nowMs;
        }
    }

    private boolean isWhole(long step) {
        return last.isPresent() && last.get().step() == step;
    }

    private Word word(long bound) {
        long complete = last.map(Generation::step).orElse(0L);
        return new Word(
                name,
                ++number,
                end,
                pending,
                complete,
                keepFrom,
                finished,
                failure,
                silenced,
                hold,
                held,
                changing.decided(),
                changing.refused(),
                changing.gather(),
                windows.closed(),
                bound,
                windows.runaway());
    }

    /** The checkpoint at the end of the run, once it is whole. */
    public Optional<Generation> atEnd() {
        return last.filter(g -> g.step() == end && !windows.isBehind(end));
    }

    /** All is written. */
    public void finish() {
        finished = true;
    }

    /** The run cannot go on. */
    public void fail(String why) {
        if (failure.isEmpty()) {
            failure = why;
        }
    }

    /**
     * Goes on without a group that is lost.
     *
     * @param since the step from which on it counts as silent
     * @return whether that had not been decided before
     */
    public boolean silence(int group, long since) {
        boolean decided = silenced.stream().anyMatch(s -> s.group() == group);
        if (!decided) {
            silenced.add(new Word.Silenced(group, since));
        }
        return !decided;
    }
}
