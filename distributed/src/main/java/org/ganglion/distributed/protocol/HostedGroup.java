package org.ganglion.distributed.protocol;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.distributed.checkpoint.PartName;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.group.NeuronGroup;
import org.ganglion.simulator.link.Outbox;
import org.ganglion.simulator.link.SpikeBatch;
import org.ganglion.simulator.link.WindowReport;
import org.ganglion.simulator.link.WindowWatch;
import org.ganglion.simulator.plan.NetworkPlan;

/**
 * A group in a run whose nodes may die: keeps what it sent, saves itself when it comes to a checkpoint, asks again for what
 * does not arrive, and answers those who ask.
 *
 * <p>Driven by one thread at a time. After every call of {@link #take}, {@link #heed}, {@link #saved} or {@link #tick},
 * call {@link #advance}.
 */
public final class HostedGroup {
    /** Steps that a host lets a group compute before others get their turn. */
    public static final int TURN = 64;

    /** A group that cannot go on asks again after this time. */
    public static final long PATIENCE_MS = 250;

    /** Steps sent again at once; when half of them have come, the reader asks for the next ones. */
    private static final int PIECE = 1024;

    private static final int NOBODY = -1;

    private final NeuronGroup group;
    private final GroupHost host;
    private final long incarnation;
    private final int maxDelay;
    private final double dtMs;
    private final long began;
    private final SenderLog log;
    private final WindowLog windows;
    private final int[] readers;
    private final long[] askedFrom; // [sender]: where a request in progress begins, -1 if there is none
    private final long[] known; // [group]: how far it said that it is, -1 before it did
    private Word word;
    private List<LiveChange> changes;
    private Optional<PartName> saved = Optional.empty();
    private long savingStep;
    private long progressAt;
    private long progressStep = -1;
    private long askedAt;
    private long flushedAt = -1;
    private boolean leaving;
    private long computed;

    /**
     * Takes over a group that is built, linked and, if it does not begin at step 0, restored.
     *
     * @param restored where it begins
     */
    public HostedGroup(
            NeuronGroup group,
            GroupHost host,
            long incarnation,
            Restoring.Restored restored,
            NetworkPlan plan,
            Word word,
            long nowMs) {
        this.group = group;
        this.host = host;
        this.incarnation = incarnation;
        this.maxDelay = plan.maxDelay();
        this.dtMs = plan.experiment().settings().dtMs();
        this.changes = restored.changes();
        this.began = group.time();
        this.log = new SenderLog(restored.recent());
        this.windows =
                new WindowLog(group.time(), WindowWatch.window(plan.experiment().settings()));
        this.readers = group.readers();
        this.askedFrom = new long[plan.layout().groups()];
        this.known = new long[plan.layout().groups()];
        this.word = word;
        this.progressAt = nowMs;
        Arrays.fill(askedFrom, -1);
        Arrays.fill(known, -1);
        word.silenced().forEach(s -> group.forget(s.group()));
    }

    /** Asks everybody for what was sent since the checkpoint that it began from. */
    public void catchUp(long nowMs) {
        for (int sender : group.senders()) {
            ask(sender);
        }
        askedAt = nowMs;
    }

    private void ask(int sender) {
        askedFrom[sender] = group.promiseOf(sender);
        host.send(new GroupMessage.Need(sender, revision(), group.number(), askedFrom[sender], group.time()));
    }

    /** How many changes of stimuli it knows. */
    public int revision() {
        return changes.size();
    }

    /** Takes a message of another group. Of one that knows of other changes it takes none: they will be asked for again. */
    public void take(GroupMessage message) {
        if (message.revision() != revision()) {
            return;
        }
        switch (message) {
            case GroupMessage.Spikes(int to, int revision, SpikeBatch batch) -> group.accept(batch);
            case GroupMessage.Reached(int to, int revision, int reader, long step) -> {
                group.readerReached(reader, step);
                known[reader] = Math.max(known[reader], step);
            }
            case GroupMessage.Need need -> answer(need);
            case GroupMessage.Gone(int to, int revision, int sender, long firstStep) -> gone(sender, firstStep);
        }
    }

