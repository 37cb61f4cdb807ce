package org.ganglion.distributed.protocol;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.checkpoint.Generation;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.network.Experiment;

/**
 * What a keeper does about changes of stimuli that somebody asked for. It has all groups stand at one step, decides that the
 * change is there, writes that down, and only then says so; groups go on when they hear it. What is written counts: a keeper
 * that did not know of it, as on the other side of a cut, finds it there.
 */
final class Changing {
    private final Checkpoints checkpoints;
    private final KeeperRules rules;
    private final Experiment experiment;
    private final Map<String, LiveChange> asked = new LinkedHashMap<>();
    private final List<Word.Refused> refused;
    private List<LiveChange> decided;
    private long gather;
    private boolean behind;

    Changing(Checkpoints checkpoints, KeeperRules rules, Experiment experiment, Word before) throws IOException {
        this.checkpoints = checkpoints;
        this.rules = rules;
        this.experiment = experiment;
        this.refused = new ArrayList<>(before.refused());
        this.decided = before.changes();
        this.gather = before.gather();
        catchUp();
    }

    void hear(NodeReport report) {
        report.asked().forEach(change -> asked.putIfAbsent(change.id(), change));
        behind |= report.groups().stream().anyMatch(g -> g.revision() > decided.size());
    }

    /**
     * Finds what another keeper has decided.
     *
     * @return whether there is something that it did not know
     */
    boolean catchUp() throws IOException {
        behind = false;
        List<LiveChange> written = checkpoints.changes().of(rules.leg().number());
        boolean more = written.size() > decided.size();
        decided = more ? List.copyOf(written) : decided;
        return more;
    }

    /** Likewise, if a group knows more. */
    boolean catchUpIfBehind() throws IOException {
        return behind && catchUp();
    }

    /** Whether a group knows of all that was decided. */
    boolean isKnownTo(GroupReport group) {
        return group.revision() == decided.size();
    }

    List<LiveChange> decided() {
        return decided;
    }

    List<Word.Refused> refused() {
        return refused;
    }

    /** The step that no group passes for now; the largest number there is where nothing is to be decided. */
    long gather() {
        return gather;
    }

    /** Sees to it that what was decided is on every disk. */
    void keep() throws IOException {
        checkpoints.changes().keep(rules.leg().number(), decided);
    }

    /**
     * Looks whether all groups stand where they shall, and decides then.
     *
     * @param groups those that run
     * @param needed how many there are of them at least, when all are there
     * @param hold where the run pauses
     * @param end where it ends
     * @param ahead a step that no group has come to, and at which a change may count
     * @return whether another keeper has decided something that this one did not know
     */
    boolean look(List<GroupReport> groups, long needed, long hold, long end, LongSupplier ahead) throws IOException {
        asked.keySet().removeIf(this::isSettled);
        if (asked.isEmpty()) {
            gather = Long.MAX_VALUE;
            return false;
        }
        long furthest = groups.stream().mapToLong(GroupReport::furthest).max().orElse(0);
        if (gather == Long.MAX_VALUE || Math.max(furthest, last()) > gather || gather > hold) {
            gather = Math.min(hold, ahead.getAsLong());
        }
        if (gather >= end) {
            asked.keySet().forEach(id -> refused.add(new Word.Refused(id, "the run ends before it can be changed")));
            gather = Long.MAX_VALUE;
            return false;
        }
        return allStand(groups, needed) && (catchUp() || !decide(ahead));
    }

    /** The step of the last change; those that are to come are not before it. */
    long last() {
        return decided.stream().mapToLong(LiveChange::step).max().orElse(0);
    }

    private boolean isSettled(String id) {
        return decided.stream().anyMatch(c -> c.id().equals(id))
                || refused.stream().anyMatch(r -> r.id().equals(id));
    }

    private boolean allStand(List<GroupReport> groups, long needed) {
        return groups.stream().mapToInt(GroupReport::group).distinct().count() >= needed
                && groups.stream().allMatch(g -> g.standsAt(gather) && isKnownTo(g));
    }

    /** Writes down what was asked for; false if another keeper has been faster. */
    private boolean decide(LongSupplier ahead) throws IOException {
        long saved = checkpoints.latest().map(Generation::step).orElse(0L);
        if (saved > gather) { // others have gone on
            gather = Math.max(saved, ahead.getAsLong());
            return true;
        }
        for (LiveChange change : asked.values()) {
            LiveChange here = change.at(gather);
            Optional<String> why = LiveChanges.refusal(experiment, decided, here);
            if (why.isPresent()) {
                refused.add(new Word.Refused(change.id(), why.get()));
                continue;
            }
            List<LiveChange> more =
                    Stream.concat(decided.stream(), Stream.of(here)).toList();
            if (!checkpoints.changes().add(rules.leg().number(), more)) {
                catchUp();
                return false;
            }
            decided = more;
        }
        gather = Long.MAX_VALUE;
        return true;
    }
}