    private void answer(GroupMessage.Need need) {
        group.readerReached(need.by(), need.step());
        host.send(new GroupMessage.Reached(need.by(), revision(), group.number(), group.time()));
        if (need.fromStep() < 0) {
            return;
        }
        if (need.fromStep() >= log.first()) {
            for (SpikeBatch batch : log.between(need.fromStep(), need.fromStep() + PIECE)) {
                host.send(new GroupMessage.Spikes(need.by(), revision(), batch));
            }
        } else if (host.latestCheckpoint() <= need.fromStep()) {
            host.beginAnew("group " + need.by() + " needs its spikes from step " + need.fromStep()
                    + " on, which it has only from step " + log.first() + " on");
        } else {
            host.send(new GroupMessage.Gone(need.by(), revision(), group.number(), log.first()));
        }
    }

    private void gone(int sender, long firstStep) {
        long promise = group.promiseOf(sender);
        if (promise < firstStep && host.latestCheckpoint() > promise) {
            host.beginAnew("spikes of group " + sender + " before step " + firstStep
                    + ", which it needs, are nowhere any more");
        }
    }

    /** Takes note of what the keeper has decided. */
    public void heed(Word latest) {
        learn(latest);
        if (leaving || !latest.replaces(word)) {
            return;
        }
        word = latest;
        windows.release(latest);
        if (latest.runaway().isPresent() && group.time() > latest.end()) {
            leaving = true;
            host.beginAnew("the run ends at step " + latest.end() + ", which it went past");
            return;
        }
        latest.silenced().forEach(s -> group.forget(s.group()));
        log.release(Math.min(latest.keepFrom(), group.time() - maxDelay));
    }

    /** Learns of changes of stimuli. Where it, or spikes that it has taken, went past one, all that came of it is void. */
    private void learn(Word latest) {
        List<LiveChange> decided = latest.changes();
        if (leaving || decided.size() <= changes.size()) {
            return;
        }
        LiveChange next = decided.get(changes.size());
        if (!decided.subList(0, changes.size()).equals(changes)) {
            throw new SimulationException(
                    "stimuli were changed on two sides of a cut between nodes with folders of their"
                            + " own, before step " + next.step()
                            + "; ganglion resume continues from the last checkpoint");
        }
        if (Math.max(group.time(), furthestTaken(latest)) > next.step()) {
            leaving = true;
            host.beginAnew("stimuli change at step " + next.step() + ", which it went past before it heard of it");
            return;
        }
        decided.stream().skip(changes.size()).forEach(change -> group.change(change.change(dtMs)));
        changes = decided;
        host.changed(decided);
    }

    /** The step up to which it has taken spikes of any group. */
    private long furthestTaken(Word latest) {
        return Arrays.stream(group.senders())
                .filter(sender -> latest.silenced().stream().noneMatch(s -> s.group() == sender))
                .mapToLong(sender -> Math.max(group.promiseOf(sender), group.newestOf(sender)))
                .max()
                .orElse(0);
    }

    /** A part is on disk; a slow disk may be done with a later one first. */
    public void saved(PartName part) {
        if (saved.isEmpty() || saved.get().step() < part.step()) {
            saved = Optional.of(part);
        }
    }

    /** Stops the group where it is, for good. */
    public void leave() {
        leaving = true;
    }

    /** Time goes on: looks whether it has to ask again. */
    public void tick(long nowMs) {
        if (group.time() != progressStep) {
            progressStep = group.time();
            progressAt = nowMs;
            return;
        }
        boolean impatient = nowMs - Math.max(progressAt, askedAt) >= PATIENCE_MS;
        if (impatient && !leaving && group.time() < word.until()) {
            askAgain();
            askedAt = nowMs;
        }
    }

    /**
     * Asks those of whom something is missing, who are waited for, or who have not answered: just after a restart nodes may not
     * yet know where this group is, and their answers are lost.
     */
    private void askAgain() {
        if (group.horizon() <= group.time()) {
            for (int sender : group.senders()) {
                long promise = group.promiseOf(sender);
                boolean unanswered = askedFrom[sender] == promise;
                if (promise < group.newestOf(sender) || unanswered || sender == group.slowestSender()) {
                    ask(sender);
                }
            }
        }
        int reader = group.slowestReader();
        if (reader != NOBODY) {
            host.send(new GroupMessage.Need(reader, revision(), group.number(), -1, group.time()));
        }
    }

    /**
     * Computes some steps.
     *
     * @return whether it could go on at once
     */
    public boolean advance(int most) throws IOException {
        learn(word);
        if (leaving) {
            return false;
        }
        group.runTo(Math.max(group.time(), nextStop()));
        group.gate(Math.max(group.time(), word.bound()));
        long before = group.time();
        boolean more = group.advance(most, outbox);
        computed += group.time() - before;
        continueRequests();
        if (group.time() == word.gather() && flushedAt != group.time()) {
            group.flushRecording(
                    false); // so that, whoever dies, all is there up to where the next leg of recordings begins
            flushedAt = group.time();
        }
        if (savesHere() && group.time() == group.end()) {
            group.requireFiniteState();
            savingStep = group.time();
            host.save(group.state(log.since(group.time() - maxDelay)));
            return group.time() < word.until();
        }
        return more;
    }

    private long nextStop() {
        boolean ahead = word.checkpoint() > group.time() || savesHere();
        return ahead ? Math.min(word.until(), word.checkpoint()) : word.until();
    }

    /** Whether a checkpoint at the present step is asked for and not begun. */
    private boolean savesHere() {
        return word.checkpoint() == group.time() && word.checkpoint() > 0 && savingStep != group.time();
    }

    /** Asks for the next piece of what was missed, where one has come. */
    private void continueRequests() {
        for (int sender = 0; sender < askedFrom.length; sender++) {
            if (askedFrom[sender] < 0) {
                continue;
            }
            long promise = group.promiseOf(sender);
            if (known[sender] >= 0 && promise >= Math.max(group.newestOf(sender), known[sender])) {
                askedFrom[sender] = promise > askedFrom[sender] ? -1 : askedFrom[sender];
            } else if (promise >= askedFrom[sender] + PIECE / 2) {
                ask(sender);
            }
        }
    }

    private final Outbox outbox = new Outbox() {
        @Override
        public void published(SpikeBatch batch) {
            log.add(batch);
            host.publish(batch, readers, revision());
        }

        @Override
        public void told(WindowReport report) {
            windows.add(report);
        }

        @Override
        public void send(int reader, SpikeBatch batch) {
            // All readers have been served at once.
        }

        @Override
        public void acknowledge(int sender, int reader, long step) {
            host.send(new GroupMessage.Reached(sender, revision(), reader, step));
        }
    };

    /** What it does. */
    public GroupReport report(long nowMs, double buildSeconds) {
        boolean waits = group.time() < word.until() && group.time() == progressStep;
        int waitsFor =
                !waits ? NOBODY : group.horizon() <= group.time() ? group.slowestSender() : group.slowestReader();
        return new GroupReport(
                group.number(),
                incarnation,
                GroupReport.State.RUNNING,
                group.time(),
                word.until(),
                furthestTaken(word),
                group.spikes(),
                waitsFor,
                waits ? nowMs - progressAt : 0,
                savingStep,
                saved,
                began,
                computed,
                group.synapseBytes(),
                buildSeconds,
                "",
                revision(),
                windows.tell());
    }

    /** The next step that it computes. */
    public long time() {
        return group.time();
    }

    /** The group itself. */
    public NeuronGroup group() {
        return group;
    }
}
